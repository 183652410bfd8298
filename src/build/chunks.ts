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
    // The table of platforms keeps its state in the address as tools do, and needs nothing else of them.
    { name: 'address', priority: 2, test: /src\/device\/address\.ts/ },
    { name: 'solid', priority: 2, test: /node_modules\/solid-js\/|src\/islands\/hydrate/ },
    {
      name: 'tool',
      priority: 1,
      test: new RegExp(
        [
          'node_modules/big\\.js/',
          'src/logic/(number|expression)/(?!rational|read-back|aggregate)',
          'src/logic/tools/(catalog|registry|run|scope|state|field|output|compile|csv|define)\\.ts',
          'src/islands/(tool/(Tool|ToolFrame|Output|Later)|fields/Field)\\.tsx',
        ].join('|'),
      ),
    },
    // Charts come when they are looked at: what all of them draw with, what those with axes share, and one file a kind.
    { name: 'figure', test: /src\/logic\/figures\/(load|render|svg|text|marks|measure|scale|key)\.ts/ },
    { name: 'figure-plot', test: /src\/logic\/figures\/(curve-frame|place|ends)\.ts/ },
  ],
};
