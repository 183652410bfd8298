import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NOTICE, type Notice } from '#src/device/notice.ts';
import Quiz from '#src/islands/quiz/Quiz.tsx';
import * as sample from '../unit/quiz/sample.ts';
import { ADDRESS, sheet } from './quizSheet.ts';

/** Stands for a part of the program that the network does not give. */
vi.mock('#src/islands/quiz/numbers.ts', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

const notices: string[] = [];
const onNotice = (event: Event): void => void notices.push((event as CustomEvent<Notice>).detail.text);
beforeEach(() => {
  localStorage.clear();
  notices.length = 0;
  addEventListener(NOTICE, onNotice);
});
afterEach(() => {
  cleanup();
  removeEventListener(NOTICE, onNotice);
});

it('says when numbers cannot be fetched, and stays as it was', async () => {
  const quiz = await sheet([sample.numeric, sample.boolean]);
  render(() => <Quiz quiz={quiz} address={ADDRESS} />);
  const field = screen.getByRole('textbox');
  fireEvent.input(field, { target: { value: '98000' } });
  fireEvent.click(screen.getAllByRole('button', { name: '提交' })[0]!);
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('检查一下网络再试'));
  expect(field).toHaveProperty('value', '98000');
  fireEvent.click(screen.getByRole('button', { name: '换一组数' }));
  await waitFor(() => expect(notices).toEqual(['没取到题目要的数字，检查一下网络再试。']));
  expect(document.body.textContent).toContain(quiz.drawn['gmv-plan']?.stem);
  expect(field).toHaveProperty('value', '98000');

  fireEvent.click(screen.getByRole('radio', { name: '错' }));
  fireEvent.click(screen.getAllByRole('button', { name: '提交' })[1]!);
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('2题，已答1，对1'));
});
