import { decimal, toMachine } from '../number/decimal.ts';
import type { Carry } from './define.ts';
import type { ToolOutput } from './output.ts';
import type { ToolState } from './state.ts';

/** Decimals a carried figure keeps: a percentage to a hundred-millionth, which no fen notices. */
const CARRIED_PLACES = 6;

/** What another tool starts from, ready to stand behind `#`; figures that do not exist stay at its defaults. */
export function carried({ fields, set }: Carry, state: ToolState, output: ToolOutput): string {
  const params = new URLSearchParams(set);
  for (const [theirs, ours] of Object.entries(fields)) {
    const machine = output.results[ours]?.machine;
    const typed = machine ? toMachine(decimal(machine).round(CARRIED_PLACES)) : state.fields[ours];
    if (typed && !output.errors[ours]) params.set(theirs, typed);
  }
  return params.toString();
}
