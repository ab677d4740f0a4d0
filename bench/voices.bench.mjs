// A list of 2 000 voices: rows in the document, frames until a search shows, memory while it is scrolled, and weight.
import { readFileSync } from 'node:fs';
import { openPage } from './open-page.mjs';
import { watchMemory } from './page-memory.mjs';

const theme = readTheme(new URL('../src/styles.css', import.meta.url));
const ROUNDS = 3;

/** @type {import('./run.mjs').Bench} */
export default async function voices() {
  const { browser, page, close } = await openPage('voices.page.ts', { faces: 'src' });
  await page.addStyleTag({ content: theme });
  await page.evaluate(() => window.voicesPage.open());
  await page.evaluate(() => window.voicesPage.loadAll());
  await page.evaluate(() => window.voicesPage.roam());
  const memory = await watchMemory(browser, page);
  const before = await memory.kept();
  const nodesBefore = (await memory.counts()).Nodes ?? Number.NaN;
  for (let round = 0; round < ROUNDS; round++) await page.evaluate(() => window.voicesPage.roam());
  const after = await memory.kept();
  const nodesAfter = (await memory.counts()).Nodes ?? Number.NaN;
  const most = await page.evaluate(() => window.voicesPage.most());
  const frames = [];
  for (const text of ['k', 'wry', 'x', 'old']) {
    frames.push(await page.evaluate((search) => window.voicesPage.search(search), text));
  }
  await close();
  return [
    row('options in the document at most, of 2 000 voices', most, 'options', 40),
    row('frames from a search’s answer to its first rows, the most of 4', Math.max(...frames), 'frames', 3),
    row('memory kept more after scrolling 2 000 voices thrice', round(after.total - before.total), 'MB', 1),
    row('DOM nodes more after scrolling 2 000 voices thrice', nodesAfter - nodesBefore, 'nodes', 100),
    row('memory kept with 2 000 voices listed, the stand-in’s with it', round(after.total), 'MB', null),
  ];
}

/** With what it imports. @param {URL} url @returns {string} */
function readTheme(url) {
  return readFileSync(url, 'utf8').replace(/^@import "([^"]+)";$/gm, (_, path) => readTheme(new URL(path, url)));
}

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;

/** @param {string} name @param {number} value @param {string} unit @param {number | null} bound */
const row = (name, value, unit, bound) => ({
  issue: 8,
  name,
  value,
  unit,
  bound,
  better: /** @type {const} */ ('lower'),
});
