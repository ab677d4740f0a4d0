import type { Timeline } from '../alignment/timeline.js';
import { toLRC } from '../alignment/to-lrc.js';
import { toSRT } from '../alignment/to-srt.js';
import { toVTT } from '../alignment/to-vtt.js';
import type { ArrangedSound } from '../audio/arrangement.js';
import { receivedBlob } from './received-blob.js';
import { soundParts } from './sound-parts.js';
import { fileName, type SpeechFile } from './speech-file.js';
import { wavBlob } from './wav-blob.js';

/** What taking away needs of the speech that is taken. */
export interface DownloadVoice {
  readonly sound: ArrangedSound;
  getSnapshot(): { readonly timeline: Timeline };
  fetchAll(options?: { signal?: AbortSignal | undefined }): Promise<void>;
}

export interface TakeAudioOptions {
  /** 'received': the bytes as they came, one file of all parts; of formats without a header, WAV. @default 'received' */
  as?: 'received' | 'wav' | undefined;
  /** 'buy' buys what is not here; 'what-is-here' buys nothing. @default 'what-is-here' */
  whole?: 'buy' | 'what-is-here' | undefined;
  signal?: AbortSignal | undefined;
  /** Hears of the share of the sound that is written, 0–1. */
  onProgress?: ((share: number) => void) | undefined;
}

/**
 * The sound of a speech as a file. Rejects with SpeechError where there is none, or with what is in the way of buying it, and with
 * the signal's reason.
 *
 * @example saveFile(await takeAudio(speech, { as: 'wav' }))
 */
export async function takeAudio(voice: DownloadVoice, options: TakeAudioOptions = {}): Promise<SpeechFile> {
  const { as = 'received', whole = 'what-is-here', signal = new AbortController().signal, onProgress } = options;
  signal.throwIfAborted();
  if (whole === 'buy') await voice.fetchAll({ signal });
  const parts = soundParts(voice.sound.program);
  const received = as === 'received' ? await receivedBlob(parts, { signal, onProgress }) : null;
  const blob = received ?? (await wavBlob(parts, { signal, onProgress }));
  return { blob, name: fileName(voice.getSnapshot().timeline.text, ENDINGS[blob.type] ?? 'wav') };
}

const ENDINGS: Readonly<Record<string, string>> = { 'audio/mpeg': 'mp3', 'audio/ogg': 'ogg', 'audio/wav': 'wav' };

/** Formats of captions. */
export type CaptionFormat = 'vtt' | 'srt' | 'lrc';

const CAPTIONS = {
  vtt: { type: 'text/vtt;charset=utf-8', write: (timeline: Timeline) => toVTT(timeline) },
  srt: { type: 'application/x-subrip;charset=utf-8', write: (timeline: Timeline) => toSRT(timeline) },
  lrc: { type: 'text/plain;charset=utf-8', write: (timeline: Timeline) => toLRC(timeline) },
};

/** The captions of a text as a file. What has no time is left out. */
export function takeCaptions(timeline: Timeline, format: CaptionFormat): SpeechFile {
  const { type, write } = CAPTIONS[format];
  return { blob: new Blob([write(timeline)], { type }), name: fileName(timeline.text, format) };
}
