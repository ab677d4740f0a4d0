import { expect } from 'vitest';
import { type Command, inDownload, more, saves, status } from './command.js';
import { button, sleep } from './reader.js';

/** The sleep timer, and what is taken along. */
export const TAKE_AWAY: readonly Command[] = [
  {
    does: 'falls silent by itself',
    open: more,
    control: sleep,
    press: '{ArrowDown}',
    use: (control) => control.selectOptions('End of the sentence'),
    effect: async (reader) => {
      await expect.element(sleep()).toHaveValue('0');
      reader.speech.play();
      await status('playing')(reader);
      await status('paused')(reader);
    },
  },
  { does: 'saves the sound', open: inDownload, control: () => button('Download audio'), effect: saves('mp3') },
  { does: 'saves it as WAV', open: inDownload, control: () => button('Download as WAV'), effect: saves('wav') },
  { does: 'saves WebVTT', open: inDownload, control: () => button('Captions as WebVTT'), effect: saves('vtt') },
  { does: 'saves SRT', open: inDownload, control: () => button('Captions as SRT'), effect: saves('srt') },
  { does: 'saves LRC', open: inDownload, control: () => button('Captions as LRC'), effect: saves('lrc') },
  {
    does: 'copies a link to what is heard',
    open: inDownload,
    control: () => button('Copy link to this place'),
    effect: async ({ copied }) => {
      await expect.poll(() => copied.length).toBe(1);
      expect(copied[0]).toContain('tea');
    },
  },
  {
    does: 'prints',
    open: inDownload,
    control: () => button('Print'),
    effect: ({ printed }) => expect.poll(printed).toBe(1),
  },
];
