/** The first message to the worker: how its relay is made. */
export interface WorkerStart {
  prefix: string;
  flite: string | null;
}

/** A request to the worker's relay, sent together with a port on which its answer comes. */
export interface WorkerRequest {
  url: string;
  method: string;
  headers: [string, string][];
  body: string | null;
}

/** What the page says on the port of a request: give the next piece of the body, or give up. */
export type PageSays = 'pull' | 'abort';

/** What the worker says on the port of a request. */
export type WorkerSays =
  | { kind: 'head'; status: number; headers: [string, string][]; hasBody: boolean }
  | { kind: 'piece'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'end' }
  | { kind: 'failure'; message: string };

/** What the worker says outside of any request: bytes of Flite that arrived. */
export interface WorkerProgress {
  loaded: number;
  total: number | null;
}
