import { renderToString } from 'solid-js/web';
import { expect, test } from 'vitest';
import { aspects, platformFile, platforms } from '../../src/records/platforms.ts';
import Choose from '#src/islands/platforms/Choose.tsx';
import Compare from '#src/islands/platforms/Compare.tsx';

const bare = (html: string): string => html.replace(/<!--.*?-->/g, '');

test('the filter stands in the page with everything shown, and is hidden where no script runs', () => {
  const html = bare(
    renderToString(() => (
      <Compare
        platforms={platforms().map(({ id, name, market }) => ({ id, label: name, market }))}
        markets={[{ id: 'home', label: '国内' }]}
        aspects={aspects}
      />
    )),
  );
  for (const { name } of platforms()) expect(html).toContain(name);
  for (const { label } of aspects) expect(html).toContain(label);
  expect(html).not.toContain('aria-pressed="true"');
  expect(html.match(/<option[^>]*\sselected/g)).toHaveLength(2);
  expect(html.match(/class="[^"]*needs-js/g)).toHaveLength(2);
});

test('the questions stand in the page, none answered, no result', () => {
  const { questions, rules, ...words } = platformFile().data.choice;
  const html = bare(
    renderToString(() => (
      <Choose
        platforms={platforms().map(({ id, name }) => ({ id, label: name }))}
        questions={questions}
        rules={rules.map((rule) => ({ ...rule, links: [] }))}
        words={words}
      />
    )),
  );
  for (const { ask, options } of questions) {
    expect(html).toContain(ask);
    for (const { label } of options) expect(html).toContain(label);
  }
  expect(html).not.toMatch(/ checked(?!=)/);
  expect(html).not.toContain('<h3');
  expect(html).toContain(`还有${questions.length}题`);
  expect(html).toMatch(/<form[^>]*needs-js/);
});
