/**
 * Which scripts arrive together in the browsers' build. What every tool needs is one file: fewer requests, and it
 * packs tighter than a dozen small ones. A group also takes what its files import, so what all pages share comes first.
 */
export const codeSplitting = {
  groups: [
    {
      name: 'page',
      priority: 3,
      test: /src\/device\/(notice|page|frame|rested)\.ts|preload-helper/,
    },
    { name: 'solid', priority: 2, test: /node_modules\/solid-js\/|src\/islands\/hydrate/ },
    {
      name: 'tool',
      priority: 1,
      test: new RegExp(
        [
          'node_modules/big\\.js/',
          'src/logic/(number|expression)/(?!rational|read-back)',
          'src/logic/tools/(catalog|registry|run|scope|state|field|output|compile|csv|define)\\.ts',
          'src/islands/(tool/(Tool|ToolFrame|Output|Actions|Explanation)|fields/Field)\\.tsx',
          'src/device/address\\.ts',
        ].join('|'),
      ),
    },
  ],
};
