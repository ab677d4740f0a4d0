import { StreamError } from '../errors.js';
import { whatIsLeft } from './broken-answer.js';

/** The parts of a body, and a StreamError where the connection breaks, whatever the body broke with. */
export async function* whileConnected<Part>(
  parts: AsyncIterable<Part>,
  anythingCame: () => boolean,
): AsyncGenerator<Part, void, undefined> {
  try {
    for await (const part of parts) yield part;
  } catch (cause) {
    throw new StreamError(`The connection was cut while sound was coming. ${whatIsLeft(anythingCame())}`, {
      code: 'stream_cut',
      cause,
    });
  }
}
