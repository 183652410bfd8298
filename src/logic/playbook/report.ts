import { formatNumber } from '../number/format.ts';
import { parseTyped } from '../number/typing.ts';
import { type ChecklistItem, type ChecklistRun, progress } from './checklist.ts';

function valueText({ value }: ChecklistItem, typed: string | undefined): string {
  if (!value || !typed?.trim()) return '';
  const read = parseTyped(typed, { unit: value.unit, signed: true });
  return read.state === 'ok'
    ? `${value.label} ${formatNumber(read.value, value.unit, 'prose')}`
    : `${value.label} ${typed.trim()}`;
}

/** 日报: the run as text for a group chat. */
export function report(run: ChecklistRun): string {
  const { done, skipped, total, score } = progress(run);
  const lines: string[] = [`【${run.template.title}】${run.date}`];
  lines.push(
    `完成 ${done}/${total - skipped}${skipped ? `，不适用 ${skipped}` : ''}${score === undefined ? '' : `，得分 ${score}`}`,
  );
  for (const section of run.template.sections) {
    const said = section.items.flatMap((item) => {
      const noted = run.marks[item.id];
      const extra = [valueText(item, noted?.value), noted?.note?.trim()].filter(Boolean).join('；');
      if (noted?.skip) return [`－ ${item.text}（不适用：${noted.skip}）`];
      if (noted?.done) return [`✓ ${item.text}${extra && `｜${extra}`}`];
      return [`✗ ${item.text}${extra && `｜${extra}`}`];
    });
    lines.push('', section.title, ...said);
  }
  return lines.join('\n');
}
