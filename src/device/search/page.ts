/** /search/?q=…: the search as a page one can link to. The address follows the field. */
import { make } from './dom.ts';
import { followArrows } from './keys.ts';
import { createPanel } from './panel.ts';

function keepAddress(query: string): void {
  try {
    history.replaceState(
      history.state,
      '',
      query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`,
    );
  } catch {
    // Browsers refuse replaceState when called very often; the next answer catches up.
  }
}

const place = document.querySelector<HTMLElement>('#search-here');
if (place) {
  const panel = createPanel({ batch: 20, answered: keepAddress });
  const [field, ...others] = panel.nodes;
  const form = make(
    'form',
    { className: 'search-form', role: 'search' },
    ...(field ? [field] : []),
    make('button', { className: 'search-more' }, '搜索'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    panel.ask(panel.input.value);
  });
  place.replaceChildren(form, make('div', { className: 'search-body' }, ...others));
  followArrows(place, panel.input);
  const query = new URLSearchParams(location.search).get('q') ?? '';
  // With results to read, a keyboard sliding up on a phone would only cover them.
  panel.ask(query, query === '');
}
