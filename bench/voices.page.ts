import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createRelay, SpeechProvider, VoicePicker } from 'react-readalong';
import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';

const upstream = createOfflineElevenLabs({ engine: createTonesEngine(), voices: 2000, pace: 'instant' });
const handle = createRelayHandler({ apiKey: 'offline', fetch: upstream });
let frames = 0;
let answered = Number.NaN;
const relay = createRelay({
  url: 'http://relay.test',
  fetch: async (input, init) => {
    const response = await handle(new Request(input, init));
    const body = await response.text();
    answered = frames;
    return new Response(body, { status: response.status, headers: response.headers });
  },
});

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
requestAnimationFrame(function count() {
  frames++;
  requestAnimationFrame(count);
});

let most = 0;
const options = document.getElementsByClassName('readalong-option');
new MutationObserver(() => {
  most = Math.max(most, options.length);
}).observe(document.body, { childList: true, subtree: true });

// biome-ignore lint/correctness/noChildrenProp: TypeScript wants what is required where the props are
const Account = () => createElement(SpeechProvider, { relay, children: createElement(VoicePicker) });

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root, so nothing can be measured.');
createRoot(root).render(createElement(Account));

const scroller = () => document.querySelector('.readalong-list');
const foot = () => document.querySelector('.readalong-foot')?.textContent ?? '';

const page = {
  async open() {
    while (!document.querySelector('.readalong-voice')) await frame();
    document.querySelector<HTMLElement>('.readalong-voice')?.click();
    while (options.length === 0) await frame();
  },
  /** Scrolls until every page is here. */
  async loadAll() {
    while (!foot().includes('2,000 voices')) {
      scroller()?.scrollTo({ top: scroller()?.scrollHeight });
      await frame();
    }
  },
  /** From the top to the end in steps of a view, and back. */
  async roam() {
    const height = scroller()?.scrollHeight ?? 0;
    for (let top = 0; top < height; top += 500) {
      scroller()?.scrollTo({ top });
      await frame();
    }
    scroller()?.scrollTo({ top: 0 });
    await frame();
  },
  most: () => most,
  /** Frames from an answer to its first row. */
  async search(text: string) {
    const field = document.querySelector<HTMLInputElement>('[role="combobox"]');
    const first = () => options[0]?.id + (options[0]?.textContent ?? '');
    const before = first();
    answered = Number.NaN;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(field, text);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    return new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (first() === before || Number.isNaN(answered)) return;
        observer.disconnect();
        resolve(frames - answered);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  },
};

export type VoicesPage = typeof page;

declare global {
  interface Window {
    voicesPage: VoicesPage;
  }
}
window.voicesPage = page;
