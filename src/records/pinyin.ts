import { pinyin } from 'pinyin-pro';

/** Pinyin without tones and initials of a text, for finding: `起球` → `qiqiu qq`. Only at build. */
export function pinyinOf(text: string): { full: string; initials: string } {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const clean = (parts: string[]): string =>
    parts
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
  return {
    full: clean(syllables),
    initials: clean(syllables.map((s) => (/^[a-z]+$/.test(s) ? s.slice(0, 1) : s))),
  };
}
