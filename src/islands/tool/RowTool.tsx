import type { JSX } from 'solid-js';
import { Rows } from './Rows.tsx';
import { ToolFrame, type ToolProps } from './ToolFrame.tsx';

/** A tool with a table whose rows are computed alike. */
export default function RowTool(props: ToolProps): JSX.Element {
  return ToolFrame(props, { table: Rows });
}
