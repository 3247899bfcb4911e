// What every page gains with scripts: menus that close, and heat cells that arrow keys walk through.
import { isTouch, tell } from './pointing.js';

document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const menu = event.target.closest('details.menu[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

for (const cells of document.querySelectorAll('[data-cells]')) {
  cells.addEventListener('click', event => {
    const cell = event.target.closest('svg a') ?? event.target.closest('svg rect');
    const text = cell?.querySelector('title')?.textContent;
    if (!isTouch() || !text) return;
    event.preventDefault();
    tell(cells.querySelector('[data-point]'), [text], cell.href?.baseVal, cells.dataset.further);
  });
}

// A year has hundreds of cells: one tab stop for all of them, arrow keys inside. Without scripts the table has the links.
// In a calendar a row is a weekday: sideways leads along it, a week or more at a time, up and down from day to day.
// In a week a column is an hour, and up and down lead along it.
for (const group of document.querySelectorAll('[data-roving]')) {
  const cells = [...group.querySelectorAll('a')];
  showLast(group.parentElement, cells.at(-1));
  let current = cells.length - 1;
  if (current >= 0) cells[current].setAttribute('tabindex', '0');
  const isGrid = group.dataset.roving === 'grid';
  const place = (cell, axis) => cell.querySelector('rect').getAttribute(axis);
  const isAlong = (index, axis) => place(cells[index], axis) === place(cells[current], axis);
  const before = axis => cells.findLastIndex((_, index) => index < current && isAlong(index, axis));
  const after = axis => cells.findIndex((_, index) => index > current && isAlong(index, axis));
  const steps = {
    ArrowUp: () => isGrid ? before('x') : Math.max(0, current - 1),
    ArrowDown: () => isGrid ? after('x') : Math.min(cells.length - 1, current + 1),
    ArrowLeft: () => before('y'),
    ArrowRight: () => after('y'),
    Home: () => 0,
    End: () => cells.length - 1,
  };
  group.addEventListener('keydown', event => {
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = steps[event.key]();
    if (next < 0) return;
    cells[current].setAttribute('tabindex', '-1');
    current = next;
    cells[current].setAttribute('tabindex', '0');
    cells[current].focus();
  });
}

// Where not all of it fits, the newest is what one came for.
function showLast(place, cell) {
  if (!cell) return;
  const margin = 16;
  const hidden = cell.getBoundingClientRect().right - place.getBoundingClientRect().right;
  if (hidden > 0) place.scrollLeft += hidden + margin;
}

// Links that only arrange a part of the page anew leave the reader where they are. The place that such a link names is for browsers without
// scripts: a browser goes there with the first frame, which preloaded letters may hold back beyond the load event.
const keptPlace = 'personalify-place';
for (const part of document.querySelectorAll('[data-stay]')) {
  part.addEventListener('click', event => {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    link.hash = '';
    sessionStorage.setItem(keptPlace, JSON.stringify([part.id, scrollY]));
  });
}
const kept = JSON.parse(sessionStorage.getItem(keptPlace));
sessionStorage.removeItem(keptPlace);
if (kept) stay(document.getElementById(kept[0]), kept[1]);

// The keyboard goes on in the part, too.
function stay(part, place) {
  if (part) {
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  }
  scrollTo({ top: place, behavior: 'instant' });
}

// One page is kept for when the server cannot be reached.
navigator.serviceWorker?.register(`/sw.js?language=${document.documentElement.lang}`);

// A new account is in the zone of the browser, unless its person chooses another.
for (const select of document.querySelectorAll('select[data-time-zone="guess"]')) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some(option => option.value === zone)) select.value = zone;
}

// Where tabs or years do not all fit, the current one is in sight.
for (const row of document.querySelectorAll('.tabs, .picker')) {
  const current = row.querySelector('[aria-current]');
  if (!current) continue;
  const [outside, inside] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
  if (inside.right > outside.right) row.scrollLeft += inside.right - outside.right;
  else if (inside.left < outside.left) row.scrollLeft -= outside.left - inside.left;
}
