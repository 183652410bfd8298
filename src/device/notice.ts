/** Tells the person something in passing; the page shows it for a while and reads it out politely. */
export interface Notice {
  text: string;
  /** one thing they may do about it, such as 撤销 */
  action?: { label: string; run: () => void };
}

export const NOTICE = 'youshu:notice';

export const notify = (text: string, action?: Notice['action']): void => {
  dispatchEvent(new CustomEvent<Notice>(NOTICE, { detail: { text, ...(action && { action }) } }));
};
