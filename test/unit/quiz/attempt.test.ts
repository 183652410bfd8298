import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as attempts from '#src/logic/quiz/attempt.ts';
import type { Attempt } from '#src/logic/quiz/attempt.ts';
import { load } from '#src/logic/quiz/load.ts';
import { readAnswer } from '#src/logic/quiz/plain.ts';
import type { QuizData } from '#src/logic/quiz/question.ts';
import { redraw, reset, withScores } from '#src/logic/quiz/round.ts';
import { keyOf, nextSeed, readSeed } from '#src/logic/quiz/seed.ts';
import * as sample from './sample.ts';

const quiz: QuizData = { id: 'data/metrics', version: '1', questions: sample.questions };
const fresh = attempts.begin(quiz, 'K7Q2');
const ids = sample.questions.map(({ id }) => id);
/** An answer that can be handed in, for each question. */
const whole: Record<string, unknown> = {
  'drop-first': keyOf('先加推广费'),
  factors: [keyOf('访客数')],
  'gmv-is-income': false,
  'gmv-plan': '98000',
  ladder: ['paid', 'placed', 'net', 'income'],
  prices: { buyer: keyOf('客单价'), order: keyOf('客单价'), piece: keyOf('客单价') },
  name: 'roi',
  'late-parcel': [keyOf('请稍等。')],
};
const handIn = (attempt: Attempt, id: string): Attempt =>
  attempts.submit(quiz, attempts.answer(quiz, attempt, id, whole[id]), id);
const all = ids.reduce(handIn, fresh);

/** What must hold of an attempt at this quiz, whatever happened before. */
function expectValid(attempt: Attempt, of: QuizData): void {
  const known = of.questions.map(({ id }) => id);
  expect(attempt.quizId).toBe(of.id);
  expect(attempt.version).toBe(of.version);
  expect(readSeed(attempt.seed)).toBe(attempt.seed);
  expect(attempt.scope.length).toBeGreaterThan(0);
  expect(attempt.scope).toEqual(known.filter((id) => attempt.scope.includes(id)));
  expect(new Set(attempt.submitted).size).toBe(attempt.submitted.length);
  for (const id of attempt.submitted) expect(attempt.scope).toContain(id);
  expect(Number.isInteger(attempt.at) && attempt.at >= 0 && attempt.at < attempt.scope.length).toBe(true);
  for (const [id, given] of Object.entries(attempt.answers)) {
    const question = of.questions.find((each) => each.id === id);
    expect(question && readAnswer(question, given)).toEqual(given);
  }
  for (const id of attempt.submitted) {
    const question = of.questions.find((each) => each.id === id);
    expect(question && attempts.isComplete(question, attempt)).toBe(true);
  }
  for (const [id, seed] of Object.entries(attempt.seeds)) {
    expect(of.questions.find((each) => each.id === id)?.kind).toBe('numeric');
    expect(readSeed(seed)).toBe(seed);
  }
  for (const [id, level] of Object.entries(attempt.confidence)) {
    expect(known).toContain(id);
    expect([1, 2, 3]).toContain(level);
  }
  for (const points of [attempt.best, attempt.latest])
    if (points !== undefined) expect(points >= 0 && points <= 100).toBe(true);
}

