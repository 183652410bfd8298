import { createSignal } from 'solid-js';

/**
 * What was filled into blanks, shared by all replies of the page so that a name is asked for once. It lives only as
 * long as the page: filled blanks never enter links, records or exports.
 */
export const [blanks, setBlanks] = createSignal<Readonly<Record<string, string>>>({});
