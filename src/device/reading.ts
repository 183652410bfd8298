import { whenRested } from './rested.ts';
import { kept } from './store.ts';

/** Where somebody stopped: a chapter and the heading last passed. */
export interface Place {
  /** data/metrics */
  chapter: string;
  title: string;
  /** anchor and words of the heading; empty above the first */
  anchor: string;
  heading: string;
}

/** What was read and used on this device: only here, never sent. Latest first. */
export interface Reading {
  last?: Place;
  chapters: string[];
  tools: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const isPlace = (value: unknown): value is Place =>
  isObject(value) && ['chapter', 'title', 'anchor', 'heading'].every((key) => typeof value[key] === 'string');

export const reading = kept<Reading>({
  key: 'reading',
  version: 1,
  check: (data) =>
    isObject(data)
      ? {
          ...(isPlace(data['last']) && { last: data['last'] }),
          chapters: texts(data['chapters']),
          tools: texts(data['tools']),
        }
      : undefined,
  empty: () => ({ chapters: [], tools: [] }),
});

/** Where nothing can be kept, nobody is told about it for merely reading. */
function canKeep(): boolean {
  try {
    localStorage.setItem('youshu:probe', '');
    localStorage.removeItem('youshu:probe');
    return true;
  } catch {
    return false;
  }
}

const MOST = 300;
const first = (id: string, ids: string[]): string[] =>
  [id, ...ids.filter((other) => other !== id)].slice(0, MOST);

/** Notes that a chapter is read or a tool used, and keeps the chapter's place up to date. */
export function follow(page: HTMLElement): void {
  if (!canKeep()) return;
  const { chapter, tool } = page.dataset;
  if (tool) {
    const before = reading.read();
    reading.write({ ...before, tools: first(tool, before.tools) });
  }
  if (!chapter) return;
  const title = document.querySelector('h1')?.textContent.trim() ?? '';
  const headings = [...document.querySelectorAll<HTMLElement>('.prose h2[id]')];
  const keep = (): void => {
    const passed = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
    const before = reading.read();
    reading.write({
      ...before,
      last: { chapter, title, anchor: passed?.id ?? '', heading: passed?.textContent.trim() ?? '' },
      chapters: first(chapter, before.chapters),
    });
  };
  keep();
  addEventListener('scroll', whenRested(500, keep), { passive: true });
}
