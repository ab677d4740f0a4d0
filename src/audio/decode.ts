import { AudioError } from '../errors.js';

/** Turns encoded bytes into mono samples at a rate. The bytes are given away: they may be detached. */
export type Decode = (bytes: Uint8Array<ArrayBuffer>, sampleRate: number) => Promise<Float32Array<ArrayBuffer>>;

/**
 * The browser's own decoder, at the stream's own rate, so that nothing is resampled.
 * @throws AudioError where the browser cannot decode the bytes.
 */
export const decodeInBrowser: Decode = async (bytes, sampleRate) => {
  let decoded: AudioBuffer;
  try {
    decoded = await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(bytes.buffer);
  } catch (cause) {
    throw new AudioError(
      'The browser could not decode a stretch of the sound, so it stops there. Ask for it again, or in another output format.',
      cause,
    );
  }
  const mono = decoded.getChannelData(0);
  for (let channel = 1; channel < decoded.numberOfChannels; channel++) {
    const other = decoded.getChannelData(channel);
    for (let i = 0; i < mono.length; i++) mono[i] = (mono[i] ?? 0) + (other[i] ?? 0);
  }
  if (decoded.numberOfChannels > 1)
    for (let i = 0; i < mono.length; i++) mono[i] = (mono[i] ?? 0) / decoded.numberOfChannels;
  return mono;
};
