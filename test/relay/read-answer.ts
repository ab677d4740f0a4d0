import type { SpeechChunk, SpeechStream } from 'react-readalong';

/** What of an answer arrived, and what it broke with, if it did. */
export interface ReadAnswer {
  readonly chunks: readonly SpeechChunk[];
  readonly audio: Uint8Array;
  readonly text: string;
  readonly failure: unknown;
}

/** Reads an answer to its end or to where it breaks. */
export async function readAnswer(answer: Promise<SpeechStream> | SpeechStream): Promise<ReadAnswer> {
  const chunks: SpeechChunk[] = [];
  let failure: unknown;
  try {
    for await (const chunk of (await answer).chunks) chunks.push(chunk);
  } catch (cause) {
    failure = cause;
  }
  return {
    chunks,
    audio: new Uint8Array(chunks.flatMap(({ audio }) => [...audio])),
    text: chunks.flatMap(({ alignment }) => alignment?.characters ?? []).join(''),
    failure,
  };
}

/** What a promise fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (cause) {
    return cause;
  }
  throw new Error('It did not fail.');
}
