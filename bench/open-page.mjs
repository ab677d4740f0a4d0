import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumFlags, findChromium } from '../test/setup/chromium.mjs';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const ORIGIN = 'http://localhost';

/**
 * Opens a page in Chromium that runs one module of bench/, built for production. Whoever opens it closes it.
 * An error in the page is thrown by `close`.
 * @param {string} module Its path from bench/.
 * @param {{ faces?: 'dist' | 'src' }} [options] Where the package's own names lead. Default: dist.
 */
export async function openPage(module, { faces = 'dist' } = {}) {
  const script = await bundle(at(module), faces);
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags() });
  const page = await browser.newPage();
  /** @type {Error[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML });
    if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    return route.fulfill({ status: 404 });
  });
  await page.goto(`${ORIGIN}/`);
  return {
    browser,
    page,
    async close() {
      await browser.close();
      if (errors.length > 0) throw new AggregateError(errors, `The page of ${module} failed.`);
    },
  };
}

const HTML =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><main id="root"></main><script type="module" src="/page.js"></script></html>';

/** @param {string} entry @param {'dist' | 'src'} faces */
async function bundle(entry, faces) {
  const ending = faces === 'dist' ? 'js' : 'ts';
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: /^react-readalong$/, replacement: at(`../${faces}/index.${ending}`) },
        { find: /^react-readalong\/(server|offline)$/, replacement: at(`../${faces}/$1/index.${ending}`) },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Vite watched instead of building.');
  const script = output.output.find((file) => file.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error(`${entry} gave no script.`);
  return script.code;
}
