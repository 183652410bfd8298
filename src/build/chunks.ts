/**
 * Which scripts arrive together in the browsers' build. What every tool needs is one file: fewer requests, and it
 * packs tighter than a dozen small ones. A group also takes what its files import, so what all pages share comes first.
 */
export const codeSplitting = {
  groups: [
    {
      name: 'page',
      priority: 3,
      test: /src\/(device\/(dress|notice|page|frame|rested|address)|islands\/start)\.ts|preload-helper/,
    },
    { name: 'solid', priority: 2, test: /node_modules\/solid-js\/|src\/islands\/hydrate/ },
    {
      name: 'tool',
      priority: 1,
      test: new RegExp(
        [
          'node_modules/big\\.js/',
          'src/logic/(number|expression)/(?!rational|read-back|aggregate)',
          'src/logic/tools/(run|scope|state|field|output|compile|define)\\.ts',
          'src/islands/(tool/(Tool|ToolFrame|Output|Later)|fields/Field)\\.tsx',
        ].join('|'),
      ),
    },
    // What a tool with a table needs besides.
    { name: 'rows', test: /src\/(islands\/tool\/(Rows|RowTool)\.tsx|logic\/expression\/aggregate\.ts)/ },
    // Charts come when they are looked at: what all of them draw with, what those with axes share, and one file a kind.
    { name: 'figure', test: /src\/logic\/figures\/(load|render|svg|text|marks|measure|scale|key)\.ts/ },
    { name: 'figure-plot', test: /src\/logic\/figures\/(curve-frame|place|ends)\.ts/ },
  ],
};
