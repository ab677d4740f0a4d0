import { SpeechError } from '../errors.js';
import { milliseconds } from './milliseconds.js';

/** What a promise settles to, or a rejection after so many seconds. Whoever made the promise must end its work. */
export function within<T>(seconds: number, promise: Promise<T>, onLate: () => void = () => {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new SpeechError(`No answer came within ${seconds} s, so the relay waits no longer. Try again in a moment.`),
      );
      onLate();
    }, milliseconds(seconds));
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
