// What draws charts is many times the size of a page: it comes when the first chart comes into sight. Without it the table is what one reads.

const charts = [...document.querySelectorAll('.chart')];

const inSight = new IntersectionObserver(entries => {
  if (!entries.some(entry => entry.isIntersecting)) return;
  inSight.disconnect();
  const script = document.createElement('script');
  script.src = charts[0].dataset.script;
  script.addEventListener('error', () => charts.forEach(chart => { chart.dataset.drawn = ''; }));
  document.head.append(script);
});
charts.forEach(chart => inSight.observe(chart));
