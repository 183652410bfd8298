/** 口径: rival definitions of one figure, and links that carry figures on. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { loadTools } from '#logic/tools/catalog.ts';
import { fireEvent, type Opened, openTool, waitFor, within } from './tool-support.tsx';

beforeEach(() => localStorage.clear());

const choose = ({ form }: Opened, name: string): void =>
  void fireEvent.click(within(form).getByRole('radio', { name }));
/** The results that stand large, by what they are called. */
const mains = ({ form }: Opened): string[] =>
  [...form.querySelectorAll('.result-main')].map((main) => main.querySelector('span')?.textContent ?? '');
/** Machine value of the result people know by this name. */
const called = ({ form }: Opened, label: string): string | null | undefined =>
  within(form)
    .getByText(label, { selector: '.result > span' })
    .parentElement!.querySelector('data')
    ?.getAttribute('value');
const linkTo = ({ form }: Opened, name: string): URL =>
  new URL(within(form).getByRole<HTMLAnchorElement>('link', { name }).href);

describe.each((await loadTools()).filter(({ definitions }) => definitions))(
  '$id',
  ({ id, definitions, results }) => {
    test('each definition says what it counts and puts its results first', async () => {
      const tool = await openTool(id);
      const group = within(within(tool.form).getByRole('group', { name: '按哪个口径看' }));
      expect(group.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual(
        definitions!.map((_, i) => i === 0),
      );
      for (const { name, says, main, labels } of definitions!) {
        choose(tool, name);
        expect(group.getByText(says)).toBeDefined();
        expect(mains(tool).sort()).toEqual(main.map((key) => labels?.[key] ?? results[key]!.label).sort());
        expect(group.getAllByRole('radio', { checked: true })).toHaveLength(1);
      }
    });

    test('nothing that was typed is lost on the way there and back', async () => {
      const tool = await openTool(id);
      const [first, second] = definitions!;
      const before = [...new FormData(tool.form)].filter(([name]) => name !== 'definition');
      choose(tool, second.name);
      choose(tool, first.name);
      expect([...new FormData(tool.form)].filter(([name]) => name !== 'definition')).toEqual(before);
    });
  },
);

test('推广投产: from the multiple to the share that is earned', async () => {
  const tool = await openTool('roas');
  // 12600 ÷ 3000; what stays is 45 % × 85 % − 15 % × 5 % = 37.5 %.
  expect(mains(tool)).toEqual(['投产比', '保本投产比']);
  expect(called(tool, '投产比')).toBe('4.2');
  choose(tool, '广告毛利ROI');
  expect(mains(tool).sort()).toEqual(['广告毛利ROI', '推广毛利额'].sort());
  // 12600 × 37.5 % − 3000 = 1725, of 3000 that is 57.5 %.
  expect(called(tool, '广告毛利ROI')).toBe('57.5');
  expect(called(tool, '推广毛利额')).toBe('1725');
  expect(called(tool, '投产比'), 'still there, among the others').toBe('4.2');
});

test('成交总额: by clicks and orders everything is called otherwise, in the form, the steps and the copy', async () => {
  const copied: string[] = [];
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
  const tool = await openTool('gmv');
  tool.type('uv', '20000');
  choose(tool, '按点击和订单算');
  const clicks = within(tool.form).getByLabelText<HTMLInputElement>('点击量');
  expect(clicks.value).toBe('20000');
  expect(clicks.name, 'links know it as before').toBe('uv');
  expect(within(tool.form).queryByLabelText('访客数')).toBeNull();
  fireEvent.input(clicks, { target: { value: '40000' } });
  expect(called(tool, '成交总额')).toBe('392000');
  expect(called(tool, '订单数')).toBe('1400');
  await waitFor(() => expect(tool.form.querySelector('details')!.textContent).toContain('点击量'));
  expect(tool.form.querySelector('details')!.textContent).not.toContain('访客数');
  tool.press('复制结果');
  await waitFor(() => expect(copied).toHaveLength(1));
  vi.unstubAllGlobals();
  expect(copied[0]).toContain('点击量：40000');
  expect(copied[0]).toContain('#uv=40000&');
  choose(tool, '按人算');
  expect(tool.field('uv').value).toBe('40000');
});

test('转化漏斗: the same buyers over visitors or over clicks', async () => {
  const tool = await openTool('funnel');
  tool.type('visitors', '3800');
  tool.type('clicks', '4000');
  tool.type('paid', '133');
  expect(tool.result('overall').machine).toBe('3.5');
  choose(tool, '按点击算');
  const [main = ''] = mains(tool);
  // 133 ÷ 4000
  expect(called(tool, main)).toBe('3.325');
});

test('库存周转: by cost or by sales, each with its own days', async () => {
  const tool = await openTool('inventory-turnover');
  for (const [key, typed] of Object.entries({
    sales: '360000',
    cogs: '200000',
    opening: '90000',
    closing: '70000',
    days: '90',
  }))
    tool.type(key, typed);
  // The average is 80000: 2.5 times a quarter, 36 days; by sales 4.5 times, 20 days.
  expect(
    mains(tool)
      .map((label) => called(tool, label))
      .sort(),
  ).toEqual(['2.5', '36']);
  choose(tool, '按销售额算');
  expect(
    mains(tool)
      .map((label) => called(tool, label))
      .sort(),
  ).toEqual(['20', '4.5']);
});

describe('carried on', () => {
  test('the link opens the other tool with these figures', async () => {
    const tool = await openTool('roas');
    tool.type('revenue', '14000'); // 200 an order
    const link = linkTo(tool, '保本出价');
    expect(link.pathname).toBe('/tools/max-cpc/');
    expect(Object.fromEntries(new URLSearchParams(link.hash.slice(1)))).toEqual({
      aov: '200',
      cvr: '3.5',
      marginRate: '45',
      refundRate: '15',
      returnCost: '5',
    });
    const other = await openTool('max-cpc', { fragment: link.hash });
    expect(other.field('aov').value).toBe('200');
    // 200 × 3.5 % × 37.5 %
    expect(other.result('breakEvenCpc').machine).toBe('2.625');
  });

  test('it follows what is typed; what does not exist stays behind', async () => {
    const tool = await openTool('unit-profit');
    const params = (): URLSearchParams => new URLSearchParams(linkTo(tool, '推广投产').hash.slice(1));
    // 110.926 and 15 of 179, see test/unit/tools/carry.test.ts.
    expect(Object.fromEntries(params())).toEqual({
      marginRate: '61.969832',
      refundRate: '10',
      returnCost: '8.379888',
    });
    tool.type('returnRate', '20');
    expect(params().get('refundRate')).toBe('20');
    tool.type('price', '');
    expect([...params().keys()]).toEqual(['refundRate']);
    tool.type('returnRate', '乱写');
    expect([...params().keys()]).toEqual([]);
  });

  test('a tool that carries nothing offers nothing', async () => {
    const { form } = await openTool('gmv');
    expect(within(form).queryByText(/接着算/)).toBeNull();
  });
});
