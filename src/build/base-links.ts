import { defineHastPlugin } from 'satteri';

/** Root-absolute links in Markdown honour BASE too; Astro leaves them alone. */
export const baseLinks = (base: string) => {
  const prefix = base.replace(/\/$/, '');
  return defineHastPlugin({
    name: 'base-links',
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        for (const key of ['href', 'src']) {
          const value = node.properties?.[key];
          if (
            prefix &&
            typeof value === 'string' &&
            /^\/(?!\/)/.test(value) &&
            !value.startsWith(`${prefix}/`)
          ) {
            context.setProperty(node, key, prefix + value);
          }
        }
      },
    },
  });
};
