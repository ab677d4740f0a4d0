import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../setup/chromium.mjs';
import { servePolicyPage } from './serve-policy-page.js';

let site: Awaited<ReturnType<typeof servePolicyPage>>;
let browser: Browser;

beforeAll(async () => {
  site = await servePolicyPage("default-src 'self'");
  browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags() });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

interface Opened {
  page: Page;
  /** What the policy forbade, and what else went wrong, as it is told. */
  wrong: string[];
  /** The words that were lit since, in order, once each. */
  lit(): Promise<string>;
}

async function open(): Promise<Opened> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.exposeFunction('tell', (what: string) => wrong.push(what));
  await page.addInitScript(() => {
    const seen = new Set<string>();
    const look = () => {
      for (const range of CSS.highlights.get('readalong-word') ?? []) seen.add(String(range));
      requestAnimationFrame(look);
    };
    look();
    Object.assign(globalThis, { litWords: () => [...seen].join(' ') });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      Reflect.get(globalThis, 'tell')(`${violatedDirective}: ${blockedURI}`),
    );
  });
  await page.goto(site.url);
  await page.locator('.readalong-play').first().waitFor();
  return { page, wrong, lit: () => page.evaluate('litWords()') };
}

/** Plays one of the three texts to its end. */
async function hear(page: Page, index: number): Promise<void> {
  const play = page.locator('.readalong-play').nth(index);
  await play.click();
  await expect.poll(() => play.getAttribute('data-status'), { timeout: 30_000 }).toBe('ended');
}

describe("under the content security policy default-src 'self'", () => {
  it('a text speaks, lights its words and shows its theme, and nothing is forbidden', async () => {
    const { page, wrong, lit } = await open();
    await hear(page, 0);
    expect(await lit()).toBe('The lamps came on along the quay.');
    const isThemed = () =>
      page
        .locator('.readalong-play')
        .first()
        .evaluate((box) => getComputedStyle(box).borderRadius);
    expect(await isThemed()).not.toBe('0px');
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('so does one of raw samples in a bubble, and one that goes through an audio element', async () => {
    const { page, wrong } = await open();
    await hear(page, 1);
    await hear(page, 2);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('voices are listed and shown; only to hear what lies elsewhere, the page must allow media-src', async () => {
    const { page, wrong } = await open();
    await page.getByRole('button', { name: /^Voice/ }).click();
    await page.getByRole('option').nth(3).waitFor();
    const fill = () =>
      page
        .locator('[role=option] rect')
        .first()
        .evaluate((rect) => getComputedStyle(rect).fill);
    expect(await fill()).toMatch(/^oklch/);
    expect(wrong).toEqual([]);
    await page
      .getByRole('button', { name: /^Hear / })
      .first()
      .click();
    await expect.poll(() => wrong).toEqual([expect.stringMatching(/^media-src: https:/)]);
    await page.close();
  });

  it('a page that writes a style into its markup is told so: the policy is in force', async () => {
    const { page, wrong } = await open();
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await expect.poll(() => wrong).toEqual(['style-src-attr: inline']);
    await page.close();
  });
});
