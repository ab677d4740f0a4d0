/** What reached a context's destination, sample for sample, by context frame. */
export interface CapturedSound {
  readonly context: AudioContext;
  /** Samples from a context frame on; what was not captured is 0. */
  samples(from: number, count: number): Float32Array;
  /** First and last context frame that were captured so far. */
  span(): { from: number; to: number };
  close(): Promise<void>;
}

const RECORDER = `registerProcessor('recorder', class extends AudioWorkletProcessor {
  frame = -128
  process([input]) {
    // Chromium leaves currentFrame as it was where the page holds the lock on its graph, as when a source is taken off.
    this.frame = Math.max(currentFrame, this.frame + 128)
    if (input[0]) this.port.postMessage({ frame: this.frame, samples: input[0].slice() })
    return true
  }
})`;

/** A running context with a tap in front of its destination. Only tests tap. */
export async function captureSound(sampleRate = 44100): Promise<CapturedSound> {
  const context = new AudioContext({ sampleRate });
  const module = URL.createObjectURL(new Blob([RECORDER], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(module);
  URL.revokeObjectURL(module);
  const tap = new AudioWorkletNode(context, 'recorder', {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  const chunks: { frame: number; samples: Float32Array }[] = [];
  tap.port.onmessage = ({ data }) => chunks.push(data);
  const createGain = context.createGain.bind(context);
  // What is connected to the destination is connected to the tap as well.
  context.createGain = () => {
    const node = createGain();
    const connect = node.connect.bind(node) as (target: AudioNode) => AudioNode;
    Object.assign(node, {
      connect(target: AudioNode) {
        if (target === context.destination) connect(tap);
        return connect(target);
      },
    });
    return node;
  };
  await context.resume();
  return {
    context,
    samples(from, count) {
      const out = new Float32Array(count);
      for (const { frame, samples } of chunks) {
        if (frame + samples.length <= from || frame >= from + count) continue;
        for (let i = 0; i < samples.length; i++) {
          const at = frame + i - from;
          if (at >= 0 && at < count) out[at] = samples[i] ?? 0;
        }
      }
      return out;
    },
    span: () => ({ from: chunks[0]?.frame ?? 0, to: (chunks.at(-1)?.frame ?? 0) + 128 }),
    close: () => context.close(),
  };
}
