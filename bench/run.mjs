// Runs bench/*.bench.mjs (all, or those whose name holds the words given), merges their rows into bench/results.json, prints them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @typedef {object} Row
 * @property {number} issue The issue that asked for the figure.
 * @property {string} name What is measured; with the issue, the row's identity.
 * @property {number} value
 * @property {string} unit
 * @property {number | null} bound What the value must keep to, or null where it only informs.
 * @property {'lower' | 'higher' | 'equal'} better
 * @property {number} [discarded] Windows or rounds that were left out, since the machine was too busy for them to prove anything.
 */
/** @typedef {Row & { holds: boolean }} Result */
/** @typedef {() => Promise<Row[]>} Bench */

const folder = fileURLToPath(new URL('.', import.meta.url));
const resultsPath = `${folder}results.json`;
const wanted = process.argv.slice(2);

const files = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No bench is named "${wanted.join('", "')}", so nothing was measured. See the *.bench.mjs in bench/.`);
  process.exit(1);
}

/** @type {Result[]} */
const results = [];
for (const file of files) {
  console.log(`Running ${file}`);
  /** @type {{ default: Bench }} */
  const { default: bench } = await import(pathToFileURL(`${folder}${file}`).href);
  for (const row of await bench()) results.push({ ...row, holds: holds(row) });
}

writeFileSync(resultsPath, `${JSON.stringify(merge(readResults(), results), null, 2)}\n`);
print(results);
process.exitCode = results.every((row) => row.holds) ? 0 : 1;

/** @param {Row} row */
function holds({ value, bound, better }) {
  if (!Number.isFinite(value)) return false;
  if (bound === null) return true;
  return { lower: value <= bound, higher: value >= bound, equal: value === bound }[better];
}

/** @returns {Result[]} */
function readResults() {
  try {
    return JSON.parse(readFileSync(resultsPath, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** @param {Result[]} before @param {Result[]} now */
function merge(before, now) {
  const key = (/** @type {Result} */ row) => `${row.issue} ${row.name}`;
  const merged = new Map([...before, ...now].map((row) => [key(row), row]));
  return [...merged.values()].sort((a, b) => a.issue - b.issue || (a.name < b.name ? -1 : 1));
}

/** @param {Result[]} rows */
function print(rows) {
  const cells = rows.map(({ name, value, unit, bound, better, discarded = 0, holds: kept }) => {
    const limit = bound === null ? '' : `${{ lower: '≤', higher: '≥', equal: '=' }[better]} ${bound}`;
    const note = discarded > 0 ? ` (${discarded} discarded)` : '';
    return [kept ? 'holds' : 'FAILS', String(value), unit, limit, name + note];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  for (const row of cells) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
