import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { createPlayer, type Player } from '../../src/audio/player.js';
import { firstSound, type Listening, listen } from './listening.js';
import { errorsOf, momentsOf } from './moments.js';
import { placeOf, placeSignal } from './place-signal.js';
import { programOf, seeded } from './programs.js';

const RATE = 44100;
const random = seeded(17);

let sound: Listening;
let player: Player;
beforeEach(async () => {
  sound = await listen(RATE);
  const part = createPart('whole', 'pcm_44100');
  part.append(placeSignal(RATE * 8));
  part.end();
  player = createPlayer({ program: programOf(part), sampleRate: () => RATE, audioContext: sound.context });
});
afterEach(async () => {
  player.dispose();
  await sound.close();
});

/** Holds the page up, as a busy application does. */
function hold(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

const places = {
  'while the source is made': (source: AudioBufferSourceNode, milliseconds: number) => {
    hold(milliseconds);
    return source;
  },
  'just before it is started': (source: AudioBufferSourceNode, milliseconds: number) => {
    const start = source.start.bind(source);
    source.start = (when) => {
      hold(milliseconds);
      start(when);
    };
    return source;
  },
  'just after it was started': (source: AudioBufferSourceNode, milliseconds: number) => {
    const start = source.start.bind(source);
    source.start = (when) => {
      start(when);
      hold(milliseconds);
    };
    return source;
  },
};

/** Holds the page up around the start of the next source, and of no other. */
function holdNext(place: keyof typeof places, milliseconds: number): void {
  const { context } = sound;
  const create = context.createBufferSource.bind(context);
  context.createBufferSource = () => {
    context.createBufferSource = create;
    return places[place](create(), milliseconds);
  };
}

async function expectMapToHold(): Promise<void> {
  const errors = await errorsOf(sound, await momentsOf(sound, player, 15, random));
  expect(errors.length).toBeGreaterThan(5);
  expect(Math.max(...errors)).toBeLessThan(1);
}

const cases = Object.keys(places).flatMap((place) =>
  [30, 120].map((milliseconds) => ({ place: place as keyof typeof places, milliseconds })),
);

describe('a page that is held up', () => {
  it.each(cases)(
    '$milliseconds ms $place is heard from the first sample, once, and its map is right',
    async ({ place, milliseconds }) => {
      holdNext(place, milliseconds);
      player.play();
      await expect.poll(() => player.heard().frame, { interval: 5 }).toBeGreaterThan(RATE * 0.05);
      await expectMapToHold();
      const { to } = sound.span();
      const samples = sound.samples(0, to);
      const first = firstSound(samples);
      // One line from the first sample on: nothing lost, nothing sounded before and again.
      const wrong = samples.subarray(first).findIndex((sample, i) => placeOf(sample) !== i);
      expect({ first: placeOf(samples[first] ?? 0), wrong }).toEqual({ first: 0, wrong: -1 });
    },
  );

  it.each(cases)('$milliseconds ms $place after a jump knows what is heard', async ({ place, milliseconds }) => {
    player.play();
    await expect.poll(() => player.heard().frame, { interval: 5 }).toBeGreaterThan(RATE * 0.05);
    holdNext(place, milliseconds);
    player.seek({ part: 0, frame: RATE * 4 });
    await expect.poll(() => player.heard().frame, { interval: 5 }).toBeGreaterThan(RATE * 4.05);
    await expectMapToHold();
  });

  it('for longer than what was scheduled knows what is heard afterwards', async () => {
    player.play();
    await expect.poll(() => player.heard().frame, { interval: 5 }).toBeGreaterThan(RATE * 0.1);
    hold(2100);
    await sound.pass(0.3);
    await expectMapToHold();
  });

  it('for half a second does not interrupt the sound', async () => {
    player.play();
    await expect.poll(() => player.heard().frame, { interval: 5 }).toBeGreaterThan(RATE * 0.1);
    hold(500);
    await sound.pass(0.3);
    const { to } = sound.span();
    const samples = sound.samples(0, to);
    const first = firstSound(samples);
    expect(samples.subarray(first).findIndex((sample, i) => placeOf(sample) !== i)).toBe(-1);
  });
});
