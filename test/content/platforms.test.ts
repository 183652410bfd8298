import { describe, expect, test } from 'vitest';
import { type Answers, choose, fires } from '../../src/logic/playbook/platform-choice.ts';
import { platformsAndPaths } from '../../src/build/checks/platforms.ts';
import { chapters } from '../../src/records/course.ts';
import { minutesOf, paths } from '../../src/records/paths.ts';
import { cellLine, platformFile, platforms } from '../../src/records/platforms.ts';
import { parameters } from '../../src/records/records.ts';
import { platformsSchema } from '../../src/schemas/platforms.ts';
import { roleIds } from '../../src/schemas/shared.ts';

const { choice } = platformFile().data;
const ids = platforms().map(({ id }) => id);
const cells = platforms().flatMap(({ id, cells }) =>
  Object.entries(cells).map(([aspect, parts]) => ({ at: `${id}.${aspect}`, aspect, parts })),
);

test('everything the table, the rules and the paths name exists', () => {
  expect(platformsAndPaths()).toEqual([]);
});

describe('the table', () => {
  test('fees and paid tools come from the parameters; where there are none, no name or rate is typed', () => {
    const typed = cells
      .filter(({ aspect }) => aspect === 'fees' || aspect === 'tools')
      .flatMap(({ at, parts }) => parts.flatMap((part) => ('param' in part ? [] : [{ at, part }])));
    expect(typed.map(({ at }) => at)).toEqual(['temu.tools', 'shein.tools']);
  });

  test('no rate and no present or former name of a platform’s tool stands in a typed cell', () => {
    const names = parameters()
      .filter(({ kind, id }) => kind === 'name' && id !== 'name-wx-shop')
      .flatMap(({ name, former = [] }) => [name, ...former]);
    const wrong = cells.flatMap(({ at, parts }) =>
      parts.flatMap((part) => {
        if (!('text' in part)) return [];
        return /\d|%|％/.test(part.text.replace('3C', '')) || names.some((name) => part.text.includes(name))
          ? [`${at}: ${part.text}`]
          : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('a parameter of low confidence is named, not stated', () => {
    expect(cellLine({ param: 'ks_comm' })).toEqual({
      text: '技术服务费：随类目变，看后台。',
      asOf: '2024',
      confidence: 'low',
    });
    expect(cellLine({ varies: '保证金', asOf: '2025', confidence: 'low' }).text).toBe(
      '保证金：随类目变，看后台。',
    );
    for (const { at, parts } of cells)
      for (const line of parts.map(cellLine)) {
        expect(line.text, at).toMatch(/[。]$/);
        if (line.confidence === 'low') expect(line.text, at).toMatch(/^\D+：随类目变，看后台。$/);
      }
  });

  test('a typed sentence cannot be of low confidence, and none is undated', () => {
    const { data } = platformFile();
    const withFit = (part: object): object => ({
      ...data,
      platforms: data.platforms.map((one) => ({ ...one, cells: { ...one.cells, fit: [part] } })),
    });
    const text = '适合谁。';
    expect(platformsSchema.safeParse(withFit({ text, asOf: '2025', confidence: 'medium' })).success).toBe(
      true,
    );
    expect(platformsSchema.safeParse(withFit({ text, asOf: '2025', confidence: 'low' })).success).toBe(false);
    expect(platformsSchema.safeParse(withFit({ text, confidence: 'high' })).success).toBe(false);
    expect(platformsSchema.safeParse(withFit({ text, asOf: '最近', confidence: 'high' })).success).toBe(
      false,
    );
  });
});

/** Nothing at hand, and only at home: what each case below changes. */
const NOTHING: Answers = {
  brand: 'none',
  goods: 'same',
  content: 'none',
  regulars: 'none',
  margin: 'unknown',
  market: 'home',
};
/** For each rule somebody for whom it fires, and what the rules then come to, worked by hand: one for, one against. */
const CASES: Record<string, [answers: Answers, suggested: string[]]> = {
  'own-brand': [{ brand: 'own', goods: 'farm' }, ['taobao']], // pdd: origin 1, price −1
  'own-brand-price': [{ brand: 'own', goods: 'cost' }, ['taobao']], // pdd: cost 1, price −1
  dealer: [{ brand: 'dealer' }, ['jd']],
  'no-licence': [{}, []],
  'no-brand-shop': [{ goods: 'design' }, ['taobao']], // xiaohongshu: design 1, nobody for content −1
  cost: [{ goods: 'cost' }, ['pdd']],
  design: [{ goods: 'design', content: 'notes' }, ['xiaohongshu', 'taobao']], // 2, 1
  'farm-host': [{ goods: 'farm', content: 'host' }, ['kuaishou', 'douyin', 'pdd']], // 2, 1, 1
  'farm-origin': [{ goods: 'farm' }, ['pdd']],
  same: [{ content: 'notes' }, []], // xiaohongshu: notes 1, same −1
  host: [{ content: 'host' }, ['douyin', 'kuaishou']],
  'host-margin': [{ content: 'host', margin: 'yes' }, ['douyin', 'kuaishou']], // 2, 1
  notes: [{ goods: 'farm', content: 'notes' }, ['pdd', 'xiaohongshu']], // 1, 1
  'notes-no-host': [{ goods: 'cost', content: 'notes' }, ['pdd', 'xiaohongshu']],
  'no-content': [{ goods: 'cost', content: 'none' }, ['pdd']],
  groups: [{ regulars: 'groups' }, ['wechat']],
  'no-groups': [{ brand: 'own' }, []], // taobao: own brand 1, same −1
  thin: [{ content: 'host', margin: 'thin' }, ['kuaishou']], // douyin: host 1, thin −1
  'count-first': [{ margin: 'unknown', regulars: 'groups' }, ['wechat']],
  'home-only': [{ market: 'home', goods: 'cost', content: 'host' }, ['douyin', 'kuaishou', 'pdd']],
  'abroad-later': [{ market: 'later', goods: 'cost' }, ['pdd']],
  'supply-only': [{ market: 'supply' }, []],
  'supply-cost': [{ market: 'supply', goods: 'cost' }, ['pdd', 'temu', 'shein']],
  'supply-small-lots': [{ market: 'supply', goods: 'design' }, ['taobao', 'shein']],
  'abroad-ready': [{ market: 'own', goods: 'design' }, ['taobao', 'amazon']],
  // douyin 2, kuaishou 1, pdd 1, amazon 1, tiktok-shop 1: the first three
  'abroad-host': [
    { market: 'own', goods: 'cost', content: 'host', margin: 'yes' },
    ['douyin', 'kuaishou', 'pdd'],
  ],
  'abroad-first': [{ market: 'own', content: 'none' }, []], // amazon: ready 1, same −1
};

describe('the rules for choosing', () => {
  test('every rule has a case', () => {
    expect(Object.keys(CASES)).toEqual(choice.rules.map(({ id }) => id));
  });

  test.each(choice.rules)('$id fires, and what comes of it is what was worked out', (rule) => {
    const [changes, suggested] = CASES[rule.id]!;
    const answers = { ...NOTHING, ...changes };
    expect(fires(rule, answers)).toBe(true);
    expect(choose(choice.rules, ids, answers).suggested.map(({ platform }) => platform)).toEqual(suggested);
    // Any other answer to a question it names, and it is silent.
    for (const [question, wanted] of Object.entries(rule.when)) {
      const other = choice.questions
        .find(({ id }) => id === question)!
        .options.find(({ id }) => !wanted.includes(id))!;
      expect(fires(rule, { ...answers, [question]: other.id }), question).toBe(false);
    }
  });

  test('every answer to every question makes a difference somewhere', () => {
    const used = new Set(
      choice.rules.flatMap(({ when }) =>
        Object.entries(when).flatMap(([question, wanted]) => wanted.map((id) => `${question}=${id}`)),
      ),
    );
    const silent = choice.questions.flatMap(({ id, options }) =>
      options.map((option) => `${id}=${option.id}`).filter((answer) => !used.has(answer)),
    );
    expect(silent).toEqual([]);
  });

  test('every combination of answers is suggested something with a reason, or told what to do instead', () => {
    let all: Answers[] = [{}];
    for (const { id, options } of choice.questions)
      all = all.flatMap((answers) => options.map((option) => ({ ...answers, [id]: option.id })));
    expect(all).toHaveLength(3 * 4 * 3 * 2 * 3 * 4);
    const suggestedAnywhere = new Set<string>();
    let none = 0;
    for (const answers of all) {
      const { suggested, left } = choose(choice.rules, ids, answers);
      for (const verdict of suggested) {
        suggestedAnywhere.add(verdict.platform);
        expect(verdict.for.length).toBeGreaterThan(verdict.against.length);
        if (answers.market !== 'supply' && answers.market !== 'own')
          expect(platforms().find(({ id }) => id === verdict.platform)?.market).toBe('home');
      }
      if (suggested.length > 0) continue;
      none++;
      expect(left.length, 'there is a reason against').toBeGreaterThan(0);
    }
    expect([...suggestedAnywhere].sort(), 'no platform is there in vain').toEqual([...ids].sort());
    expect(none).toBeGreaterThan(0);
    expect(none).toBeLessThan(all.length / 4);
    expect(choice.none.steps.length).toBeGreaterThan(0);
  });

  test('two shops of the course come out where they are', () => {
    const main = (changes: Answers): string | undefined =>
      choose(choice.rules, ids, { ...NOTHING, ...changes }).suggested[0]?.platform;
    expect(main({ brand: 'dealer', margin: 'yes' }), '甘泉：有授权、懂维修').toBe('jd');
    expect(main({ content: 'host', margin: 'yes' }), '山檐：开得了播').toBe('douyin');
  });
});

describe('paths by role', () => {
  test('one for each role, named, with what it answers for', () => {
    expect(paths().map(({ id }) => id)).toEqual([...roleIds]);
    for (const { answers, name } of paths()) {
      expect(answers, name).toMatch(/\p{Script=Han}{8}/u);
      expect(name).toMatch(/^\p{Script=Han}{2,4}$/u);
    }
  });

  test.each(paths())('$id: the chapters that name the role, in the order of the course', (path) => {
    const wanted = chapters().filter(({ roles }) => roles?.some((role) => role === path.id));
    expect(path.chapters.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    expect(path.chapters.length).toBeGreaterThan(0);
    expect(path.minutes).toBe(minutesOf(wanted));
    expect(path.minutes).toBeGreaterThanOrEqual(3 * path.chapters.length);
    expect(path.tools.length).toBeGreaterThan(0);
  });

  test('a role card wins over what paths.yaml says', () => {
    const assistant = paths().find(({ id }) => id === 'assistant')!;
    expect(assistant.cards).toContainEqual({ id: 'assistant', title: '运营助理' });
    expect(assistant.numbers).toContain('目标完成进度');
    expect(assistant.tools).toContain('target');
  });
});
