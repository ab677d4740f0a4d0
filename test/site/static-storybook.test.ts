import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../setup/chromium.mjs';
import { serveFolder } from './serve-folder.js';

const folder = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
let site: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(`${folder}index.json`))
    throw new Error('There is no site to test. Run `npm run storybook:build` first.');
  site = await serveFolder(folder, '/some/where/');
  browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags() });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Opens a story, and keeps what it complains about and what it asks for beyond this machine. */
async function open(id: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(`${site.url}iframe.html?id=${id}&viewMode=story`);
  await page.locator('#storybook-root *').first().waitFor();
  return { page, complaints };
}

it('speaks with a real voice below any path, without a server or a network', async () => {
  const { page, complaints } = await open('components-highlightedtranscript--pill');
  const words = await page.evaluateHandle(() => {
    const seen = new Set<string>();
    const look = () => {
      for (const range of CSS.highlights.get('readalong-word') ?? []) seen.add(String(range));
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  await page.getByRole('button', { name: 'Play' }).click();
  const lit = () => words.evaluate((seen) => [...seen].slice(0, 10).join(' '));
  await expect.poll(lit, { timeout: 30_000 }).toBe('At a quarter past four, when the shops on Quay');
  expect(complaints).toEqual([]);
  await page.close();
});

/** Pages that are open at once: each waits for the network more than it works. */
const PAGES = 4;

it('shows the first story of every page without a complaint', async () => {
  const { entries } = JSON.parse(readFileSync(`${folder}index.json`, 'utf8'));
  // That each story is well says the `storybook` project; here it is the site that is tested.
  const firsts = new Map<string, string>();
  for (const [id, { type, title }] of Object.entries<{ type: string; title: string }>(entries))
    if (type === 'story' && !firsts.has(title)) firsts.set(title, id);
  const stories = [...firsts.values()];
  expect(stories.length).toBeGreaterThan(15);
  const left = [...stories];
  const shown: { id: string; complaints: string[] }[] = [];
  async function showNext(): Promise<void> {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const { page, complaints } = await open(id);
      shown.push({ id, complaints: [...complaints] });
      await page.close();
    }
  }
  await Promise.all(Array.from({ length: PAGES }, showNext));
  expect(shown.filter(({ complaints }) => complaints.length > 0)).toEqual([]);
  expect(shown.length).toBe(stories.length);
});
