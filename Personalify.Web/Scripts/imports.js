// The import pages with scripts: drag and drop, the upload's progress, and a report that comes by itself.

function upload(form) {
  const drop = form.querySelector('[data-drop]');
  const input = form.querySelector('input[type=file]');
  takeDrops(over => drop.classList.toggle('over', over), files => {
    input.files = files;
    form.querySelector('button').focus();
  });
  form.addEventListener('submit', event => { event.preventDefault(); send(form); });
}

// The whole page takes files: one that misses the box would otherwise be opened in the page's place. Dropping only chooses them, so that
// there is still the choice to look first.
function takeDrops(show, take) {
  const hasFiles = event => event.dataTransfer.types.includes('Files');
  document.addEventListener('dragover', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    show(true);
  });
  document.addEventListener('dragleave', event => { if (event.relatedTarget === null) show(false); });
  document.addEventListener('drop', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    show(false);
    if (event.dataTransfer.files.length > 0) take(event.dataTransfer.files);
  });
}

function send(form) {
  const progress = form.querySelector('[data-progress]');
  const bar = progress.querySelector('progress');
  const detail = progress.querySelector('.sub');
  const button = form.querySelector('button');
  const request = new XMLHttpRequest();
  const finish = text => { progress.hidden = true; button.disabled = false; refuse(form, text); };
  refuse(form, null);
  progress.hidden = false;
  button.disabled = true;
  request.upload.addEventListener('progress', event => {
    const percent = event.total ? Math.floor(100 * event.loaded / event.total) : 0;
    bar.value = percent;
    progress.querySelector('.amount').textContent = `${percent}\u202f%`;
    detail.textContent = percent === 100 ? form.dataset.arrived : '';
  });
  request.addEventListener('load', () => {
    const answer = request.response;
    if (answer?.location) location.assign(answer.location);
    else finish(answer?.message ?? form.dataset.status.replace('{0}', request.status));
  });
  request.addEventListener('error', () => finish(form.dataset.lost));
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'application/json');
  request.responseType = 'json';
  request.send(new FormData(form));
}

function refuse(form, text) {
  const message = form.querySelector('[data-refusal]');
  message.hidden = text === null;
  message.textContent = text ?? '';
}

const between = 1000;
const longestPause = 15000;

function follow(place, pause = between) {
  if (place.querySelector('[data-moving]')?.dataset.moving !== 'true') return;
  setTimeout(async () => follow(place, await look(place) ? between : Math.min(longestPause, pause * 2)), pause);
}

async function look(place) {
  let response;
  try {
    response = await fetch(place.dataset.import, { headers: { Accept: 'text/html' } });
  } catch {
    return false; // The server is away for a moment; the next look finds it again.
  }
  if (response.status === 404) {
    location.replace('/imports'); // It was cancelled, in another window or on another device.
    return true;
  }
  if (!response.ok) return false;
  // The answer is our own page's part, encoded by the server, and the pages' policy runs no script that came with it.
  place.innerHTML = await response.text();
  if (place.querySelector('[data-moving]').dataset.moving !== 'true') {
    document.querySelector('[data-announce]').textContent = place.querySelector('h1').textContent;
  }
  return true;
}

const forms = document.querySelectorAll('[data-upload]');
for (const form of forms) upload(form);
if (forms.length === 0) takeDrops(() => {}, () => {}); // Nothing is taken here, and the page stays all the same.
for (const place of document.querySelectorAll('[data-import]')) follow(place);
