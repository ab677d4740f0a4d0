import { expect, onTestFinished } from 'vitest';

/** Opens a frame that runs a module of this folder, and waits for what the module hands to its window. The frame can be killed, as a tab is closed. */
export async function openPage<T>(
  module: string,
  handed: (window: Window) => T | undefined,
): Promise<{ page: T; kill(): void }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script type="module" src="${new URL(module, import.meta.url).pathname}"></script>`;
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  const look = () => (frame.contentWindow ? handed(frame.contentWindow) : undefined);
  await expect.poll(look, { timeout: 20_000 }).toBeDefined();
  const page = look();
  if (page === undefined) throw new Error('The page is gone.');
  return { page, kill: () => frame.remove() };
}