describe('an attempt', () => {
  it('starts with everything to do', () => {
    expect(fresh).toEqual({
      quizId: 'data/metrics',
      version: '1',
      seed: 'K7Q2',
      seeds: {},
      scope: ids,
      answers: {},
      submitted: [],
      at: 0,
      confidence: {},
    });
    expectValid(fresh, quiz);
  });

  it('keeps an answer, changes it, and forgets what does not fit', () => {
    const first = attempts.answer(quiz, fresh, 'gmv-is-income', true);
    expect(first.answers).toEqual({ 'gmv-is-income': true });
    expect(first.at).toBe(2);
    expect(attempts.answer(quiz, first, 'gmv-is-income', false).answers).toEqual({ 'gmv-is-income': false });
    expect(attempts.answer(quiz, first, 'gmv-is-income', 'yes').answers).toEqual({});
    expect(attempts.answer(quiz, first, 'gone', true)).toBe(first);
  });

  it('hands in only what is whole, once, and goes on to what is left', () => {
    expect(attempts.submit(quiz, fresh, 'name')).toBe(fresh);
    const half = attempts.answer(quiz, fresh, 'prices', { buyer: keyOf('客单价') });
    expect(half.answers['prices']).toBeDefined();
    expect(attempts.submit(quiz, half, 'prices')).toBe(half);
    const one = handIn(fresh, 'name');
    expect(one.submitted).toEqual(['name']);
    expect(one.at).toBe(7);
    const last = handIn(one, 'late-parcel');
    expect(last.at).toBe(0);
    expect(attempts.submit(quiz, last, 'name')).toBe(last);
    expect(attempts.answer(quiz, last, 'name', 'gmv')).toBe(last);
    expect(attempts.setConfidence(quiz, last, 'name', 3)).toBe(last);
    expect(attempts.submit(quiz, last, 'gone')).toBe(last);
  });

  it('goes past a question, up to the last', () => {
    expect(attempts.next(fresh).at).toBe(1);
    expect(attempts.next({ ...fresh, at: 7 }).at).toBe(7);
  });

  it('notes how sure one is, and takes it back', () => {
    const sure = attempts.setConfidence(quiz, fresh, 'name', 3);
    expect(sure.confidence).toEqual({ name: 3 });
    expect(attempts.setConfidence(quiz, sure, 'name', 0).confidence).toEqual({});
    expect(attempts.setConfidence(quiz, sure, 'name', 4).confidence).toEqual({});
    expect(attempts.setConfidence(quiz, fresh, 'gone', 1)).toBe(fresh);
  });

  it('keeps the points of whole rounds: the latest and the best', () => {
    expect(attempts.isDone(all)).toBe(true);
    expect(attempts.isDone(fresh)).toBe(false);
    const first = attempts.finish(quiz, all, 60);
    expect([first.latest, first.best]).toEqual([60, 60]);
    const second = attempts.finish(quiz, { ...all, best: 80, latest: 80 }, 70);
    expect([second.latest, second.best]).toEqual([70, 80]);
    expect(attempts.finish(quiz, handIn(fresh, 'name'), 50)).not.toHaveProperty('latest');
  });
});

describe('another round', () => {
  it('再来一遍 starts afresh with the next seed and keeps the points', () => {
    const again = reset(quiz, { ...all, best: 80, latest: 70 });
    expect(again).toEqual({ ...attempts.begin(quiz, nextSeed('K7Q2')), best: 80, latest: 70 });
    expect(reset(quiz, all)).not.toHaveProperty('best');
  });
  it('只练错题 asks only those, in the order of the quiz, and its points do not count', () => {
    const wrong = reset(quiz, all, ['name', 'drop-first', 'gone']);
    expect(wrong.scope).toEqual(['drop-first', 'name']);
    expect(attempts.answer(quiz, wrong, 'factors', whole['factors'])).toBe(wrong);
    const done = ['name', 'drop-first'].reduce(handIn, wrong);
    expect(attempts.isDone(done)).toBe(true);
    expect(attempts.finish(quiz, done, 100)).toBe(done);
    expect(attempts.next({ ...wrong, at: 1 }).at).toBe(1);
    expect(reset(quiz, all, []).scope).toEqual(ids);
    expect(reset(quiz, all, ['gone']).scope).toEqual(ids);
    expect(reset(quiz, wrong).scope).toEqual(ids);
  });
  it('换一组数 asks one numeric question again, with another seed', () => {
    const other = redraw(quiz, { ...all, confidence: { 'gmv-plan': 3, name: 1 } }, 'gmv-plan');
    expect(attempts.seedFor(other, 'gmv-plan')).toBe(nextSeed('K7Q2'));
    expect(attempts.seedFor(other, 'name')).toBe('K7Q2');
    expect(other.answers).not.toHaveProperty('gmv-plan');
    expect(other.answers).toHaveProperty('name');
    expect(other.confidence).toEqual({ name: 1 });
    expect(other.submitted).toEqual(ids.filter((id) => id !== 'gmv-plan'));
    expect(other.at).toBe(3);
    expect(attempts.seedFor(redraw(quiz, other, 'gmv-plan'), 'gmv-plan')).toBe(nextSeed(nextSeed('K7Q2')));
    expect(attempts.seedFor(redraw(quiz, other, 'gmv-plan', '8KK0'), 'gmv-plan')).toBe('8KK0');
  });
  it('draws nothing anew where nothing is drawn', () => {
    expect(redraw(quiz, all, 'name')).toBe(all);
    expect(redraw(quiz, all, 'gone')).toBe(all);
    const wrong = reset(quiz, all, ['name']);
    expect(redraw(quiz, wrong, 'gmv-plan')).toBe(wrong);
  });
  it('carries only points that there are', () => {
    expect(withScores(fresh, {})).toEqual(fresh);
    expect(withScores(fresh, { best: 0 })).toEqual({ ...fresh, best: 0 });
    expect(withScores(fresh, { latest: 5 })).toEqual({ ...fresh, latest: 5 });
  });
});

