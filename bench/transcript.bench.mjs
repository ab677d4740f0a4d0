// What it costs to show what is heard: work a frame above an empty frame loop, mounting, and exact counts of a minute.
import { readFileSync } from 'node:fs';
import { openPage } from './open-page.mjs';
import { watchMemory } from './page-memory.mjs';

const ROUNDS = 7;
const SIZES = [1000, 10_000, 100_000];
/** @typedef {import('./transcript.page.js').Variant} Variant */
/** @type {Variant[]} */
const OURS = ['pill', 'marker'];
/** What the baselines cost at 100 000 words is seconds a round, and no bound. */
const SLOW_ROUNDS = 3;
const WINDOW = 2500;
/** The baselines' word is painted as ours is. */
const BASELINE = '.current { background: var(--readalong-heard); }';
const theme = BASELINE + readTheme(new URL('../src/styles.css', import.meta.url));

/** @typedef {{ work: number, mount: number, nodes: number }} Measured */

/** @type {import('./run.mjs').Bench} */
export default async function transcript() {
  const { browser, page, close } = await openPage('transcript.page.ts', { faces: 'src' });
  const metrics = await watchMetrics(page);
  /** @type {Map<string, Measured[]>} */
  const measured = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    for (const words of SIZES) {
      for (const variant of /** @type {Variant[]} */ (['nothing', ...OURS, 'refs', 'state'])) {
        const isSlow = words === 100_000 && (variant === 'state' || variant === 'refs');
        if (isSlow && round >= SLOW_ROUNDS) continue;
        const key = `${variant} ${words}`;
        measured.set(key, [...(measured.get(key) ?? []), await measureOnce(page, metrics, variant, words)]);
      }
    }
  }
  const memory = await watchMemory(browser, page);
  const rows = [
    ...workRows(measured),
    ...mountRows(measured),
    ...(await wholeRows(page)),
    ...(await memoryRows(page, memory)),
    ...(await countRows(page, metrics)),
  ];
  await close();
  return rows;
}

/** @param {import('playwright').Page} page */
async function watchMetrics(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { task: of('TaskDuration'), layouts: of('LayoutCount') };
  };
}

/** @param {import('playwright').Page} page */
async function renew(page) {
  await page.reload();
  await page.addStyleTag({ content: theme });
  await page.waitForFunction('globalThis.mount');
}

/**
 * @param {import('playwright').Page} page
 * @param {Awaited<ReturnType<typeof watchMetrics>>} metrics
 * @param {Variant} variant
 * @param {number} words
 * @returns {Promise<Measured>}
 */
async function measureOnce(page, metrics, variant, words) {
  await renew(page);
  /** @type {{ mount: number, nodes: number }} */
  const { mount, nodes } = await page.evaluate(`mount('${variant}', ${words})`);
  const before = await metrics();
  /** @type {number} */
  const frames = await page.evaluate(`frames(${WINDOW})`);
  const after = await metrics();
  return { work: ((after.task - before.task) * 1000) / frames, mount, nodes };
}

/** @param {Map<string, Measured[]>} measured */
function workRows(measured) {
  return SIZES.flatMap((words) => {
    const empty = median(measured, 'nothing', words, 'work');
    const name = (/** @type {string} */ variant) =>
      `work a frame above an empty frame loop, ${count(words)} words, ${variant}`;
    // Each round by itself: what else the machine does comes and goes, and is in both.
    const empties = (measured.get(`nothing ${words}`) ?? []).map(({ work }) => work);
    const over = (/** @type {Variant} */ variant) =>
      middle(
        (measured.get(`${variant} ${words}`) ?? []).map(({ work }, round) => work - (empties[round] ?? Number.NaN)),
      );
    return [
      ...OURS.map((look) => row(name(look), over(look), 'ms', 0.4)),
      row(name('baseline: a span a word, by refs'), over('refs'), 'ms', null),
      row(name('baseline: a span a word, setState(currentTime) in rAF'), over('state'), 'ms', null),
      row(`work a frame of the empty frame loop beside a text of ${count(words)} words`, empty, 'ms', null),
    ];
  });
}

