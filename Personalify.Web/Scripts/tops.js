// Spotify's tops with scripts: a synchronization's progress that comes by itself, and a slider through earlier ones.

const between = 1000;
const longestPause = 15000;
const slid = 'tops-slid';

function follow(place, pause = between) {
  if (place.querySelector('[data-moving]')?.dataset.moving !== 'true') return;
  setTimeout(async () => follow(place, await look(place) ? between : Math.min(longestPause, pause * 2)), pause);
}

async function look(place) {
  let response;
  try {
    response = await fetch(place.dataset.sync, { headers: { Accept: 'text/html' } });
  } catch {
    return false; // The server is away for a moment; the next look finds it again.
  }
  if (response.redirected) location.reload(); // The session has ended, and the page itself leads to the sign-in.
  if (!response.ok || response.redirected) return false;
  // The answer is our own page's part, encoded by the server, and the pages' policy runs no script that came with it.
  place.innerHTML = await response.text();
  const state = place.querySelector('[data-moving]');
  if (state.dataset.moving !== 'true') {
    document.querySelector('[data-announce]').textContent = state.dataset.said;
    location.reload(); // The lists are new.
  }
  return true;
}

// While it moves it only says where it would go; letting go, or a key, goes there.
function slide(moments) {
  const label = moments.querySelector('label');
  const input = label.querySelector('input');
  const options = moments.querySelectorAll('option');
  label.hidden = false;
  input.addEventListener('input', () => {
    const text = options[input.valueAsNumber].label;
    moments.querySelector('output').textContent = text;
    input.setAttribute('aria-valuetext', text);
  });
  input.addEventListener('change', () => {
    sessionStorage.setItem(slid, '1');
    location.assign(options[input.valueAsNumber].dataset.href);
  });
  // Who goes on by the arrow keys finds the slider where it was.
  if (sessionStorage.getItem(slid)) input.focus();
  sessionStorage.removeItem(slid);
}

for (const place of document.querySelectorAll('[data-sync]')) follow(place);
for (const moments of document.querySelectorAll('[data-moments]')) slide(moments);
