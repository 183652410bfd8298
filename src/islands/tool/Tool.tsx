import type { JSX } from 'solid-js';
import { ToolFrame, type ToolProps } from './ToolFrame.tsx';

/** A tool whose inputs are single fields. */
export default function Tool(props: ToolProps): JSX.Element {
  return ToolFrame(props);
}
