import { renderToString } from 'solid-js/web';
import { describe, expect, it } from 'vitest';
import Quiz from '#src/islands/quiz/Quiz.tsx';
import RichQuiz from '#src/islands/quiz/RichQuiz.tsx';
import * as sample from '../unit/quiz/sample.ts';
import { ADDRESS, sheet } from './quizSheet.ts';

const text = (html: string): string => html.replace(/<!--.*?-->|<[^>]*>/g, '');

describe('a quiz without JavaScript', () => {
  it('shows every question, every option, every reason, the explanation and where the chapter says it', async () => {
    const quiz = await sheet();
    const html = renderToString(() => <RichQuiz quiz={quiz} address={ADDRESS} />);
    const said = text(html);
    expect(said).toContain('8题');
    for (const question of sample.questions) {
      expect(html).toContain(`id="${question.id}"`);
      expect(said).toContain(`看原文：${question.see}`);
      if (question.kind === 'numeric') continue;
      expect(said).toContain(question.stem);
      expect(said).toContain(`解析：${question.explain}`);
    }
    const reasons = [
      ...sample.single.options.flatMap(({ text: option, reason }) => [option, reason]),
      ...sample.multiple.options.flatMap(({ text: option, reason }) => [option, reason]),
      sample.boolean.whenTrue,
      sample.boolean.whenFalse,
      ...sample.order.items.flatMap(({ text: item, reason }) => [item, reason]),
      ...sample.match.pairs.flatMap(({ left, right, reason }) => [left, right, reason]),
      ...sample.fill.near.flatMap(({ text: near, says }) => [near, says]),
      ...Object.values(sample.scenario.steps).flatMap(({ says, replies }) => [
        says,
        ...replies.flatMap((reply) => [reply.text, reply.reason]),
      ]),
    ];
    for (const reason of reasons) expect(said).toContain(reason);
    const drawn = quiz.drawn['gmv-plan'];
    expect(said).toContain(drawn?.stem);
    expect(said).toContain(drawn?.working[0]);
    for (const wrong of drawn?.wrong ?? []) expect(said).toContain(wrong.says);
  });

  it('keeps the answers in closed boxes, and nothing is chosen', async () => {
    const quiz = await sheet();
    const html = renderToString(() => <RichQuiz quiz={quiz} address={ADDRESS} />);
    expect(html.match(/<details/g)).toHaveLength(sample.questions.length);
    expect(html).not.toMatch(/<details[^>]* open/);
    expect(html).not.toMatch(/ checked/);
    expect(html).not.toContain('你选的');
    const first = html.slice(html.indexOf('id="drop-first"'), html.indexOf('</form>'));
    expect(first).not.toContain('先知道是哪个来源掉的');
  });

  it('does not leave the page when a form is sent too early', async () => {
    const quiz = await sheet();
    const html = renderToString(() => <RichQuiz quiz={quiz} address={ADDRESS} />);
    expect(html.match(/<form[^>]*>/g)?.every((form) => form.includes('method="dialog"'))).toBe(true);
  });

  it('links each question to its place, with the seed of its numbers', async () => {
    const quiz = await sheet([sample.single, sample.numeric]);
    const html = renderToString(() => <Quiz quiz={quiz} address={ADDRESS} />);
    expect(html).toContain('href="/practice/data/metrics/#drop-first"');
    expect(html).toContain(`href="/practice/data/metrics/?seed=${quiz.seed}#gmv-plan"`);
    expect(text(html)).toContain(`编号${quiz.seed}`);
  });

  it('is the same every time', async () => {
    const quiz = await sheet();
    const render = (): string => renderToString(() => <RichQuiz quiz={quiz} address={ADDRESS} />);
    expect(render()).toBe(render());
  });

  it('shows text as text', async () => {
    const quiz = await sheet([{ ...sample.single, stem: '<img src=x onerror=alert(1)>' }]);
    const html = renderToString(() => <Quiz quiz={quiz} address={ADDRESS} />);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});
