import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReference } from '../../.storybook/read-reference.js';
import { chromiumFlags, findChromium } from '../setup/chromium.mjs';
import { serveFolder } from './serve-folder.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const reference = readReference(at('../../'));
const STORIES: Record<string, string> = {
  'react-readalong': 'reference--react-readalong',
  'react-readalong/server': 'reference--server',
  'react-readalong/offline': 'reference--offline',
};

let site: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
beforeAll(async () => {
  site = await serveFolder(at('../../storybook-static/'), '/docs/');
  browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags() });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function open(face: string, width: number, name = ''): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`${site.url}iframe.html?id=${STORIES[face]}&viewMode=story&args=name:${name}`);
  await page.getByRole('searchbox', { name: 'Find a name' }).waitFor();
  return { page, wrong };
}

describe.each(reference)('the pages of $name', ({ name: face, entries }) => {
  it('are all there, none wider than a phone; components and hooks are at work, and programs have said something', async () => {
    const { page, wrong } = await open(face, 320);
    const seen: string[] = [];
    for (const { name, live, programs } of entries) {
      await page.getByRole('searchbox', { name: 'Find a name' }).fill(name);
      await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
      if (live)
        await page
          .getByRole('region', { name: `${name} at work` })
          .locator(':not(p)')
          .first()
          .waitFor();
      const said = page.getByLabel(/^What .* says$/);
      for (const [index, output] of (await said.all()).entries())
        await expect
          .poll(() => output.textContent(), { message: `${name} ${programs[index]}`, timeout: 20_000 })
          .not.toBe('…');
      wrong.push(...(await said.allTextContents()).filter((text) => /^\w*Error:/.test(text)));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wrong.push(`${name} is ${width} px wide`);
      seen.push(name);
    }
    expect(wrong).toEqual([]);
    expect(seen.length).toBe(entries.length);
    await page.close();
  });

  it('have addresses', async () => {
    const { name = '' } = entries.at(-1) ?? {};
    const { page, wrong } = await open(face, 1280, name);
    await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
    expect(wrong).toEqual([]);
    await page.close();
  });
});
