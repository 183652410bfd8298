/** Elements made of text: nothing typed, stored or loaded is ever read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A button that does one thing. */
export const action = (label: string, className: string, run: () => void): HTMLButtonElement => {
  const button = make('button', { type: 'button', className }, label);
  button.addEventListener('click', run);
  return button;
};