describe('taking up what was kept', () => {
  const stored = (attempt: unknown): unknown => JSON.parse(JSON.stringify(attempt));

  it('gives back exactly what was there', () => {
    const kept = {
      ...attempts.setConfidence(quiz, handIn(redraw(quiz, fresh, 'gmv-plan'), 'name'), 'ladder', 2),
      best: 80,
      latest: 70,
    };
    expect(load(quiz, stored(kept), '8KK0')).toEqual({ attempt: kept, notices: [] });
  });
  it('starts afresh where nothing was kept, without a word', () => {
    expect(load(quiz, undefined, 'K7Q2')).toEqual({ attempt: fresh, notices: [] });
  });
  it.each([null, 'x', 7, [], {}, { quizId: 'other' }])('starts afresh from %j and says so', (raw) => {
    expect(load(quiz, raw, 'K7Q2')).toEqual({
      attempt: fresh,
      notices: ['这一章存下的作答读不出来，从头开始。'],
    });
  });
  it('keeps only the points when the questions changed', () => {
    const { attempt, notices } = load(
      { ...quiz, version: '2' },
      stored({ ...all, best: 80, latest: 70 }),
      'K7Q2',
    );
    expect(attempt).toEqual({ ...fresh, version: '2', best: 80, latest: 70 });
    expect(notices).toEqual(['这一章的题更新过，上次没做完的作答清掉了，成绩还在。']);
    expect(load({ ...quiz, version: '2' }, stored(fresh), 'K7Q2').notices).toEqual([]);
  });
  it('drops answers to questions or options that are gone, and says how many', () => {
    const shorter = { ...quiz, questions: quiz.questions.filter(({ id }) => id !== 'name') };
    const { attempt, notices } = load(shorter, stored(all), 'K7Q2');
    expect(attempt.submitted).toEqual(ids.filter((id) => id !== 'name'));
    expect(notices).toEqual(['有1道题改过或撤下了，它们的作答没有留下。']);
    const reworded = {
      ...sample.single,
      options: sample.single.options.map((option) => ({ ...option, text: `${option.text}。` })),
    };
    const changed = load({ ...quiz, questions: [reworded, ...quiz.questions.slice(1)] }, stored(all), 'K7Q2');
    expect(changed.attempt.submitted).not.toContain('drop-first');
    expect(changed.notices).toHaveLength(1);
  });
  it('asks a question again that has more to it than when it was answered', () => {
    const more = {
      ...sample.match,
      pairs: [...sample.match.pairs, { id: 'new', left: '新', right: '新', reason: '' }],
    };
    const { attempt } = load(
      { ...quiz, questions: quiz.questions.map((each) => (each.id === 'prices' ? more : each)) },
      stored(all),
      'K7Q2',
    );
    expect(attempt.submitted).not.toContain('prices');
    expect(attempt.answers).toHaveProperty('prices');
  });
  it('keeps a round of 错题, unless all of its questions are gone', () => {
    const wrong = reset(quiz, all, ['name']);
    expect(load(quiz, stored(wrong), 'K7Q2').attempt).toEqual(wrong);
    const shorter = { ...quiz, questions: quiz.questions.filter(({ id }) => id !== 'name') };
    expect(load(shorter, stored(wrong), 'K7Q2').attempt.scope).toEqual(ids.filter((id) => id !== 'name'));
  });
  it.each([
    [{ seed: 'nope!' }, { seed: 'K7Q2' }],
    [{ seeds: { name: '8KK0', 'gmv-plan': 5, gone: '8KK0' } }, { seeds: {} }],
    [
      { seeds: 3, scope: 3, submitted: 3, answers: 3, confidence: 3 },
      { seeds: {}, scope: ids, submitted: [], answers: {}, confidence: {} },
    ],
    [{ confidence: { name: 9, gone: 1, factors: 2 } }, { confidence: { factors: 2 } }],
    [{ at: -1 }, { at: 0 }],
    [{ at: 2.5 }, { at: 0 }],
    [{ at: 99 }, { at: 7 }],
    [{ at: '3' }, { at: 0 }],
    [{ submitted: ['name'] }, { submitted: [] }],
    [
      { best: 101, latest: -1 },
      { best: undefined, latest: undefined },
    ],
    [
      { best: 100, latest: 0 },
      { best: 100, latest: 0 },
    ],
    [{ best: '5' }, { best: undefined }],
  ])('mends %j', (damage, mended) => {
    const { attempt } = load(quiz, { ...fresh, ...damage }, 'K7Q2');
    expectValid(attempt, quiz);
    for (const [key, value] of Object.entries(mended)) expect(attempt[key as keyof Attempt]).toEqual(value);
  });
});

