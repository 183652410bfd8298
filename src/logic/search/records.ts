/** Titles and addresses of all records, as the build writes them: neighbours of one kind and place share what they share. */
export interface RecordTable {
  shards: number;
  /** number of the first record of each file of texts */
  blocks: number[];
  groups: {
    kind: string;
    crumbs: string;
    /** address below the base: before + own + after */
    before: string;
    after: string;
    records: [own: string, title: string][];
  }[];
}
/** What excerpts are cut from. */
export interface RecordText {
  text: string;
  /** what else it is called, for a reader who came by that name */
  also?: string;
  sections?: [id: string, title: string, from: number][];
}

export interface Place {
  kind: string;
  crumbs: string;
  title: string;
  /** below the base */
  address: string;
}

/** Every record's place, by number. */
export const placesOf = ({ groups }: RecordTable): Place[] =>
  groups.flatMap(({ kind, crumbs, before, after, records }) =>
    records.map(([own, title]) => ({ kind, crumbs, title, address: before + own + after })),
  );

/** The file of texts a record is in, and its place there. */
export function blockOf(
  record: number,
  { blocks }: Pick<RecordTable, 'blocks'>,
): { block: number; at: number } {
  let block = 0;
  while (block + 1 < blocks.length && (blocks[block + 1] ?? Infinity) <= record) block++;
  return { block, at: record - (blocks[block] ?? 0) };
}
