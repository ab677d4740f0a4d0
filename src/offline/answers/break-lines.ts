import type { WireSpeechChunk } from '../../wire/speech-chunk.js';
import { type Fault, faultsOf } from './fault.js';
import type { OfflineClock } from './pace.js';

const ERROR_LINE = {
  detail: { status: 'system_busy', message: 'Our system is experiencing heavy traffic. Please try again.' },
};
const encoder = new TextEncoder();

/** The bytes of an NDJSON answer, one write a line, with the faults that have to do with lines. */
export async function* breakLines(
  chunks: AsyncIterable<WireSpeechChunk>,
  faults: readonly Fault[],
  clock: OfflineClock,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const blank = faultsOf(faults, 'blank-lines').length > 0;
  const cut = faultsOf(faults, 'cut').find((fault) => fault.afterLines !== undefined);
  const error = faultsOf(faults, 'error-line')[0];
  const unterminated = faultsOf(faults, 'unterminated').length > 0;
  let sent = 0;
  let newline = '';
  for await (const chunk of breakAlignments(chunks, faults)) {
    for (const stall of faultsOf(faults, 'stall'))
      if (stall.afterLines === sent) await clock.wait(stall.seconds, signal);
    if (error?.afterLines === sent) {
      yield encoder.encode(`${newline}${JSON.stringify(error.body ?? ERROR_LINE)}\n`);
      return;
    }
    if (cut?.afterLines === sent) {
      if (newline) yield encoder.encode(newline);
      if (cut.how === 'end') return;
      throw new TypeError('terminated');
    }
    // With a newline held back, the last line can go without one.
    yield encoder.encode(`${newline}${blank ? '\n' : ''}${JSON.stringify(chunk)}${unterminated ? '' : '\n'}`);
    newline = unterminated ? '\n' : '';
    sent++;
  }
}

async function* breakAlignments(
  chunks: AsyncIterable<WireSpeechChunk>,
  faults: readonly Fault[],
): AsyncGenerator<WireSpeechChunk, void, undefined> {
  const nulls = faultsOf(faults, 'null-alignment')[0];
  const split = faultsOf(faults, 'empty-audio').length > 0;
  let line = 0;
  for await (const chunk of chunks) {
    const bare = nulls && (nulls.lines?.includes(line) ?? true);
    const timed = bare ? { ...chunk, alignment: null, normalized_alignment: null } : chunk;
    line++;
    if (!split) yield timed;
    else {
      yield { ...timed, audio_base64: '' };
      yield { ...timed, alignment: null, normalized_alignment: null };
    }
  }
}