describe('any sequence', () => {
  const anyId = fc.constantFrom(...ids, 'gone');
  const anyRaw = fc.oneof(fc.constantFrom(...Object.values(whole)), fc.jsonValue());
  const step = fc.oneof(
    fc.tuple(fc.constant('answer' as const), anyId, anyRaw),
    fc.tuple(fc.constant('hand in' as const), anyId, fc.constant(null)),
    fc.tuple(fc.constant('submit' as const), anyId, fc.constant(null)),
    fc.tuple(fc.constant('sure' as const), anyId, fc.integer({ min: 0, max: 4 })),
    fc.tuple(fc.constant('next' as const), anyId, fc.constant(null)),
    fc.tuple(fc.constant('reset' as const), anyId, fc.constantFrom(true, false)),
    fc.tuple(fc.constant('redraw' as const), anyId, fc.constant(null)),
    fc.tuple(fc.constant('finish' as const), anyId, fc.integer({ min: 0, max: 100 })),
    fc.tuple(fc.constant('reload' as const), anyId, fc.constant(null)),
    fc.tuple(fc.constant('upgrade' as const), anyId, fc.constantFrom('version', 'drop', 'turn')),
  );

  it('of answers, hand-ins, resets, reloads and content upgrades leaves a valid state', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = quiz;
        let attempt = fresh;
        for (const [what, id, more] of steps) {
          if (what === 'answer') attempt = attempts.answer(now, attempt, id, more);
          else if (what === 'hand in')
            attempt = attempts.submit(now, attempts.answer(now, attempt, id, whole[id]), id);
          else if (what === 'submit') attempt = attempts.submit(now, attempt, id);
          else if (what === 'sure') attempt = attempts.setConfidence(now, attempt, id, more);
          else if (what === 'next') attempt = attempts.next(attempt);
          else if (what === 'reset')
            attempt = reset(now, attempt, more === true ? attempt.submitted : undefined);
          else if (what === 'redraw') attempt = redraw(now, attempt, id);
          else if (what === 'finish') attempt = attempts.finish(now, attempt, more);
          else {
            if (what === 'upgrade') {
              const left = now.questions.filter((question) => question.id !== id);
              if (more === 'drop' && left.length > 0) now = { ...now, questions: left };
              if (more === 'version') now = { ...now, version: `${now.version}+` };
              if (more === 'turn') now = { ...now, questions: [...now.questions].reverse() };
            }
            attempt = load(now, JSON.parse(JSON.stringify(attempt)), 'K7Q2').attempt;
          }
          expectValid(attempt, now);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of any stored record whatever gives a valid attempt', () => {
    const damaged = fc.record(
      Object.fromEntries(
        Object.keys({ ...fresh, best: 1, latest: 1 }).map((key) => [
          key,
          fc.oneof(fc.jsonValue(), fc.constant((fresh as unknown as Record<string, unknown>)[key])),
        ]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(damaged, fc.jsonValue()), (raw) => {
        expectValid(load(quiz, raw, 'K7Q2').attempt, quiz);
      }),
      { numRuns: 2000 },
    );
  });
});
