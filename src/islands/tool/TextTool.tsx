import type { JSX } from 'solid-js';
import { Findings } from './Findings.tsx';
import { ToolFrame, type ToolProps } from './ToolFrame.tsx';

/** A tool that looks through a text and lists what it found. */
export default function TextTool(props: ToolProps): JSX.Element {
  return ToolFrame(props, { findings: Findings });
}
