import { renderToString } from 'solid-js/web';
import { expect, test } from 'vitest';
import { checklists } from '../../src/records/records.ts';
import Checklist from '#src/islands/checklist/Checklist.tsx';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

test.each(checklists())(
  '$id: every item with its hint stands in the page, nothing ticked, no day yet',
  (checklist) => {
    const { id, title, version, rhythm, scored } = checklist;
    const sections = checklist.sections.map(({ title, items }) => ({
      title,
      items: items.map(({ id, text, must, hint, value }) => ({
        id,
        text,
        must,
        ...(hint && { hint }),
        ...(value && { value }),
      })),
    }));
    const html = renderToString(() => (
      <Checklist template={{ id, title, version, rhythm, scored, sections }} />
    ));
    for (const item of sections.flatMap(({ items }) => items)) {
      expect(html).toContain(`id="${item.id}"`);
      expect(html).toContain(escape(item.text));
      if (item.hint) expect(html).toContain(escape(item.hint));
    }
    expect(html).not.toMatch(/ checked(?!=)/);
    expect(html).not.toContain('<time');
    expect(html).not.toContain('data-ready');
  },
);
