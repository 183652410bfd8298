/** State in the fragment of the address: no server ever sees it. */

/** What stands behind `#`; a query of the same form is moved there first, for apps that drop fragments. The fragment wins. */
export function readFragment(isOurs: (text: string) => boolean): string {
  const fragment = location.hash.slice(1);
  if (fragment || !isOurs(location.search)) return fragment;
  const moved = location.search.slice(1);
  replaceFragment(moved);
  return moved;
}

/** Puts text behind `#` without a new entry in the history, and drops the query. */
export function replaceFragment(text: string): void {
  try {
    history.replaceState(history.state, '', location.pathname + (text ? `#${text}` : ''));
  } catch {
    // Browsers refuse replaceState when called very often; the next change catches up.
  }
}

export function onFragment(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
