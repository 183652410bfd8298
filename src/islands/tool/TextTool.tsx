import type { JSX } from 'solid-js';
import { Findings } from './Findings.tsx';
import { ToolFrame, type ToolProps } from './ToolFrame.tsx';

/** How long a page of a text tool is left to itself before it fetches what it looks for. */
const REST = 1500;

/**
 * The words that are looked for weigh as much as a tool: they come once the form is touched, or when the page has long
 * been there. What a link or a reload brings is checked at once.
 */
function wait(form: HTMLFormElement, load: () => void): void {
  if (location.hash || location.search || form.contains(document.activeElement)) {
    load();
    return;
  }
  for (const touch of ['focusin', 'pointerdown']) form.addEventListener(touch, load, { once: true });
  setTimeout(load, REST);
}

/** A tool that looks through a text and lists what it found. */
export default function TextTool(props: ToolProps): JSX.Element {
  return ToolFrame(props, { findings: Findings, wait });
}
