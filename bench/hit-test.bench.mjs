// Clicks of a real mouse on random characters of wrapped lines, in six scripts with their own fonts.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPage } from './open-page.mjs';

const SCRIPTS = ['Latin', 'Arabic', 'Hebrew', 'Chinese', 'Thai', 'Devanagari'];
const TRIES = 100;
const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** @type {import('./run.mjs').Bench} */
export default async function hitTest() {
  const { page, close } = await openPage('hit-test.page.ts', { faces: 'src' });
  await page.route('**/fonts/**', (route) => {
    const [, file = ''] = new URL(route.request().url()).pathname.split('/fonts/');
    return route.fulfill({ contentType: 'font/woff2', body: readFileSync(modules + file) });
  });
  /** @type {import('./run.mjs').Row[]} */
  const rows = [];
  let shared = 0;
  for (const script of SCRIPTS) {
    await page.evaluate(`showScript(${JSON.stringify(script)})`);
    let right = 0;
    for (let i = 0; i < TRIES; i++) {
      /** @type {{ x: number, y: number }} */
      const { x, y } = await page.evaluate('nextPress()');
      await page.mouse.click(x, y);
      /** @type {import('./hit-test.page.js').Press} */
      const press = await page.evaluate('readPress()');
      if (press.isRight && press.isWrapped) right++;
      if (press.isShared) shared++;
    }
    const name = `clicks of ${TRIES} that land on the character under the pointer, ${script}`;
    rows.push({ issue: 7, name, value: right, unit: 'clicks', bound: TRIES, better: 'equal' });
  }
  await close();
  const name = `of these ${TRIES * SCRIPTS.length} clicks, where the boxes of two characters overlap`;
  rows.push({ issue: 7, name, value: shared, unit: 'clicks', bound: null, better: 'lower' });
  return rows;
}