/** @param {Map<string, Measured[]>} measured */
function mountRows(measured) {
  const words = 100_000;
  const baseline = median(measured, 'state', words, 'mount');
  const name = `mount of ${count(words)} words`;
  return [
    ...OURS.map((look) =>
      row(`${name}, ${look}, as a share of the baseline’s`, median(measured, look, words, 'mount') / baseline, '', 0.1),
    ),
    ...OURS.map((look) => row(`${name}, ${look}`, median(measured, look, words, 'mount'), 'ms', null)),
    row(`${name}, baseline: a span a word, setState(currentTime) in rAF`, baseline, 'ms', null),
    row(`${name}, baseline: a span a word, by refs`, median(measured, 'refs', words, 'mount'), 'ms', null),
    row(`DOM nodes of ${count(words)} words, pill`, median(measured, 'pill', words, 'nodes'), 'nodes', 200),
    row(`DOM nodes of ${count(words)} words, baseline`, median(measured, 'state', words, 'nodes'), 'nodes', null),
  ];
}

/**
 * What it costs not to be virtual: by this the size is chosen from which on a text is.
 * @param {import('playwright').Page} page
 */
async function wholeRows(page) {
  /** @type {import('./run.mjs').Row[]} */
  const rows = [];
  for (const words of [5000, 10_000, 20_000, 40_000, 100_000]) {
    for (const variant of words >= 20_000 ? ['whole', 'pill'] : ['whole']) {
      /** @type {number[]} */
      const mounts = [];
      /** @type {number[]} */
      const resizes = [];
      for (let round = 0; round < SLOW_ROUNDS; round++) {
        await renew(page);
        mounts.push((await page.evaluate(`mount('${variant}', ${words})`)).mount);
        resizes.push(await page.evaluate('resize()'));
      }
      const name = `${count(words)} words, ${variant === 'whole' ? 'all in the DOM' : 'virtual'}`;
      rows.push(row(`mount of ${name}`, middle(mounts), 'ms', null));
      rows.push(row(`another width of ${name}`, middle(resizes), 'ms', null));
    }
  }
  return rows;
}

/**
 * A book that is paged through from its beginning to its end, twice: what the first time leaves behind is known heights.
 * @param {import('playwright').Page} page
 * @param {Awaited<ReturnType<typeof watchMemory>>} memory
 */
async function memoryRows(page, memory) {
  await renew(page);
  await page.evaluate("mount('pill', 100000)");
  const before = await memory.kept();
  /** @type {number} */
  const first = await page.evaluate('pageThrough()');
  /** @type {number} */
  const second = await page.evaluate('pageThrough()');
  const after = await memory.kept();
  const name = (/** @type {string} */ what) => `100,000 words paged through twice: ${what}`;
  return [
    row(name('kept above what was kept before'), after.total - before.total, 'MB', 3),
    row(name('most DOM nodes at once'), Math.max(first, second), 'nodes', 400),
  ];
}

/**
 * A minute of a book that is really played.
 * @param {import('playwright').Page} page
 * @param {Awaited<ReturnType<typeof watchMetrics>>} metrics
 */
async function countRows(page, metrics) {
  await renew(page);
  await page.evaluate('play(100000)');
  const before = await metrics();
  await page.evaluate('startCounting()');
  await page.waitForTimeout(60_000);
  /** @type {import('./transcript.page.js').PlayCounts} */
  const counts = await page.evaluate('readCounts()');
  const layouts = (await metrics()).layouts - before.layouts;
  if (counts.characters < 300)
    throw new Error(`Only ${counts.characters} characters were heard in a minute: it did not play.`);
  const name = (/** @type {string} */ what) => `60 s of playback, 100,000 words: ${what}`;
  return [
    row(name('React commits'), counts.commits, 'commits', 0),
    row(name('layouts'), layouts, 'layouts', 0),
    row(
      name('frames in which marks were written, for each character change'),
      counts.writes / counts.characters,
      '',
      1,
    ),
    row(name('single ranges moved, for each character change'), counts.moves / counts.characters, '', null),
    row(name('character changes'), counts.characters, 'changes', null),
  ];
}

/** @param {URL} url @returns {string} */
function readTheme(url) {
  return readFileSync(url, 'utf8').replace(/^@import "([^"]+)";$/gm, (_, path) => readTheme(new URL(path, url)));
}

/** @param {Map<string, Measured[]>} measured @param {string} variant @param {number} words @param {keyof Measured} field */
function median(measured, variant, words, field) {
  return middle((measured.get(`${variant} ${words}`) ?? []).map((one) => one[field]));
}

const middle = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const count = (/** @type {number} */ words) => words.toLocaleString('en');

/**
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 * @param {number | null} bound
 * @returns {import('./run.mjs').Row}
 */
function row(name, value, unit, bound) {
  return { issue: 7, name, value: Number(value.toPrecision(3)), unit, bound, better: 'lower' };
}
