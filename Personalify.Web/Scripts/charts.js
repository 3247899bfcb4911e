// Draws each chart in the place of the page's own drawing, from the cells of its table, in the colours of the tokens, and again when the
// colour scheme changes. Of ECharts only what is named here is in the bundle: a chart of another kind needs its part named.
import { init, use } from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
import { isTouch, tell } from './pointing.js';

use([LineChart, GridSimpleComponent, CanvasRenderer]);

const number = new Intl.NumberFormat(document.documentElement.lang);
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
      isPart: rows.map(row => row.cells[column + 1].dataset.part === 'true'),
      values: rows.map(row => numberOf(row.cells[column + 1].dataset.value)),
      texts: rows.map(row => row.cells[column + 1].textContent.trim()),
    })),
  };
}

function numberOf(text) {
  return text === undefined || text === '' ? null : Number(text);
}

function line(series, colours, isSparse) {
  const colour = series.isBefore ? colours.second : colours.accent;
  return {
    name: series.name,
    type: 'line',
    data: series.values.map((value, index) => series.isPart[index] ? null : value),
    z: series.isBefore ? 3 : 2,
    symbol: 'circle',
    symbolSize: 7,
    showSymbol: !series.isBefore && isSparse,
    showAllSymbol: true,
    lineStyle: { color: colour, width: series.isBefore ? 1.75 : 2.5, type: series.isBefore ? [4, 4] : 'solid' },
    itemStyle: { color: colour, borderColor: colours.surface, borderWidth: 1 },
    areaStyle: series.isBefore ? undefined : { color: colours.soft, opacity: 1 },
    emphasis: { disabled: true },
  };
}

// A part of a month stands alone as an open circle: joined to the line it would look like a fall.
function parts(series, colours) {
  return {
    type: 'line',
    data: series.values.map((value, index) => series.isPart[index] ? value : null),
    z: 4,
    symbol: 'circle',
    symbolSize: 9,
    showAllSymbol: true,
    lineStyle: { width: 0 },
    itemStyle: { color: colours.surface, borderColor: colours.accent, borderWidth: 2 },
    emphasis: { disabled: true },
  };
}

function options(chart) {
  const colours = {
    accent: token('accent'), soft: token('accent-soft'), second: token('second'), surface: token('surface'),
    line: token('line'), muted: token('muted'),
  };
  const text = { color: colours.muted, fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 11 };
  return {
    animation: false,
    grid: { left: 34, right: 12, top: 12, bottom: 26 },
    xAxis: {
      type: 'category', data: chart.axis, boundaryGap: false, axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      // The names at both ends stay inside the drawing.
      axisLabel: { ...text, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
    },
    yAxis: {
      type: 'value', splitNumber: 3, min: 0, axisLabel: { ...text, formatter: value => value === 0 ? `0 ${chart.unit}` : number.format(value) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      ...chart.series.map(series => line(series, colours, chart.axis.length <= 13)),
      ...chart.series.filter(series => !series.isBefore).map(series => parts(series, colours)),
    ],
  };
}

function draw(figure) {
  const plot = figure.querySelector('.plot');
  const chart = read(figure);
  const inside = document.createElement('div');
  inside.className = 'inside';
  plot.replaceChildren(inside);
  const drawing = init(inside, null, { renderer: 'canvas' });
  plot.drawing = drawing; // For those who look at it from outside.
  drawing.setOption(options(chart));
  listen(figure, chart, drawing);
  new ResizeObserver(() => drawing.resize()).observe(plot);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawing.setOption(options(chart), true));
}

// A mouse reads by hovering and goes on by a click. A finger has its tap for reading; the text it gets has the link.
function listen(figure, chart, drawing) {
  const point = figure.querySelector('[data-point]');
  const indexAt = event => drawing.convertFromPixel({ xAxisIndex: 0 }, event.offsetX);
  const rule = addRule(figure.querySelector('.plot'));
  const mark = index => {
    rule.hidden = chart.labels[index] === undefined;
    rule.style.translate = `${drawing.convertToPixel({ xAxisIndex: 0 }, index)}px`;
  };
  const space = drawing.getZr();
  space.on('mousemove', event => {
    if (isTouch()) return;
    mark(indexAt(event));
    if (!tell(point, describe(chart, indexAt(event)))) return;
    point.classList.add('beside');
    place(point, event.offsetX, event.offsetY, figure.clientWidth);
  });
  space.on('globalout', () => { if (!isTouch()) point.hidden = rule.hidden = true; });
  space.on('click', event => {
    const link = chart.links[indexAt(event)];
    mark(indexAt(event));
    if (!isTouch()) {
      if (link) location.href = link;
      return;
    }
    point.classList.remove('beside');
    tell(point, describe(chart, indexAt(event)), link, figure.dataset.further);
  });
}

// The line at the point that is read.
function addRule(plot) {
  const rule = document.createElement('span');
  rule.className = 'rule';
  rule.hidden = true;
  plot.append(rule);
  return rule;
}

function describe(chart, index) {
  if (chart.labels[index] === undefined) return null;
  return [chart.labels[index], ...chart.series.map(series => `${series.name}: ${series.texts[index]}`)];
}

// Beside the pointer, on the side that has the place.
function place(point, x, y, width) {
  const gap = 14;
  const left = x + gap + point.offsetWidth > width ? x - gap - point.offsetWidth : x + gap;
  point.style.translate = `${Math.max(0, left)}px ${y + gap}px`;
}

for (const figure of document.querySelectorAll('.chart')) draw(figure);
