import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';

const programs = import.meta.glob<{ default: () => unknown }>([
  '../../stories/examples/*.{ts,tsx}',
  '!../../stories/examples/*.node.ts',
]);

/** What each says, or the beginning of it: a program that still runs and says something else is wrong as well. */
const SAYS: Record<string, RegExp> = {
  bookmark: /"offset": 15\b/,
  captions: /^WEBVTT[\s\S]*-->[\s\S]*\[00:00[\s\S]*\.srt: \d+ bytes$/,
  dictation: /"first": "",\s+"hinted": "This ?"/,
  document: /"spent": \{\s+"characters": [1-9]/,
  files: /\.mp3, audio\/mpeg, [1-9]\d+ bytes\n.*\.wav, audio\/wav, [1-9]/,
  flite: /^Hello, reader\.: 1\.\d\d s, [1-9]\d+ samples$/,
  'latency-calibration': /"phase": "idle"/,
  links: /#place-chapter-1=\d+,.*\n\d+: nobody saw/,
  'lock-screen': /"status": "idle"/,
  'play-range': /^“recording” ends at .* it stopped at 0?\.\d+ s\.$/,
  practice: /^loop, hearing, round 1, tempo 0\.6\n[\s\S]*loop, gap, round 3/,
  'relay-limits': /status="200",outcome="stored",ending="ended"\} 1\n/,
  relay: /"characters": "Hello, reader\."/,
  search: /"café"|4: café/,
  'sleep-timer': /"state": "waiting",\s+"left": 900,\s+"after": "off"/,
  speech: /"places": \[\s+"This",\s+"was",\s+"recording"/,
  store: /"durations": \[\s+"\d/,
  'text-finder': /^\d+ of \d+: …lamp/i,
  'text-to-speak': /"ofElement": "Tides\\n\\nTwice a day\.",\s+"ofChildren": "Tides\\n\\nTwice a day\."/,
  timeline: /^0 to 0\.\d+: This/,
  tones: /^A until 0\.\d+ s, 400 Hz/,
  voices: /"accent": "irish"/i,
};

const nameOf = (path: string): string => path.replace(/^.*\/|(\.press)?\.tsx?$/g, '');

afterEach(() => vi.restoreAllMocks());

it('every program of the reference is run here', () => {
  expect(Object.keys(programs).map(nameOf).toSorted()).toEqual(Object.keys(SAYS).toSorted());
});

it.each(Object.entries(programs).map(([path, load]) => [nameOf(path), load] as const))(
  'the program %s of the reference says what its functions do',
  async (name, load) => {
    // Sound begins with a gesture.
    await userEvent.click(document.body);
    const said = await (await load()).default();
    const text = typeof said === 'string' ? said : JSON.stringify(said, null, 2);
    expect(text).toMatch(SAYS[name] ?? /^$/);
  },
  30_000,
);
