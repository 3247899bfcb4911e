// How the page is being used: a finger has no hover, so its first tap on a drawing reads and does not lead away.
// It is kept on the page, because what asks may have come after the tap.
const page = document.documentElement;
document.addEventListener('pointerdown', event => { page.dataset.pointer = event.pointerType; }, true);

export function isTouch() {
  return page.dataset.pointer === 'touch';
}

// Says what a point of a drawing is, and where to go on from it; false where there is nothing to say.
export function tell(place, lines, href, further) {
  place.hidden = !lines;
  if (!lines) return false;
  const first = document.createElement('b');
  first.textContent = lines[0];
  place.replaceChildren(first, ...lines.slice(1).map(text => `\n${text}`));
  if (href) {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = further;
    place.append('\n', link);
  }
  return true;
}
