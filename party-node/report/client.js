// The report's only script of our own: the language switch and the charts. It reads the data element and calls ECharts;
// it never builds markup from a name, and the page's Content-Security-Policy allows no other script.
(() => {
  'use strict';
  const { charts, texts, title } = JSON.parse(document.getElementById('coscore-data').textContent);
  const root = document.documentElement;
  const live = new Map();
  const font = getComputedStyle(document.body).fontFamily;
  let language = 'en';

  const rounded = (digits) => (value) =>
    typeof value === 'number' && Number.isFinite(value) ? value.toFixed(digits).replace('-', '\u2212') : '—';
  const percent = (digits) => (value) => (typeof value === 'number' ? `${(value * 100).toFixed(digits)}%` : '—');
  const formats = {
    percent: percent(0),
    percent1: (value) => (Array.isArray(value) ? value.map(percent(1)).join(' / ') : percent(1)(value)),
    number3: rounded(3),
    number4: rounded(4),
    integer: ({ value }) => String(Math.round(value)),
    short: (given) => {
      const value = typeof given === 'object' && given !== null ? given.value : given;
      return rounded(2)(Array.isArray(value) ? value[2] : value);
    },
    axisPercent: ({ value }) => percent(1)(value),
    // A cell of the correlation matrix. Names come from other parties: encoded before they reach the tooltip.
    cell: ({ value }, chart) => {
      const names = chart.getOption().yAxis[0].data.map((name) => echarts.format.encodeHTML(String(name)));
      return `${names[value[1]]}<br>${names[value[0]]}<br><b>${rounded(3)(value[2])}</b>`;
    },
    // One bin: the bar is its share of rows, the other is its WoE; the series without a value here is left out.
    woe: (items) => {
      const encode = (text) => echarts.format.encodeHTML(String(text));
      const lines = items
        .filter(({ value }) => typeof value === 'number')
        .map((item) => {
          const shown = item.seriesType === 'bar' ? percent(1)(item.value) : rounded(3)(item.value);
          return `${item.marker}${encode(item.seriesName)} <b>${shown}</b>`;
        });
      return [encode(items[0].name), ...lines].join('<br>');
    },
  };

  /** Replaces the markers of charts/option.ts. */
  function resolve(value, element) {
    if (Array.isArray(value)) return value.map((item) => resolve(item, element));
    if (typeof value !== 'object' || value === null) return value;
    if (typeof value.$t === 'string') return texts[value.$t][language];
    if (typeof value.$f === 'string') return (given) => formats[value.$f](given, live.get(element));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, element)]));
  }

  function draw(element) {
    live.get(element)?.dispose();
    const chart = echarts.init(element, null, { renderer: 'svg', locale: language === 'zh' ? 'ZH' : 'EN' });
    live.set(element, chart);
    chart.setOption({
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: font },
      ...resolve(charts[element.dataset.chart], element),
    });
  }

  function show(next) {
    language = next;
    root.dataset.lang = next;
    root.lang = next === 'zh' ? 'zh-CN' : 'en';
    document.title = `${title[next]} · ${document.body.dataset.name}`;
    for (const element of live.keys()) draw(element);
  }

  /** `?lang=` first, then the last choice, then the browser's language. Storage is refused to some local files. */
  function firstLanguage() {
    const asked = new URLSearchParams(location.search).get('lang');
    if (asked !== null) return asked.startsWith('zh') ? 'zh' : 'en';
    try {
      const kept = localStorage.getItem('coscore-report-language');
      if (kept === 'zh' || kept === 'en') return kept;
    } catch {
      // No storage: the browser's language decides.
    }
    return navigator.language.startsWith('zh') ? 'zh' : 'en';
  }

  const elements = [...document.querySelectorAll('[data-chart]')].filter((element) => element.dataset.chart in charts);
  show(firstLanguage());
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        if (!live.has(target)) draw(target);
      }
    },
    { rootMargin: '600px' },
  );
  for (const element of elements) {
    // What is on the first screen does not wait for the observer.
    if (element.getBoundingClientRect().top < innerHeight) draw(element);
    else watcher.observe(element);
  }
  addEventListener('resize', () => live.forEach((chart) => chart.resize()));

  // Paper is narrower than the screen, and shows charts that nobody scrolled to.
  addEventListener('beforeprint', () => {
    for (const element of elements) {
      if (!live.has(element)) draw(element);
      live.get(element).resize({ width: element.closest('.pair, .cards') ? 310 : 680 });
    }
  });
  addEventListener('afterprint', () => live.forEach((chart) => chart.resize({ width: 'auto' })));

  document.getElementById('language').addEventListener('click', () => {
    show(language === 'zh' ? 'en' : 'zh');
    try {
      localStorage.setItem('coscore-report-language', language);
    } catch {
      // The choice holds for this page only.
    }
  });
  document.getElementById('print').addEventListener('click', () => print());
})();
