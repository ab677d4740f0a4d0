/** A source that was given to any context. */
export interface Start {
  /** `performance.now()` at that call. */
  readonly when: number;
  /** Milliseconds from that call to the first sample's leaving the context. */
  readonly lead: number;
}

/** Notes every source that is started from now on, but for the one sample that unlocks an output. */
export function noteStarts(): Start[] {
  const starts: Start[] = [];
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (when = 0, ...rest) {
    const lead = Math.max(0, when - this.context.currentTime) * 1000;
    if (this.buffer && this.buffer.length > 1) starts.push({ when: performance.now(), lead });
    start.call(this, when, ...rest);
  };
  return starts;
}
