const EDGE_SECONDS = 0.003;

/** Fills the samples with a sine of this height whose phase starts at 0, with raised-cosine edges of 3 ms. */
export function writeTone(samples: Float32Array, frequency: number, level: number, sampleRate: number): void {
  const edge = Math.min(EDGE_SECONDS * sampleRate, samples.length / 2);
  const turn = (2 * Math.PI * frequency) / sampleRate;
  for (let i = 0; i < samples.length; i++) {
    const fromEdge = Math.min(i + 0.5, samples.length - i - 0.5);
    const gain = fromEdge < edge ? (1 - Math.cos((Math.PI * fromEdge) / edge)) / 2 : 1;
    samples[i] = level * gain * Math.sin(turn * i);
  }
}
