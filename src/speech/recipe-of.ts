import type { Relay } from '../relay/relay.js';
import type { Recipe } from '../store/recording.js';
import { DEFAULT_OUTPUT_FORMAT } from '../wire/output-format.js';
import { narrationFormat, narrationText } from './narration-text.js';
import { soundKey } from './sound-key.js';
import { sourceKey } from './source-key.js';
import { isNarrationSource, isRecordingSource, type SpeechSource } from './speech-source.js';

/** How to come by the recording of a source: by asking the relay, or from what the app already has. */
export function recipeOf(source: SpeechSource, relay: Relay): Recipe {
  const key = sourceKey(source);
  if (isRecordingSource(source) || isNarrationSource(source)) {
    return {
      key,
      text: narrationText(source),
      outputFormat: narrationFormat(source),
      // What reads words, transcripts and WebVTT is of no use to apps that only buy.
      buy: async (signal) => (await import('./narration-stream.js')).narrationStream(source, signal),
    };
  }
  return {
    key,
    text: source.text,
    outputFormat: source.outputFormat ?? DEFAULT_OUTPUT_FORMAT,
    buy: (signal) => relay.speak(source, { signal }),
    prepare: () => relay.prepare?.(),
    // Who asks the API to keep nothing does not want a copy on the reader's disk.
    keepAs: source.enableLogging === false ? undefined : soundKey(source),
  };
}
