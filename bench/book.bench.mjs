// A book of 100 000 words: how soon it sounds, what is lit, what is bought, and what is bought a second time.
import { readWhole } from './book-faults.mjs';
import { openPage } from './open-page.mjs';
import { watchMemory } from './page-memory.mjs';

const PLACES = 20;
const VISITS = 100;
const MOMENTS = 200;
const KILLS = 20;

/** @type {import('./run.mjs').Bench} */
export default async function book() {
  return [...(await inOnePage()), ...(await kept()), ...(await whole()), ...(await opened())];
}

async function inOnePage() {
  const { browser, page, close } = await openPage('book.page.ts', { faces: 'src' });
  /** @type {number} */
  const words = await page.evaluate('prepare()');
  /** @type {{ sentence: number[], start: number[], place: number[] }} */
  const first = await page.evaluate(`measureFirst(${PLACES})`);
  /** @type {import('./book.page.js').HeardWords} */
  const heard = await page.evaluate(`measureHeard(${MOMENTS})`);
  for (const wrong of heard.wrong) console.log(`  ${wrong}`);
  const memory = await watchMemory(browser, page);
  const before = await memory.kept();
  /** @type {{ bought: number, megabytes: number }} */
  const { bought, megabytes } = await page.evaluate(`visit(${VISITS})`);
  const after = await memory.kept();
  await close();
  const sentence = median(first.sentence);
  return [
    bookRow('words of the book', words, 'words', 100_000, 'higher'),
    bookRow('first sound of one sentence, median', sentence, 'ms', null),
    bookRow(
      'first sound of the book from its start against one sentence, median',
      median(first.start) / sentence,
      'times',
      1.5,
    ),
    bookRow(
      `first sound at ${PLACES} random places against one sentence, median`,
      median(first.place) / sentence,
      'times',
      1.5,
    ),
    bookRow(
      `first sound at ${PLACES} random places against one sentence, most`,
      Math.max(...first.place) / sentence,
      'times',
      null,
    ),
    bookRow(`words lit as heard, of ${MOMENTS} moments at random places`, heard.right, 'moments', MOMENTS, 'equal'),
    bookRow('moments left out, silent or between two words', heard.unsure, 'moments', null),
    bookRow(`kept above the bytes after ${VISITS} places`, after.total - before.total - megabytes, 'MB', 30),
    bookRow(`bytes of sound that came for ${VISITS} places`, megabytes, 'MB', null),
    bookRow(`characters bought a place, of ${VISITS}`, bought / VISITS, 'characters', null),
  ];
}

async function kept() {
  const { page, close } = await openPage('book-keeping.page.ts', { faces: 'src' });
  /** @type {[number, number]} */
  const [first, second] = await page.evaluate('measureSecondReading(4000)');
  /** @type {{ requests: number, parts: number, kept: number, room: number }} */
  const sharing = await page.evaluate('measureSharing(4000)');
  /** @type {import('./book-keeping.page.js').Kills} */
  const kills = await page.evaluate(`measureKills(${KILLS})`);
  await close();
  for (const note of kills.notes) console.log(`  ${note}`);
  return [
    bookRow('requests of a first reading', first, 'requests', null, 'higher'),
    bookRow('requests of a second reading, from the store', second, 'requests', 0, 'equal'),
    bookRow(
      'requests beyond one a part: two components, two tabs, StrictMode, eviction',
      sharing.requests - sharing.parts,
      'requests',
      0,
      'equal',
    ),
    bookRow('room used with eviction on, of 2 MB', sharing.kept / 1e6, 'MB', sharing.room / 1e6),
    bookRow(`sentences lost, most of ${kills.kills} killed pages`, kills.sentencesOff, 'sentences', 1),
    bookRow('kept records that are no whole speech after kills', kills.broken, 'records', 0, 'equal'),
    bookRow('kept parts after kills', kills.kept, 'parts', 1, 'higher'),
    bookRow('kept characters bought again after kills', kills.boughtAgain, 'characters', 0, 'equal'),
  ];
}

async function whole() {
  const [clean, faulty] = await readWhole();
  const faults = `${faulty.cuts} cuts and ${faulty.refusals} refusals in ${faulty.calls} requests`;
  return [
    bookRow('words read to the end without a fault', clean.words, 'words', null, 'higher'),
    bookRow('words not heard, without faults', clean.missing, 'words', 0, 'equal'),
    bookRow('words not heard, with 5 % cut, 5 % 429, 2 % 500', faulty.missing, 'words', 0, 'equal'),
    bookRow(
      'readings that ended with an error',
      [clean, faulty].filter(({ failed }) => failed).length,
      'readings',
      0,
      'equal',
    ),
    bookRow('gaps, without faults', clean.gaps, 'gaps', 0, 'equal'),
    bookRow('gaps, with faults', faulty.gaps, 'gaps', 0, 'equal'),
    bookRow(
      `characters bought with faults against without (${faults})`,
      (faulty.bought / clean.bought - 1) * 100,
      '%',
      6,
    ),
    bookRow('characters bought beyond those heard and the window, most', Math.max(0, clean.excess), 'characters', 0),
    bookRow('the same while the pace of the voice is a guess', Math.max(0, clean.firstExcess), 'characters', null),
  ];
}

async function opened() {
  const { page, close } = await openPage('book-open.page.ts', { faces: 'src' });
  /** @type {import('./book-open.page.js').BookOpening} */
  const opening = await page.evaluate('measureOpening(600_000)');
  await close();
  const of = '600 000 characters: ';
  return [
    bookRow(`${of}createSpeech`, opening.createSpeech, 'ms', null),
    bookRow(`${of}first getSnapshot`, opening.getSnapshot, 'ms', null),
    bookRow(`${of}mount of the transcript`, opening.mount, 'ms', null),
    bookRow(`${of}layout of the transcript by the browser`, opening.layout, 'ms', null),
    bookRow(`${of}all words found`, opening.words, 'ms', null),
    bookRow(`${of}all sentences found`, opening.sentences, 'ms', null),
    bookRow(`${of}from play to the first lit word`, opening.firstLit, 'ms', null),
    bookRow(`${of}the longest that the page is held up until then`, opening.longestBlock, 'ms', null),
    bookRow(`${of}the longest in 4 s of play`, opening.longestBlockAfter, 'ms', null),
  ];
}

/**
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 * @param {number | null} bound
 * @param {import('./run.mjs').Row['better']} [better]
 * @returns {import('./run.mjs').Row}
 */
function bookRow(name, value, unit, bound, better = 'lower') {
  return { issue: 6, name, value: Number(value.toPrecision(6)), unit, bound, better };
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
