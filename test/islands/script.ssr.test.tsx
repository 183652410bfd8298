import { renderToString } from 'solid-js/web';
import { expect, test } from 'vitest';
import { scripts } from '../../src/records/records.ts';
import Filter from '#src/islands/script/Filter.tsx';
import Reply from '#src/islands/script/Reply.tsx';

test.each(scripts())(
  '$id stands in the page with its blanks drawn as lines, without a raw brace',
  (script) => {
    const html = renderToString(() => (
      <Reply
        id={script.id}
        versions={[{ label: '原话', body: script.body }, ...script.variants]}
        blanks={script.blanks}
      />
    ));
    const text = html.replace(/<[^>]*>/g, '');
    expect(text).not.toMatch(/[{}]|undefined|\[object/);
    expect(html).toContain('blockquote');
    const opening = /^[^{]{1,6}/.exec(script.body)?.[0] ?? '';
    expect(text).toContain(opening.replaceAll('&', '&amp;'));
  },
);

test('the filter shows the whole count and is hidden where no script runs', () => {
  const html = renderToString(() => <Filter scenes={['质量']} customers={[]} total={58} />);
  expect(html.replace(/<!--.*?-->/g, '')).toMatch(/58\s?条/);
  expect(html).toMatch(/class="filter needs-js/);
});
