/** Everything a quiz does once somebody touches it; until then the page is only read. */
import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { copy } from '#src/device/clipboard.ts';
import { notify } from '#src/device/notice.ts';
import type { Kept } from '#src/device/store.ts';
import * as attempts from '#logic/quiz/attempt.ts';
import type { Attempt, Confidence } from '#logic/quiz/attempt.ts';
import type { Answer, Grade, Line } from '#logic/quiz/kind.ts';
import { load } from '#logic/quiz/load.ts';
import type { NumericView } from '#logic/quiz/numeric-view.ts';
import { keyLines, PLAIN, type View } from '#logic/quiz/plain.ts';
import type { NumericQuestion } from '#logic/quiz/question.ts';
import { redraw, reset } from '#logic/quiz/round.ts';
import { readSeed } from '#logic/quiz/seed.ts';
import type { Sheet, SheetQuestion } from '#logic/quiz/sheet.ts';
import type * as numbers from './numbers.ts';
import type { Forms } from './forms.ts';

/** One question and where the person stands with it. */
export interface Item {
  question: SheetQuestion;
  /** place in the whole quiz, from 1 */
  number: number;
  seed: Accessor<string>;
  view: Accessor<View>;
  answer: Accessor<Answer | undefined>;
  confidence: Accessor<Confidence | undefined>;
  /** once it is handed in */
  grade: Accessor<Grade | undefined>;
  lines: Accessor<readonly Line[]>;
}

/** Sent to the window when a question is handed in, for whoever keeps 错题本 and 今日复习. */
export const GRADED = 'youshu:graded';
export interface Graded {
  quizId: string;
  version: string;
  questionId: string;
  score: number;
  confidence?: Confidence;
}

export interface QuizLive {
  /** the questions of this round */
  items: Accessor<Item[]>;
  attempt: Accessor<Attempt>;
  item: (id: string) => Item;
  answer: (id: string, raw: unknown) => void;
  setConfidence: (id: string, level: number) => void;
  /** fetches what a numeric question needs, ahead of its answer */
  warm: () => void;
  /** hands in; gives back what is missing, or an empty text */
  handIn: (id: string) => Promise<string>;
  /** another round: of everything, or of these questions */
  again: (ids?: readonly string[]) => Promise<void>;
  /** other numbers for one question: the next, or those of a seed */
  redraw: (id: string, seed?: string) => Promise<void>;
  report: (id: string) => void;
}

const OFFLINE = '没取到题目要的数字，检查一下网络再试。';

/** 0…100 */
export const pointsOf = (items: readonly Item[]): number =>
  Math.round((100 * items.reduce((sum, { grade }) => sum + (grade()?.score ?? 0), 0)) / items.length);

/**
 * The state of a quiz on a page, kept on the device from change to change: taken up from there, and from what was
 * typed before there was a state.
 */
