import {
  type CreateSpeechOptions,
  createDocument,
  createSpeech,
  type DocumentOptions,
  type Speech,
} from 'react-readalong';
import type { Fault, OfflineCall, Pace } from 'react-readalong/offline';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { createStandIn } from '../helpers/stand-in.js';

const RATE = 8000;

export interface ReadingOptions extends DocumentOptions, Pick<CreateSpeechOptions, 'store'> {
  faults?: readonly Fault[] | ((call: OfflineCall) => readonly Fault[]);
  pace?: Pace;
  modelId?: string;
  /** Whether somebody looks at it from the beginning. @default true */
  subscribed?: boolean;
}

/** A long text that is read aloud by an output whose clock is turned by hand. */
export interface Reading {
  readonly speech: Speech;
  readonly fake: FakeAudioContext;
  /** What was bought, in order. */
  readonly calls: readonly OfflineCall[];
  /** Texts that were bought. */
  bought(): string[];
  /** Turns the clock. */
  turn(seconds: number): Promise<void>;
  /** Turns the clock until something holds, for at most so many seconds. */
  until(holds: () => boolean, seconds?: number): Promise<void>;
}

export function readAloud(text: string | AsyncIterable<string>, options: ReadingOptions = {}): Reading {
  const { faults, pace, modelId, store, subscribed = true, ...documentOptions } = options;
  const { relay, calls } = createStandIn({ ...(faults && { faults }), ...(pace && { pace }) });
  const fake = createFakeAudioContext({ sampleRate: RATE });
  const speech = createSpeech(
    { text, voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat: 'pcm_8000', ...(modelId && { modelId }) },
    { relay, store, audioContext: fake.context, document: createDocument(documentOptions) },
  );
  if (subscribed) speech.subscribe(() => {});
  return {
    speech,
    fake,
    calls,
    bought: () => calls.flatMap(({ body }) => body?.text ?? []),
    turn: fake.turn,
    async until(holds, seconds = 60) {
      for (let turned = 0; turned < seconds && !holds(); turned += 0.05) await fake.turn(0.05);
      if (!holds()) throw new Error(`It did not hold within ${seconds} s.`);
    },
  };
}
