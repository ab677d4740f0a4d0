/** Short clicks at a steady interval, until it is stopped. */
export interface ClickTrack {
  /** Seconds on the context's clock of the first click. The others follow, exact to the frame. */
  readonly startTime: number;
  /** Seconds from click to click: the asked interval in whole frames. */
  readonly interval: number;
  stop(): void;
}

/** Seconds until the first click, and for how long each one sounds. */
const LEAD = 0.1;
const LENGTH = 0.03;
const HERTZ = 1200;
const LOUDNESS = 0.6;
/** Context frames that must lie between the first click and the clock after it was started: two quanta. */
const MARGIN = 256;

/** Starts clicks every `interval` seconds. One looped buffer: no timer of the page can be late. */
export function startClickTrack(context: AudioContext, output: AudioNode, interval: number): ClickTrack {
  const { sampleRate } = context;
  const length = Math.round(interval * sampleRate);
  const buffer = context.createBuffer(1, length, sampleRate);
  buffer.copyToChannel(click(length, sampleRate), 0);
  for (let lead = LEAD; ; lead *= 2) {
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.loop = true;
    source.connect(output);
    const frame = Math.round((context.currentTime + lead) * sampleRate);
    source.start(frame / sampleRate);
    const stop = (): void => {
      source.stop();
      source.disconnect();
    };
    // The page may have been held up in between: then it began late, and every beat would be off.
    if (frame - context.currentTime * sampleRate >= MARGIN || lead > 1) {
      return { startTime: frame / sampleRate, interval: length / sampleRate, stop };
    }
    stop();
  }
}

/** Sharp at its first frame, for that is what is tapped to. */
function click(length: number, sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(length);
  for (let i = 0; i < Math.min(length, LENGTH * sampleRate); i++) {
    const time = i / sampleRate;
    samples[i] = LOUDNESS * Math.cos(2 * Math.PI * HERTZ * time) * (1 - time / LENGTH) ** 3;
  }
  return samples;
}