export async function createQuiz(sheet: Sheet, record: Kept<unknown>, typed: Forms): Promise<QuizLive> {
  const [attempt, setAttempt] = createSignal(attempts.begin(sheet, sheet.seed));
  const [drawn, setDrawn] = createSignal(sheet.drawn);
  const [numeric, setNumeric] = createSignal<typeof numbers>();
  const loadNumeric = async (): Promise<typeof numbers> => setNumeric(await import('./numbers.ts'));

  const all = sheet.questions.map((question, index): Item => {
    const { id } = question;
    const round = createMemo(() => attempt().seed);
    const view = createMemo((): View => {
      return question.kind === 'numeric'
        ? (drawn()[id] as NumericView)
        : PLAIN[question.kind].prepare(question, round());
    });
    const answer = createMemo(() => attempt().answers[id]);
    const confidence = createMemo(() => attempt().confidence[id]);
    const done = createMemo(() => attempt().submitted.includes(id));
    const grade = createMemo((): Grade | undefined => {
      const shown = view();
      if (!done()) return undefined;
      if (shown.kind === 'numeric') return numeric()?.numeric.grade(shown, answer() as string);
      return PLAIN[shown.kind].grade(shown, answer(), { multiple: sheet.rule });
    });
    return {
      question,
      number: index + 1,
      seed: () => attempts.seedFor(attempt(), id),
      view,
      answer,
      confidence,
      grade,
      lines: createMemo(() => grade()?.lines ?? keyLines(view())),
    };
  });
  const item = (id: string): Item => all.find(({ question }) => question.id === id) as Item;
  const items = createMemo(() => all.filter(({ question }) => attempt().scope.includes(question.id)));

  /** Everything a state shows is there before it is shown: numbers drawn, arithmetic loaded. */
  function fetchFor(next: Attempt): Promise<void> | undefined {
    const asked = sheet.questions.filter(
      (question): question is SheetQuestion & NumericQuestion => question.kind === 'numeric',
    );
    const seedOf = (id: string): string => attempts.seedFor(next, id);
    const stale = asked.filter(({ id }) => seedOf(id) !== drawn()[id]?.seed);
    if (stale.length === 0 && (numeric() || !asked.some(({ id }) => next.submitted.includes(id))))
      return undefined;
    return loadNumeric()
      .then(({ drawAll }) => drawAll(stale, seedOf))
      .then((views) => void setDrawn({ ...drawn(), ...views }));
  }
  /** Moves to another state; where its numbers cannot be fetched it says so and stays. */
  async function show(make: (attempt: Attempt) => Attempt): Promise<boolean> {
    const fetching = fetchFor(make(attempt()));
    try {
      // Without anything to fetch the state changes at once: what is typed next finds it.
      if (fetching) await fetching;
    } catch {
      notify(OFFLINE);
      return false;
    }
    setAttempt(make);
    return true;
  }
  const change = async (make: (attempt: Attempt) => Attempt): Promise<void> => {
    if (await show(make)) record.write(attempt());
  };

  async function handIn(id: string): Promise<string> {
    const { question, view, answer, grade, confidence } = item(id);
    const shown = view();
    if (shown.kind === 'numeric') {
      const loaded = numeric() ?? (await loadNumeric().catch(() => undefined));
      if (!loaded) return OFFLINE;
      const problem = loaded.unreadable(shown, (answer() ?? '') as string);
      if (problem) return problem;
    } else if (!attempts.isComplete(question, attempt())) return PLAIN[shown.kind].asks;
    setAttempt((state) => attempts.submit(sheet, state, id));
    setAttempt((state) => attempts.finish(sheet, state, pointsOf(items())));
    record.write(attempt());
    const sure = confidence();
    const detail: Graded = {
      quizId: sheet.id,
      version: sheet.version,
      questionId: id,
      score: grade()?.score ?? 0,
      ...(sure && { confidence: sure }),
    };
    dispatchEvent(new CustomEvent(GRADED, { detail }));
    return '';
  }

  const fromDevice = (): Attempt => {
    const { attempt: found, notices } = load(sheet, record.read(), sheet.seed);
    for (const notice of notices) notify(notice);
    return found;
  };
  const found = Object.entries(typed).reduce((state, [id, { raw, sure }]) => {
    const answered = raw === undefined ? state : attempts.answer(sheet, state, id, raw);
    return sure > 0 ? attempts.setConfidence(sheet, answered, id, sure) : answered;
  }, fromDevice());
  onCleanup(record.watch(() => void show(fromDevice)));
  await show(() => found);

  return {
    items,
    attempt,
    item,
    answer: (id, raw) => void change((state) => attempts.answer(sheet, state, id, raw)),
    setConfidence: (id, level) => void change((state) => attempts.setConfidence(sheet, state, id, level)),
    warm: () => {
      if (!numeric()) void loadNumeric().catch(() => undefined);
    },
    handIn,
    again: (ids) => change((state) => reset(sheet, state, ids)),
    redraw: async (id, wanted) => {
      const seed = readSeed(wanted);
      const other = wanted === undefined || (seed && seed !== attempts.seedFor(attempt(), id));
      if (other) await change((state) => redraw(sheet, state, id, seed));
    },
    report: (id) =>
      void copy(
        `报错：题目${id}，${sheet.id}第${sheet.version}版，编号${item(id).seed()}。\n哪里不对：`,
        '报错文字已复制，补上哪里不对，发给讲课的人',
      ),
  };
}
