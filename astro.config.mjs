import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import solid from '@astrojs/solid-js';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { baseLinks } from './src/build/base-links.ts';
import { chinese } from './src/build/chinese.ts';
import { codeSplitting } from './src/build/chunks.ts';
import { definitionFiles } from './src/build/definitions.ts';
import {
  dressedImports,
  leanDefinitions,
  leanHydration,
  leanLibraries,
  withoutPreload,
} from './src/build/lean.ts';
import { finish } from './src/build/integrations/finish.ts';
import { ownLook } from './src/build/integrations/own-look.ts';
import { sidebar } from './src/build/sidebar.ts';

const site = process.env.SITE ?? 'https://kaidian-youshu.example';
const base = process.env.BASE ?? '/';
const component = (name) => `./src/components/frame/${name}.astro`;

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // Pages are one response each; fetching those one may point at next would cost phones more than it saves.
  prefetch: false,
  build: { inlineStylesheets: 'never' },
  markdown: { processor: satteri({ hastPlugins: [baseLinks(base)] }) },
  vite: {
    plugins: [
      definitionFiles(),
      dressedImports(),
      leanDefinitions(),
      leanHydration(),
      leanLibraries(),
      withoutPreload(),
    ],
    // So that a worker, too, loads only the one tool it computes.
    worker: { format: 'es' },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting } } } },
    },
  },
  integrations: [
    sitemap({ filter: (page) => !/\/(embed|search|404)\//.test(page) }),
    starlight({
      title: '开店有数',
      description: '电商运营的课、手册和算账工具：看得懂、算得清、用得上。',
      defaultLocale: 'root',
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      favicon: '/favicon.svg',
      credits: false,
      pagefind: false,
      expressiveCode: false,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      customCss: ['./src/styles/index.css'],
      sidebar: sidebar(),
      routeMiddleware: './src/build/route-middleware.ts',
      markdown: { processedDirs: ['./content/docs'] },
      plugins: [chinese()],
      components: Object.fromEntries(
        [
          ...['Head', 'SkipLink', 'PageFrame', 'Header', 'Search', 'ThemeProvider', 'ThemeSelect', 'Sidebar'],
          ...['TwoColumnContent', 'PageSidebar', 'ContentPanel', 'PageTitle', 'MarkdownContent', 'Footer'],
        ].map((name) => [name, component(name)]),
      ),
    }),
    ownLook(),
    mdx(),
    solid({ include: ['**/src/**'] }),
    finish(),
  ],
});
