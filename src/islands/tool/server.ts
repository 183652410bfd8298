import Actions from './Actions.tsx';
import Drawing from './Drawing.tsx';
import Explanation from './Explanation.tsx';
import { serverParts } from './serverParts.ts';

/** Imported where pages are made, never by an island: see Later.tsx. */
Object.assign(serverParts, { actions: Actions, drawing: Drawing, explanation: Explanation });
