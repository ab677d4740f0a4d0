// Whether another speed keeps the pitch: what was captured, against the sound itself.
import { createSpeech } from 'react-readalong';
import { listen } from '../test/audio/listening.js';
import { toPcm } from '../test/audio/sweep.js';
import { bytesFromBase64 } from './base64-bytes.js';
import { pitchOf } from './pitch-of.js';
import { percentile, until } from './sound-windows.js';

const RATE = 44_100;
/** Seconds from one comparison to the next. */
const HOP = 0.01;
/** Hertz. Its period is no whole number of samples. */
const TONE = 120;

/** Shares of the pitch. */
export interface PitchDifference {
  readonly median: number;
  readonly p90: number;
  /** Moments in which both are clearly voiced. */
  readonly voiced: number;
}

/** Plays some samples at a rate, and gives what left the context from the first to the last. */
async function captured(samples: Float32Array, rate: number): Promise<Float32Array> {
  const sound = await listen(RATE);
  const speech = createSpeech(
    { audio: toPcm(samples).buffer, text: '', outputFormat: 'pcm_44100' },
    { audioContext: sound.context },
  );
  speech.subscribe(() => {});
  speech.setPlaybackRate(rate);
  speech.play();
  await until(() => sound.started.length > 0, 'sound');
  const first = sound.started[0]?.at ?? 0;
  const length = Math.round(samples.length / rate);
  await sound.captured(first + length);
  const out = sound.samples(first, length);
  speech.dispose();
  await sound.close();
  return out;
}

/** The pitch of speech (signed 16-bit samples in base64) at a rate, against its pitch at that place as it is. */
export async function measurePitch(base64: string, rate: number): Promise<PitchDifference> {
  const original = Float32Array.from(new Int16Array(bytesFromBase64(base64).buffer), (sample) => sample / 32_768);
  const out = await captured(original, rate);
  const differences: number[] = [];
  for (let time = HOP; time < original.length / RATE - HOP; time += HOP) {
    const after = pitchOf(out, (time / rate) * RATE, RATE);
    const before = after && pitchOf(original, placeOf(out, (time / rate) * RATE, original, time * RATE), RATE);
    if (before !== null && after !== null) differences.push(Math.abs(after / before - 1));
  }
  return {
    median: percentile(differences, 0.5),
    p90: percentile(differences, 0.9),
    voiced: differences.length,
  };
}

/** Samples by which a change of speed may put a place off, and between those that are looked at. */
const REACH = Math.round(0.014 * RATE);
const STRIDE = 4;

/** Where in the original a place of the output comes from, by what it looks like: a voice glides, so a few milliseconds count. */
function placeOf(out: Float32Array, at: number, original: Float32Array, near: number): number {
  const half = Math.round(0.012 * RATE);
  let [best, most] = [near, Number.NEGATIVE_INFINITY];
  for (let place = Math.round(near) - REACH; place <= near + REACH; place += STRIDE) {
    let [product, energy] = [0, 1e-9];
    for (let i = -half; i < half; i += STRIDE) {
      const sample = original[place + i] ?? 0;
      product += sample * (out[Math.round(at) + i] ?? 0);
      energy += sample * sample;
    }
    const likeness = product / Math.sqrt(energy);
    if (likeness > most) [best, most] = [place, likeness];
  }
  return best;
}

/** Decibels by which the harmonics of a steady voiced tone stand above all else at a rate. */
export async function measureTone(rate: number): Promise<number> {
  const tone = Float32Array.from({ length: 4 * RATE }, (_, i) => {
    let sample = 0;
    for (let harmonic = 1; harmonic <= 30; harmonic++)
      sample += Math.sin((2 * Math.PI * TONE * harmonic * i) / RATE + harmonic * harmonic) / harmonic;
    return sample * 0.2;
  });
  const out = await captured(tone, rate);
  const from = Math.round(out.length / 2 - RATE / 2);
  // A second makes each bin a hertz wide.
  const second = Float64Array.from({ length: RATE }, (_, i) => {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / RATE);
    return window * (out[from + i] ?? 0);
  });
  const all = (second.reduce((sum, sample) => sum + sample * sample, 0) * RATE) / 2;
  let harmonics = 0;
  for (let harmonic = 1; harmonic <= 30; harmonic++)
    // Those beside it are its own too: the window spreads it, and so does a voice.
    for (let bin = TONE * harmonic - 8; bin <= TONE * harmonic + 8; bin++) harmonics += powerAt(second, bin);
  return 10 * Math.log10(harmonics / Math.max(1e-12, all - harmonics));
}

function powerAt(second: Float64Array, hertz: number): number {
  let [real, imaginary] = [0, 0];
  for (let i = 0; i < RATE; i++) {
    const angle = (2 * Math.PI * ((hertz * i) % RATE)) / RATE;
    real += (second[i] ?? 0) * Math.cos(angle);
    imaginary += (second[i] ?? 0) * Math.sin(angle);
  }
  return real * real + imaginary * imaginary;
}

Object.assign(globalThis, { measurePitch, measureTone });
