import { createDocument, createSpeech, takeAudio } from 'react-readalong';
import { expect, it } from 'vitest';
import { bookText } from '../../bench/book-text.mjs';
import { createStandIn } from '../helpers/stand-in.js';

it('an MP3 that was joined from several requests is played by the browser, each as loud and as late as it is heard', async () => {
  const { relay, calls } = createStandIn();
  const speech = createSpeech(
    { text: bookText({ words: 100 }).slice(0, 700), voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat: 'mp3_44100_128' },
    { relay, document: createDocument() },
  );
  speech.subscribe(() => {});
  const mp3 = await takeAudio(speech, { whole: 'buy' });
  const wav = await takeAudio(speech, { as: 'wav' });
  expect(calls.length).toBeGreaterThan(1);
  const [joined, exact] = await Promise.all(
    [mp3, wav].map(async ({ blob }) => {
      const decoded = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(await blob.arrayBuffer());
      return decoded.getChannelData(0);
    }),
  );
  if (!joined || !exact) throw new Error('Nothing was decoded.');
  expect(Math.abs(joined.length - exact.length) / 44_100).toBeLessThan(0.2);
  /** Loudness of each tenth of a second. */
  const loudness = (samples: Float32Array): number[] =>
    Array.from({ length: Math.floor(samples.length / 4410) }, (_, i) =>
      Math.sqrt(samples.subarray(i * 4410, (i + 1) * 4410).reduce((sum, sample) => sum + sample * sample, 0) / 4410),
    );
  const [a, b] = [loudness(joined), loudness(exact)];
  const unlike = b.filter((loud, i) => Math.abs(loud - (a[i] ?? 0)) > 0.1).length;
  console.info(
    `joined MP3: ${joined.length / 44_100} s against ${exact.length / 44_100} s, ${unlike} of ${b.length} tenths unlike`,
  );
  expect(unlike / b.length).toBeLessThan(0.1);
  speech.dispose();
}, 60_000);
