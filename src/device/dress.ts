/**
 * A page brings the styles of what it shows at first (src/build/styles.ts). Its whole sheets come with the first touch,
 * and parts fetched from then on wait for them.
 */
const TOUCHES = ['pointerdown', 'keydown', 'input', 'click'] as const;

let touched = false;
let coming: Promise<unknown> | undefined;

function dress(): Promise<unknown> {
  coming ??= Promise.all(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="late"]')].map(
      (sheet) =>
        new Promise<void>((resolve) => {
          sheet.onload = () => resolve();
          // Undressed a part still works; the next one asks again.
          sheet.onerror = () => {
            sheet.rel = 'late';
            coming = undefined;
            resolve();
          };
          sheet.rel = 'stylesheet';
        }),
    ),
  );
  return coming;
}

const touch = (): void => {
  touched = true;
  void dress();
};
for (const kind of TOUCHES) addEventListener(kind, touch, { once: true, capture: true });

/** Every dynamic import of the browsers' build goes through here: see `dressedImports` in src/build/lean.ts. */
export async function dressed<T>(load: () => Promise<T>): Promise<T> {
  const part = load();
  if (touched) await dress();
  return part;
}
