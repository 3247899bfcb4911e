// The page draws its charts by itself. What lets one read their values is many times the size of a page, so it comes when a mouse points at a
// chart or a finger taps on it, and is then told where that was.

const charts = [...document.querySelectorAll('.chart')];
let loading, last;

for (const plot of charts.map(chart => chart.querySelector('.plot'))) {
  plot.addEventListener('pointermove', event => { if (event.pointerType === 'mouse') point(plot, event, ['mousemove']); });
  plot.addEventListener('click', event => point(plot, event, ['mousedown', 'mouseup', 'click']));
}

function point(plot, event, types) {
  if (plot.drawing) return;
  last = { plot, types, clientX: event.clientX, clientY: event.clientY };
  loading ??= load(plot.closest('.chart').dataset.script);
}

function load(address) {
  const script = document.createElement('script');
  script.src = address;
  script.addEventListener('load', tellWhere);
  script.addEventListener('error', () => { loading = undefined; });
  document.head.append(script);
  return script;
}

function tellWhere() {
  const { plot, types, ...where } = last;
  for (const type of types) plot.querySelector('canvas').dispatchEvent(new MouseEvent(type, { ...where, bubbles: true }));
}
