// What plays at Spotify now, in the shell: asked for after the page is there and while it is looked at. Without a connection it is asked
// for once in a while only.

const places = [...document.querySelectorAll('[data-playing]')];
const said = document.querySelector('[data-playing-said]');
const idle = 180;
const quiet = 'personalify-no-playing';
const quietFor = 600_000;
let timer, shown;

async function look() {
  clearTimeout(timer);
  if (document.hidden) return; // It goes on when the page is visible again.
  if (Date.now() - Number(sessionStorage.getItem(quiet) ?? 0) < quietFor) return;
  timer = setTimeout(look, 1000 * await ask());
}

async function ask() {
  let response;
  try {
    response = await fetch(places[0].dataset.playing, { headers: { Accept: 'text/html' } });
  } catch {
    return idle; // The server is away for a moment.
  }
  if (response.status === 204 || response.redirected) sessionStorage.setItem(quiet, String(Date.now()));
  show(response.ok && response.status === 200 && !response.redirected ? await response.text() : '');
  return Number(places[0].querySelector('[data-next]')?.dataset.next ?? idle);
}

// The answer is our own page's part, encoded by the server, and the pages' policy runs no script that came with it.
function show(part) {
  const title = new DOMParser().parseFromString(part, 'text/html').querySelector('[data-title]')?.dataset.title;
  // What was there when the page came is not news; another title is.
  if (said && shown !== undefined && title && title !== shown) said.textContent = title;
  shown = title ?? '';
  for (const place of places) {
    if (place.contains(document.activeElement)) continue; // A link that has the focus is not replaced.
    place.innerHTML = part;
    place.hidden = part.trim() === '';
  }
}

if (places.length > 0) {
  document.addEventListener('visibilitychange', look);
  addEventListener('load', look);
}
