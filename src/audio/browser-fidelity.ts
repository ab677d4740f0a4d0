import { FAITHFUL, type Fidelity } from './fidelity.js';

let measured: Promise<Fidelity> | undefined;

/** What this browser's decoder does, measured once a page, at the first MP3. */
export function browserFidelity(): Promise<Fidelity> {
  measured ??= import('./measure-fidelity.js').then(
    ({ measureBrowser }) => measureBrowser(),
    () => FAITHFUL,
  );
  return measured;
}
