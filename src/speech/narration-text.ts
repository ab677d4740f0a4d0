import { readAlignments } from '../alignment/read-alignments.js';
import { UNDECLARED } from '../audio/playable-format.js';
import type { OutputFormat } from '../wire/output-format.js';
import { isRecordingSource, type NarrationSource, type RecordingSource } from './speech-source.js';

/** The format that a narration declares; where it declares none, its bytes say what they are. */
export function narrationFormat(source: RecordingSource | NarrationSource): OutputFormat {
  return source.outputFormat ?? UNDECLARED;
}

/**
 * The text of a narration as far as it can be told at once: as it is given, or as the characters of its alignment join to. Of words,
 * transcripts and WebVTT it is known when they are read, with the sound.
 */
export function narrationText(source: RecordingSource | NarrationSource): string | undefined {
  if (isRecordingSource(source)) return joined(source.recording);
  if (source.text !== undefined) return source.text;
  const { alignment } = source;
  const isJSON = typeof alignment === 'object' && alignment !== null && 'timeline' in alignment && 'text' in alignment;
  return isJSON && typeof alignment.text === 'string' ? alignment.text : joined(alignment);
}

function joined(source: unknown): string | undefined {
  const { alignment, normalized } = readAlignments(source);
  const characters = (alignment ?? normalized)?.characters;
  return characters && characters.length > 0 ? characters.join('') : undefined;
}
