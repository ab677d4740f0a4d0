import { type Peaks, peaksOf } from '../../audio/peaks.js';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';

/** Pixels from one bar to the next, and of a bar. */
const PITCH = 5;
const BAR = 3;
/** Pixels of a bar that is here, and of which nobody has heard how loud it is. */
const UNHEARD = 4;
/** Milliseconds between two drawings. */
const PAUSE = 100;
/** Seconds of sound up to which it is decoded to be seen. Of more, only what is heard is. */
const MOST = 600;

/** Draws the bars of a sound, again when it grows or the box has another size, never by the frame. Returns how to stop. */
export function bindWaveform(speech: Speech, box: HTMLElement): () => void {
  const peaks = peaksOf(speech.sound);
  const paths = box.querySelectorAll('path');
  let timer: ReturnType<typeof setTimeout> | undefined;

  function draw(): void {
    timer = undefined;
    const { clientWidth: width, clientHeight: height } = box;
    const d = barsOf(peaks, speech.getSnapshot().duration ?? 0, { width, height });
    for (const path of paths) if (path.getAttribute('d') !== d) path.setAttribute('d', d);
  }
  function drawSoon(): void {
    timer ??= setTimeout(draw, PAUSE);
  }
  const resized = new ResizeObserver(draw);
  resized.observe(box);
  const decoding = decodeInIdleTime(speech, peaks);
  const change = (): void => {
    drawSoon();
    decoding.wake();
  };
  const leave = [peaks.subscribe(change), speech.watch(change), decoding.stop, () => resized.disconnect()];
  return () => {
    clearTimeout(timer);
    for (const stop of leave) stop();
  };
}

/** The bars as the data of an SVG path: lines with round ends, of which one without length is a dot. */
export function barsOf(
  peaks: Pick<Peaks, 'between'>,
  duration: number,
  size: { width: number; height: number },
): string {
  const { width, height } = size;
  const count = Math.floor(width / PITCH);
  const most = height - BAR - 2;
  let d = '';
  for (let bar = 0; bar < count; bar++) {
    const loudness = duration > 0 ? peaks.between((bar * duration) / count, ((bar + 1) * duration) / count) : 'away';
    // Loud and soft are heard by their ratio: as they are, half of the bars would be dots.
    const length = loudness === 'away' ? 0 : loudness === null ? UNHEARD : Math.max(1, loudness ** 0.6 * most);
    const x = Math.round(((bar + 0.5) * width * 10) / count) / 10;
    d += `M${x} ${Math.round((height - length) * 5) / 10}v${Math.round(length * 10) / 10}`;
  }
  return d;
}

/** Decodes a second at a time while the page has nothing else to do. */
function decodeInIdleTime(speech: Speech, peaks: Peaks): { wake: () => void; stop: () => void } {
  const ears = new AbortController();
  let isAtWork = false;
  /** How it stood when something could not be decoded: before that is otherwise, it will not go better. */
  let failedAt: SpeechSnapshot | null = null;
  async function work(): Promise<void> {
    try {
      isAtWork = (speech.getSnapshot().duration ?? 0) <= MOST && (await peaks.decodeNext(ears.signal));
      if (isAtWork) whenIdle(work);
    } catch {
      // What cannot be decoded cannot be heard either, and is told by who plays it. Asked for again, it may come whole.
      failedAt = speech.getSnapshot();
      isAtWork = false;
    }
  }
  return {
    wake() {
      const { loading, error } = speech.getSnapshot();
      if (isAtWork || ears.signal.aborted || (failedAt?.loading === loading && failedAt.error === error)) return;
      failedAt = null;
      isAtWork = true;
      whenIdle(work);
    },
    stop: () => ears.abort(),
  };
}

/** Safari has no idle time to tell of. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 30);
}
