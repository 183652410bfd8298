import type { AstroIntegration } from 'astro';

/** Starlight's sheets, the styles of its own components, and the script of a sidebar we do not have. */
const STARLIGHT =
  /@astrojs\/starlight\/.*(?:\.css$|\.css\?(?!url)|\.astro\?.*\btype=style\b|SidebarPersistState)/;

/** The look is ours from the reset up: of Starlight's styles nothing is taken, so nothing of them is sent. */
export const ownLook = (): AstroIntegration => ({
  name: 'own-look',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [
            { name: 'own-look', enforce: 'pre', load: (id: string) => (STARLIGHT.test(id) ? '' : undefined) },
          ],
        },
      });
    },
  },
});
