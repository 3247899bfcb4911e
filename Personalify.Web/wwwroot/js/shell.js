// What every page gains with scripts: menus that close, and heat cells that arrow keys walk through.

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

// A year has hundreds of cells: one tab stop for all of them, arrow keys inside. Without scripts the table has the links.
for (const group of document.querySelectorAll('[data-roving]')) {
  const cells = [...group.querySelectorAll('a')];
  showLast(group.parentElement, cells.at(-1));
  let current = cells.length - 1;
  if (current >= 0) cells[current].setAttribute('tabindex', '0');
  const steps = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7, Home: -Infinity, End: Infinity };
  group.addEventListener('keydown', event => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    cells[current].setAttribute('tabindex', '-1');
    current = Math.max(0, Math.min(cells.length - 1, current + step));
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

// A new account is in the zone of the browser, unless its person chooses another.
for (const select of document.querySelectorAll('select[data-time-zone="guess"]')) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some(option => option.value === zone)) select.value = zone;
}
