// Draws each chart from the cells of its own table, in the colours of the tokens, and again when the colour scheme changes.

const probe = document.createElement('span');
probe.hidden = true;
document.body.append(probe);

function token(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

function read(figure) {
  const heads = [...figure.querySelectorAll('thead th')].slice(1);
  const rows = [...figure.querySelectorAll('tbody tr')];
  return {
    unit: figure.dataset.unit,
    labels: rows.map(row => row.cells[0].textContent.trim()),
    axis: rows.map(row => row.cells[0].dataset.axis),
    links: rows.map(row => row.cells[0].querySelector('a')?.href),
    series: heads.map((head, column) => ({
      name: head.textContent.trim(),
      isBefore: head.dataset.before === 'true',
      values: rows.map(row => number(row.cells[column + 1].dataset.value)),
      texts: rows.map(row => row.cells[column + 1].textContent.trim()),
    })),
  };
}

function number(text) {
  return text === undefined || text === '' ? null : Number(text);
}

function line(series, colours, isSparse) {
  const colour = series.isBefore ? colours.second : colours.accent;
  return {
    name: series.name,
    type: 'line',
    data: series.values,
    z: series.isBefore ? 3 : 2,
    symbol: 'circle',
    symbolSize: 7,
    showSymbol: !series.isBefore && isSparse,
    showAllSymbol: true,
    lineStyle: { color: colour, width: series.isBefore ? 1.75 : 2.5, type: series.isBefore ? [4, 4] : 'solid' },
    itemStyle: { color: colours.surface, borderColor: colour, borderWidth: 2 },
    areaStyle: series.isBefore ? undefined : { color: colours.soft, opacity: 1 },
    emphasis: { disabled: true },
  };
}

function options(chart) {
  const colours = {
    accent: token('accent'), soft: token('accent-soft'), second: token('second'), surface: token('surface'),
    line: token('line'), ink: token('ink'), muted: token('muted'),
  };
  const text = { color: colours.muted, fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 11 };
  return {
    animation: false,
    grid: { left: 34, right: 12, top: 12, bottom: 26 },
    xAxis: {
      type: 'category', data: chart.axis, boundaryGap: false, axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } }, axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value', splitNumber: 3, min: 0, axisLabel: { ...text, formatter: value => value === 0 ? `0 ${chart.unit}` : value },
      splitLine: { lineStyle: { color: colours.line } },
    },
    // Drawn on the canvas: a tooltip made of markup would need inline styles, which the pages forbid.
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colours.surface, borderColor: colours.line,
      textStyle: { ...text, color: colours.ink, fontSize: 12 },
      axisPointer: { type: 'line', lineStyle: { color: colours.muted, type: 'solid', width: 1 } },
      formatter: points => describe(chart, points[0].dataIndex),
    },
    series: chart.series.map(series => line(series, colours, chart.axis.length <= 13)),
  };
}

function describe(chart, index) {
  return [chart.labels[index], ...chart.series.map(series => `${series.name}: ${series.texts[index]}`)].join('\n');
}

function draw(figure) {
  const plot = figure.querySelector('.plot');
  plot.hidden = false;
  figure.querySelector('details').open = false;
  figure.dataset.drawn = '';
  const chart = read(figure);
  const drawing = echarts.init(plot, null, { renderer: 'canvas' });
  drawing.setOption(options(chart));
  drawing.getZr().on('click', event => {
    const index = drawing.convertFromPixel({ xAxisIndex: 0 }, event.offsetX);
    if (chart.links[index]) location.href = chart.links[index];
  });
  new ResizeObserver(() => drawing.resize()).observe(plot);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawing.setOption(options(chart), true));
}

// Text is measured when it is drawn, so the fonts have to be there first.
document.fonts.ready.then(() => {
  for (const figure of document.querySelectorAll('.chart')) {
    if (window.echarts) draw(figure);
    else figure.dataset.drawn = '';
  }
});
