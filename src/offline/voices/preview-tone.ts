import { seededNumber } from '../seeded-number.js';

const RATE = 4000;
const SECONDS = 0.8;

/** A preview that needs no network: a short tone of the voice's own pitch, as a WAV of 8 bits in a `data:` address. */
export function previewTone(index: number): string {
  const pitch = 180 + Math.round(seededNumber(index, 11) * 420);
  const count = RATE * SECONDS;
  const samples = Array.from({ length: count }, (_, at) => {
    const loudness = Math.min(1, at / 200, (count - at) / 400);
    return Math.round(128 + 60 * loudness * Math.sin((2 * Math.PI * pitch * at) / RATE));
  });
  const bytes = Uint8Array.from([...header(count), ...samples]);
  return `data:audio/wav;base64,${btoa(String.fromCharCode(...bytes))}`;
}

/** Of a WAV of one channel and 8 bits. */
function header(count: number): readonly number[] {
  const text = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0));
  const number = (value: number, size: number) =>
    Array.from({ length: size }, (_, byte) => (value >>> (8 * byte)) & 255);
  return [
    ...text('RIFF'),
    ...number(36 + count, 4),
    ...text('WAVEfmt '),
    ...number(16, 4),
    ...number(1, 2),
    ...number(1, 2),
    ...number(RATE, 4),
    ...number(RATE, 4),
    ...number(1, 2),
    ...number(8, 2),
    ...text('data'),
    ...number(count, 4),
  ];
}
