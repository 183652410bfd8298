import { kept } from '../store.ts';

const MOST = 8;
const LONGEST = 60;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;

const record = kept<string[]>({
  key: 'recent-searches',
  version: 1,
  check: (data) => (Array.isArray(data) && data.every(isText) ? data.slice(0, MOST) : undefined),
  empty: () => [],
});

/** What was searched for last on this device, latest first. */
export const recentSearches = (): string[] => record.read();
export const forgetSearches = (): void => record.erase();

/** Only what led somewhere is worth remembering: called when a result is opened. */
export function rememberSearch(query: string): void {
  const text = query.trim();
  if (!isText(text)) return;
  record.write([text, ...record.read().filter((known) => known !== text)].slice(0, MOST));
}
