import type { Times } from './time-track.js';

const NOTHING = new Float64Array(0);

/** The times of a text of which none is known: what there is before a track. */
export function emptyTimes(text: string): Times {
  return {
    text,
    count: 0,
    starts: NOTHING,
    knownUntil: 0,
    endTime: 0,
    limit: Infinity,
    quality: { level: 'none', reasons: ['no-times'] },
    offset: () => 0,
    endOf: () => 0,
    elementAt: () => -1,
    elementStartedBy: () => -1,
  };
}
