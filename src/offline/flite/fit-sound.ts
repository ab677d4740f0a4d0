const FADE_SECONDS = 0.005;

/** Cuts sound from `start` to `end` seconds, with silence where there is none before it or after `until`, faded so that no cut clicks. */
export function fitSound(
  samples: Float32Array,
  sampleRate: number,
  { start, end, until, gain }: { start: number; end: number; until: number; gain: number },
): Float32Array {
  const origin = Math.round(start * sampleRate);
  const fitted = new Float32Array(Math.max(0, Math.round(end * sampleRate) - origin));
  const from = Math.max(0, origin);
  const to = Math.min(samples.length, Math.round(Math.min(end, until) * sampleRate));
  const fade = Math.round(FADE_SECONDS * sampleRate);
  for (let i = from; i < to; i++) {
    const edge = Math.min(1, (i - from + 1) / fade, (to - i) / fade);
    fitted[i - origin] = Math.max(-0.98, Math.min(0.98, (samples[i] ?? 0) * gain * edge));
  }
  return fitted;
}
