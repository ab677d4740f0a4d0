import { byteChunks } from './byte-chunks.js';

/**
 * The lines of a byte stream as they complete, blank ones left out, an unterminated last line included.
 * TCP cuts lines and UTF-8 sequences anywhere. Leaving the loop early cancels the stream.
 */
export async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  for await (const chunk of byteChunks(body)) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      rest.push(text.slice(from, at));
      const line = rest.join('').trim();
      rest = [];
      from = at + 1;
      if (line) yield line;
    }
    if (from < text.length) rest.push(text.slice(from));
  }
  const last = (rest.join('') + decoder.decode()).trim();
  if (last) yield last;
}
