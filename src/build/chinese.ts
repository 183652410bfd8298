import type { StarlightPlugin } from '@astrojs/starlight/types';

/** The few interface words Starlight has no Chinese for. */
export const chinese = (): StarlightPlugin => ({
  name: 'chinese',
  hooks: {
    'config:setup': () => {},
    'i18n:setup': ({ injectTranslations }) => {
      injectTranslations({
        'zh-CN': { 'heading.anchorLabel': '复制本节链接：{{title}}', '404.text': '这个地址没有内容。' },
      });
    },
  },
});
