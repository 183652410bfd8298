/** Text checks: what was found is listed, each a way back into the text. */
import { beforeEach, describe, expect, test } from 'vitest';
import adLaw from '#logic/tools/ad-law.ts';
import titleCheck from '#logic/tools/title-check.ts';
import { titleLimitPdd, titleLimitTaobao } from '#logic/tools/dated.ts';
import { type BoundQueries, fireEvent, type Opened, openTool, within } from './tool-support.tsx';

beforeEach(() => localStorage.clear());

const list = ({ form }: Opened, label: string): BoundQueries =>
  within(within(form).getByRole('region', { name: label }));
/** What stands selected in a field. */
const selected = (field: HTMLInputElement | HTMLSelectElement): string => {
  const { value, selectionStart, selectionEnd } = field as HTMLInputElement;
  return value.slice(selectionStart ?? 0, selectionEnd ?? 0);
};

describe('广告用语检查', () => {
  const LABEL = adLaw.findings!.label;

  test('what was found stands in order, with its place, its rule and what to write instead', async () => {
    const tool = await openTool('ad-law');
    const items = list(tool, LABEL).getAllByRole('listitem');
    expect(items.map((item) => within(item).getByRole('button').textContent)).toEqual([
      '「全网第一」',
      '「最后三天」',
      expect.stringContaining('好评返'),
    ]);
    for (const item of items) {
      expect(item.textContent).toMatch(/第1行第\d+个字/);
      expect(item.textContent).toContain('改成：');
      expect(item.textContent, 'the rule with its date').toMatch(/《.+》.*（截至\d{4}/);
    }
    expect(tool.result('count').machine).toBe('3');
  });

  test('pressing a word selects it in the text, wherever it stands', async () => {
    const tool = await openTool('ad-law');
    tool.type('text', '  \n老款清仓。\n这件是全网第一，最后三天😀，错过再等。');
    const field = tool.field('text');
    for (const word of ['最后三天', '全网第一']) {
      fireEvent.click(list(tool, LABEL).getByRole('button', { name: `「${word}」` }));
      expect(document.activeElement).toBe(field);
      expect(selected(field)).toBe(word);
    }
  });

  test('the list follows the text; where nothing is found that is no clearance', async () => {
    const tool = await openTool('ad-law');
    tool.type('text', '全网第一的防晒衣');
    expect(list(tool, LABEL).getAllByRole('listitem')).toHaveLength(1);
    tool.type('text', '第一次洗请用冷水，水温不超过30℃。');
    expect(list(tool, LABEL).queryByRole('listitem')).toBeNull();
    expect(list(tool, LABEL).getByText(/没对上不等于一定合规/)).toBeDefined();
    expect(tool.result('count').machine).toBe('0');
  });

  test('there is nothing to solve, compare or vary in a text', async () => {
    const { form } = await openTool('ad-law');
    for (const name of ['反推', '方案对比', '敏感度', '批量算'])
      expect(within(form).queryByRole('button', { name })).toBeNull();
  });
});

describe('标题检查', () => {
  const LABEL = titleCheck.findings!.label;
  const pick = (tool: Opened, platform: string): void => {
    const { value } = within(tool.field('platform')).getByRole<HTMLOptionElement>('option', {
      name: platform,
    });
    fireEvent.input(tool.field('platform'), { target: { value } });
  };

  test('what is said twice can be found in the title, what is missing is named', async () => {
    const tool = await openTool('title-check');
    tool.type('title', '防晒衣女夏季薄款防晒衣');
    tool.type('keywords', '防晒衣 夏季\n冰丝');
    const found = list(tool, LABEL);
    fireEvent.click(found.getByRole('button', { name: '「防晒衣」' }));
    const title = tool.field('title') as HTMLInputElement;
    expect(selected(title)).toBe('防晒衣');
    expect(title.selectionStart, 'the second time').toBe(8);
    expect(found.getByText('「冰丝」').closest('li')!.textContent).toContain('标题里没有');
    expect(found.getByText('已覆盖1个词').closest('li')!.textContent).toContain('防晒衣 夏季');
    // Eleven characters of two units each.
    expect(tool.result('length').machine).toBe('22');
    tool.type('title', '防晒衣女夏季薄款');
    tool.type('keywords', '');
    expect(found.queryByRole('listitem')).toBeNull();
    expect(found.getByText(titleCheck.findings!.none)).toBeDefined();
  });

  test('choosing a platform fills in its limit; 京东 has none and asks for it', async () => {
    const tool = await openTool('title-check');
    const limit = (): string => tool.field('limit').value;
    expect(limit()).toBe(titleLimitTaobao.value);
    pick(tool, '京东');
    expect(limit()).toBe('');
    expect(tool.result('remaining')).toMatchObject({ machine: '', text: '—' });
    expect(tool.result('remaining').why).toContain('字数上限');
    expect(tool.field('limit').getAttribute('aria-invalid'), 'empty is no error').toBeNull();
    pick(tool, '拼多多');
    expect(limit()).toBe(titleLimitPdd.value);
  });

  test('a limit typed by hand stays while other things change', async () => {
    const tool = await openTool('title-check');
    tool.type('limit', '40');
    tool.type('title', '防晒衣女');
    tool.type('keywords', '防晒衣');
    expect(tool.field('limit').value).toBe('40');
    expect(tool.result('remaining').machine).toBe('32');
    pick(tool, '京东');
    tool.type('limit', '45');
    tool.type('title', '防晒衣男');
    expect(tool.field('limit').value).toBe('45');
    expect(tool.result('remaining').machine).toBe('37');
  });

  test('a link’s own limit goes before that of its platform', async () => {
    for (const fragment of ['#platform=jd&limit=45', '#limit=45&platform=jd']) {
      const { field } = await openTool('title-check', { fragment });
      expect(field('platform').value).toBe('jd');
      expect(field('limit').value).toBe('45');
    }
    const { field } = await openTool('title-check', { fragment: '#platform=jd' });
    expect(field('limit').value).toBe('');
  });
});
