import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('a page that loses its network in mid-speech plays on, says what it cannot load, and has it when the network is back', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.url);
  const reader = page.getByRole('region', { name: 'Read along' }).first();
  const play = reader.locator('.readalong-play');
  await play.click();
  await expect.poll(() => play.getAttribute('data-status')).toBe('playing');

  await page.route('**/assets/*.js', (route) => route.abort());
  await reader.getByRole('button', { name: 'More' }).click();
  const more = page.getByRole('dialog', { name: 'More' });
  await expect.poll(() => more.getByRole('alert').textContent()).toMatch(/could not be loaded/);
  await page.keyboard.press('Escape');
  // A part that shows nothing where it cannot be: what is pressed then is as if it had not been.
  await play.focus();
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect.poll(() => play.getAttribute('data-status'), { timeout: 30_000 }).toBe('ended');
  expect(await page.getByRole('dialog').count()).toBe(0);

  await page.unroute('**/assets/*.js');
  await reader.getByRole('button', { name: 'More' }).click();
  await more.getByRole('button', { name: 'Keyboard' }).click();
  await page.getByRole('dialog', { name: /key/i }).waitFor();
  expect(errors).toEqual([]);
  await page.close();
});
