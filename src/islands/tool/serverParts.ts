import type { Component, JSX } from 'solid-js';
import type { ToolLive } from './ToolFrame.tsx';

/** `was`: what stood there as the server made it */
export type LaterPart = Component<{ live: ToolLive; was?: JSX.Element }>;

/** What the server draws of the parts that browsers load later; filled by ./server.ts, empty in a browser. */
export const serverParts: Partial<Record<'actions' | 'drawing' | 'explanation', LaterPart>> = {};
