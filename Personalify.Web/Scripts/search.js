// The search of the shell: suggestions while one types (a combobox with a list box, after WAI-ARIA's practices), "/" to get there.
// Without scripts the form leads to the page of results.

const delay = 150;

for (const form of document.querySelectorAll('form[data-suggest]')) suggest(form);

document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const input = [...document.querySelectorAll('form[role=search] input')].find(field => field.offsetParent !== null);
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

function suggest(form) {
  const input = form.querySelector('input');
  const list = form.querySelector('[role=listbox]');
  const state = form.querySelector('[aria-live]');
  let timer, asked, current = -1;

  const options = () => [...list.children];

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    current = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = index => {
    current = index;
    options().forEach((option, place) => option.setAttribute('aria-selected', place === current));
    if (current < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', options()[current].id);
    options()[current]?.scrollIntoView({ block: 'nearest' });
  };

  const show = found => {
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    state.textContent = found.length === 0 ? form.dataset.none : form.dataset.some.replace('{0}', found.length);
    choose(-1);
  };

  const option = (found, index) => {
    const item = document.createElement('li');
    item.id = `${list.id}-${index}`;
    item.setAttribute('role', 'option');
    item.dataset.href = found.href;
    item.append(text('bdi', found.name), text('small', [found.kind, found.detail].filter(Boolean).join(' · ')));
    item.addEventListener('mousedown', event => event.preventDefault());
    item.addEventListener('click', () => { location.href = found.href; });
    return item;
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${form.action}?handler=Suggest&q=${encodeURIComponent(input.value)}`, { signal: asked.signal });
      if (answer.ok && !answer.redirected) show(await answer.json());
    } catch (failure) {
      // The form itself still works, and says what is wrong.
      if (failure.name !== 'AbortError') close();
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim() === '') close();
    else timer = setTimeout(ask, delay);
  });

  input.addEventListener('keydown', event => {
    const count = options().length;
    if (event.key === 'Escape') close();
    else if (list.hidden || count === 0) return;
    else if (event.key === 'ArrowDown') choose(current + 1 < count ? current + 1 : -1);
    else if (event.key === 'ArrowUp') choose(current === -1 ? count - 1 : current - 1);
    else if (event.key === 'Enter' && current >= 0) location.href = options()[current].dataset.href;
    else return;
    event.preventDefault();
  });

  input.addEventListener('blur', close);
}

function text(name, value) {
  const element = document.createElement(name);
  element.textContent = value;
  return element;
}
