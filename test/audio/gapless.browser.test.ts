import { expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import type { GrowingPart } from '../../src/audio/part.js';
import { createPlayer, type Player } from '../../src/audio/player.js';
import { difference, encodeMp3, referenceOf, voiceLike } from './lame.js';
import { firstSound, type Listening, listen } from './listening.js';
import { cutAt } from './mp3-bytes.js';
import { programOf, seeded } from './programs.js';

const SECONDS = 5;
// PCM is exact, but for what is left of a start time when it is turned into a frame.
const forms = [
  { format: 'pcm_44100', sampleRate: 44100, within: 1e-9 },
  { format: 'pcm_24000', sampleRate: 24000, within: 1e-9 },
  { format: 'mp3_44100_128', sampleRate: 44100, within: 1e-6 },
  { format: 'mp3_22050_32', sampleRate: 22050, within: 1e-6 },
] as const;

/** Bytes of a format, and the samples that they hold. */
async function voiceAs({ format, sampleRate }: (typeof forms)[number]) {
  const samples = voiceLike(SECONDS, sampleRate);
  if (format.startsWith('pcm')) {
    const coded = Int16Array.from(samples, (sample) => Math.round(sample * 32767));
    return { bytes: new Uint8Array(coded.buffer), reference: Float32Array.from(coded, (sample) => sample / 32768) };
  }
  const bytes = await encodeMp3(samples, sampleRate === 22050 ? 22050 : 44100, format === 'mp3_44100_128' ? 128 : 32);
  return { bytes, reference: await referenceOf(bytes, sampleRate) };
}

/** A part's player on an output that is listened to, both gone afterwards. */
async function withPlayer(part: GrowingPart, then: (sound: Listening, player: Player) => Promise<void>): Promise<void> {
  const sound = await listen(part.sampleRate);
  const sampleRate = () => part.sampleRate;
  // Several are listened to at once.
  const player = createPlayer({
    program: programOf(part),
    sampleRate,
    audioContext: sound.context,
    audioFocus: 'shared',
  });
  try {
    await then(sound, player);
  } finally {
    player.dispose();
    await sound.close();
  }
}

it.concurrent.each(forms)(
  'is heard from first sample to last without a gap, sample for sample: $format that streams in',
  async (form) => {
    const { bytes, reference } = await voiceAs(form);
    const random = seeded(21);
    const part = createPart('streamed', form.format);
    await withPlayer(part, async (sound, player) => {
      player.play();
      for (const chunk of cutAt(bytes, Array.from({ length: 40 }, random))) {
        part.append(chunk);
        await new Promise((resolve) => setTimeout(resolve, random() * 40));
      }
      part.end();
      await expect.poll(() => player.getState().phase, { timeout: 15_000, interval: 20 }).toBe('ended');
      const first = sound.started[0]?.at ?? 0;
      await sound.captured(first + reference.length + form.sampleRate / 20);
      const most = difference(sound.samples(first, reference.length), reference);
      console.info(
        `${form.format}: ${reference.length} captured samples in ${sound.started.length} pieces, greatest difference ${most}`,
      );
      expect(most).toBeLessThanOrEqual(form.within);
      expect(firstSound(sound.samples(0, first))).toBe(-1);
      expect(firstSound(sound.samples(first + reference.length, form.sampleRate / 20))).toBe(-1);
    });
  },
  30_000,
);

it('is on its way to the ear within 60 ms of play, where the sound is there', async () => {
  const part = createPart('whole', 'mp3_44100_128');
  part.append(await encodeMp3(voiceLike(3, 44100), 44100, 128));
  part.end();
  await withPlayer(part, async (sound, player) => {
    const asked: number[] = [];
    const until: number[] = [];
    for (let i = 0; i < 11; i++) {
      const before = sound.started.length;
      const [pressed, now] = [performance.now(), sound.now()];
      player.play({ part: 0, frame: 0 });
      await expect.poll(() => player.getState().phase, { interval: 5 }).toBe('playing');
      const { at = 0, when = 0 } = sound.started[before] ?? {};
      asked.push(when - pressed);
      until.push((at - now) / 44.1);
      await sound.pass(0.1);
    }
    const [scheduling = 0, starting = 0] = [asked, until].map((all) => all.sort((a, b) => a - b)[5]);
    console.info(
      `first piece: scheduled ${scheduling.toFixed(1)} ms after play(), to begin ${starting.toFixed(1)} ms after it (medians of 11)`,
    );
    expect(starting).toBeLessThan(60);
  });
});
