import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../setup/chromium.mjs';
import { EXAMPLES } from './pack.mjs';
import { type RunningExample, runExample } from './run-example.js';

const read = (path: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));

/** Those that render on the server. */
const isRendered = new Set(['next']);

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags() });
});
afterAll(() => browser?.close());

describe.each(EXAMPLES)('the example for %s', (name) => {
  let example: RunningExample;
  beforeAll(async () => {
    example = await runExample(name);
  });
  afterAll(() => example?.stop());

  it('is locked to what the library needs', () => {
    const { dependencies, peerDependencies } = read('package.json');
    const locked = read(`examples/${name}/package-lock.json`).packages['node_modules/react-readalong'];
    const renew = 'Run `npm run build && node test/examples/pack.mjs --lock`.';
    expect(locked, renew).toMatchObject({ dependencies, peerDependencies });
    expect(locked, renew).not.toHaveProperty('integrity');
  });

  it('speaks and lights its words, installed, built and started as its reader would, and nothing goes wrong', async () => {
    const { page, wrong } = await open(example.url);
    const lit = await collectLit(page);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(lit, { timeout: 60_000 }).toMatch(/^At a quarter past four/);
    expect(wrong).toEqual([]);
    await page.close();
  });

  if (!isRendered.has(name)) return;
  it('has the whole text in the page that the server sends', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(example.url);
    const text = await page.getByRole('document', { name: 'Transcript' }).innerText();
    expect(text).toMatch(
      /^At a quarter past four, .+ from its hook\.\s+He had two hundred and fourteen to light before dark\.$/,
    );
    await page.close();
  });
});

interface Opened {
  page: Page;
  /** What the page complained about, as it did, hydration included. */
  wrong: string[];
}

async function open(url: string): Promise<Opened> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(url);
  return { page, wrong };
}

/** The words that were lit since, in order, once each. */
async function collectLit(page: Page): Promise<() => Promise<string>> {
  const words = await page.evaluateHandle(() => {
    const seen = new Set<string>();
    const look = () => {
      for (const range of CSS.highlights.get('readalong-word') ?? []) seen.add(String(range));
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  return () => words.evaluate((seen) => [...seen].join(' '));
}
