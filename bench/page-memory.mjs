import { readFileSync } from 'node:fs';

/** @typedef {{ heap: number, embedder: number, buffers: number, total: number }} PageMemory Megabytes (of 1 000 000 bytes). */

/**
 * What a page's process keeps, asked of the browser itself.
 * @param {import('playwright').Browser} browser
 * @param {import('playwright').Page} page
 */
export async function watchMemory(browser, page) {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.enable');
  await client.send('Performance.enable');
  const whole = await browser.newBrowserCDPSession();

  /** JavaScript's heap, the browser's own objects behind it, and array buffers. @returns {Promise<PageMemory>} */
  async function used() {
    // The protocol is younger than the types of it.
    const usage = /** @type {Record<string, number>} */ (
      /** @type {unknown} */ (await client.send('Runtime.getHeapUsage'))
    );
    const [heap = 0, embedder = 0, buffers = 0] = ['usedSize', 'embedderHeapUsedSize', 'backingStorageSize'].map(
      (name) => (usage[name] ?? Number.NaN) / 1e6,
    );
    return { heap, embedder, buffers, total: heap + embedder + buffers };
  }

  return {
    used,
    /** The same once the garbage is gone. */
    async kept() {
      // One collection frees what the next finds unreachable: wrappers of DOM objects, then those.
      for (let i = 0; i < 4; i++) await client.send('HeapProfiler.collectGarbage');
      return used();
    },
    /** Counts that Chromium keeps of audio handlers, nodes, listeners and so on. @returns {Promise<Record<string, number>>} */
    async counts() {
      const { metrics } = await client.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    },
    /** Resident megabytes of all renderers that the system does not share, or NaN where it does not say. */
    async resident() {
      const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
      const renderers = processInfo.filter(({ type }) => type === 'renderer');
      return renderers.reduce((sum, { id }) => sum + privateMegabytes(id), 0);
    },
  };
}

/** @param {number} id */
function privateMegabytes(id) {
  try {
    const text = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
    const fields = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)];
    return fields.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}
