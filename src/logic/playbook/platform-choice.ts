/** Which platform to begin with: what was answered, and rules that speak for a platform, against it, or rule it out. */
export interface ChoiceRule {
  id: string;
  /** question → any of these answers; all questions named must fit */
  when: Readonly<Record<string, readonly string[]>>;
  for?: readonly string[] | undefined;
  against?: readonly string[] | undefined;
  stops?: readonly string[] | undefined;
  /** why; of a rule without platforms, something to know whatever is chosen */
  text: string;
}
export interface ChoiceQuestion {
  id: string;
  /** what it is about, in two or three characters */
  short: string;
  ask: string;
  options: readonly { id: string; label: string }[];
}
/** question → answer */
export type Answers = Readonly<Record<string, string>>;

/** One platform with the rules that fired for it. */
export interface Verdict<R extends ChoiceRule = ChoiceRule> {
  platform: string;
  for: R[];
  against: R[];
  stops: R[];
}
export interface Choice<R extends ChoiceRule = ChoiceRule> {
  /** the best first, at most three; empty when nothing speaks for any platform more than against it */
  suggested: Verdict<R>[];
  /** whether the first two are equal */
  tied: boolean;
  /** the others that a rule speaks against or rules out */
  left: Verdict<R>[];
  /** rules that fired and speak of no platform */
  remarks: R[];
}

const MOST = 3;

export const fires = ({ when }: ChoiceRule, answers: Answers): boolean =>
  Object.entries(when).every(([question, wanted]) => wanted.includes(answers[question] ?? ''));

/** Every rule counts one; a platform is suggested when more speaks for it than against it and nothing rules it out. */
const points = (verdict: Verdict): number => verdict.for.length - verdict.against.length;

/** What the rules make of the answers. Equal platforms stand in the order they are given. */
export function choose<R extends ChoiceRule>(
  rules: readonly R[],
  platforms: readonly string[],
  answers: Answers,
): Choice<R> {
  const fired = rules.filter((rule) => fires(rule, answers));
  const verdicts = platforms.map((platform) => ({
    platform,
    for: fired.filter((rule) => rule.for?.includes(platform)),
    against: fired.filter((rule) => rule.against?.includes(platform)),
    stops: fired.filter((rule) => rule.stops?.includes(platform)),
  }));
  const suggested = verdicts
    .filter((verdict) => verdict.stops.length === 0 && points(verdict) > 0)
    .sort((a, b) => points(b) - points(a))
    .slice(0, MOST);
  const [first, second] = suggested;
  return {
    suggested,
    tied: first !== undefined && second !== undefined && points(first) === points(second),
    left: verdicts.filter(
      (verdict) =>
        !suggested.includes(verdict) &&
        verdict.for.length + verdict.against.length + verdict.stops.length > 0,
    ),
    remarks: fired.filter((rule) => !rule.for && !rule.against && !rule.stops),
  };
}

/** Platforms of which the same rules speak in the same way, put together; `of` is the first of them. */
export function alike<R extends ChoiceRule>(
  verdicts: readonly Verdict<R>[],
): { platforms: string[]; of: Verdict<R> }[] {
  const groups = new Map<string, { platforms: string[]; of: Verdict<R> }>();
  for (const verdict of verdicts) {
    const key = [verdict.for, verdict.against, verdict.stops]
      .map((rules) => rules.map(({ id }) => id).join())
      .join('|');
    const group = groups.get(key) ?? { platforms: [], of: verdict };
    group.platforms.push(verdict.platform);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Questions without an answer that is among their options. */
export const unanswered = (questions: readonly ChoiceQuestion[], answers: Answers): ChoiceQuestion[] =>
  questions.filter(({ id, options }) => !options.some((option) => option.id === answers[id]));

/** What is said besides the rules. */
export interface ChoiceWords {
  none: { text: string; steps: readonly string[] };
  tie: string;
  closing: string;
}

/** The result as text for a chat or a notebook. */
export function choiceText(
  { suggested, tied, left, remarks }: Choice,
  answers: Answers,
  questions: readonly ChoiceQuestion[],
  nameOf: (platform: string) => string,
  words: ChoiceWords,
): string {
  const reasons = (sign: string, rules: readonly ChoiceRule[]): string[] =>
    rules.map(({ text }) => `${sign} ${text}`);
  const given = questions.map(
    ({ id, short, options }) =>
      `${short}：${options.find((option) => option.id === answers[id])?.label ?? '没答'}`,
  );
  const found = suggested.flatMap((verdict, index) => [
    '',
    `${index === 0 ? '先看' : '再看'}：${nameOf(verdict.platform)}`,
    ...reasons('＋', verdict.for),
    ...reasons('－', verdict.against),
  ]);
  const passed = alike(left).flatMap(({ platforms, of }) => [
    platforms.map(nameOf).join('、'),
    ...reasons('＋', of.for),
    ...reasons('－', [...of.against, ...of.stops]),
  ]);
  return [
    '【选一个主平台】',
    ...given,
    ...(suggested.length > 0
      ? [...found, ...(tied ? ['', words.tie] : [])]
      : ['', words.none.text, ...words.none.steps.map((step, index) => `${index + 1}. ${step}`)]),
    ...(passed.length > 0 ? ['', '没选的：', ...passed] : []),
    ...(remarks.length > 0 ? ['', '还要知道：', ...reasons('·', remarks)] : []),
    '',
    words.closing,
  ].join('\n');
}
