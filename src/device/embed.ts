/** In a frame: tells the page around how tall this one is, so that it needs no scroll bar of its own. */
if (parent !== window) {
  const tell = (): void =>
    parent.postMessage(
      { type: 'youshu:height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) },
      '*',
    );
  new ResizeObserver(tell).observe(document.body);
  tell();
}
