/** Arrows go through field, kinds and results in the order they stand; everything stays reachable by Tab as well. */
export function followArrows(box: HTMLElement, input: HTMLInputElement): void {
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const links = [
      ...box.querySelectorAll<HTMLAnchorElement>(
        '.search-results > li > a:first-child, .search-links a, .search-links button, .search-full button:not([hidden])',
      ),
    ];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (links.length === 0) return;
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    if (next < 0) return input.focus();
    const target = links[Math.min(next, links.length - 1)];
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  });
}
