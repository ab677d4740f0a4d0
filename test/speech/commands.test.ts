import { createSpeech, runCommand, SHORTCUTS, type ShortcutCommand, type SpeechCommand, skip } from 'react-readalong';
import { describe, expect, it, vi } from 'vitest';
import { shortcutOf } from '../../src/speech/shortcuts.js';
import { wav } from '../audio/wav-bytes.js';
import { createFakeAudioContext } from '../helpers/fake-audio-context.js';

const text = 'One goes home. Two stay.\n\nThree come. Four go.';
const at = (words: string) => text.indexOf(words);

const seconds = Array.from(text, (_, i) => i);
const alignment = {
  characters: [...text],
  character_start_times_seconds: seconds,
  character_end_times_seconds: seconds.map((second) => second + 1),
};

/** A speech whose every character takes a second, and nobody who listens. */
function quiet() {
  return createSpeech({ recording: { audio_base64: '', alignment } });
}

/** Where a speech is after some steps, in characters; none has come, so that it holds every place. */
function skipped(start: number, ...steps: Parameters<typeof skip>[1][]): number {
  const speech = quiet();
  speech.seekToOffset(start);
  for (const step of steps) skip(speech, step);
  return speech.currentOffset();
}

describe('skipping', () => {
  it('leads to the next word, sentence and paragraph', () => {
    expect(skipped(0, { words: 1 })).toBe(at('goes'));
    expect(skipped(0, { words: 2 })).toBe(at('home'));
    expect(skipped(at('goes'), { sentences: 1 })).toBe(at('Two'));
    expect(skipped(at('goes'), { paragraphs: 1 })).toBe(at('Three'));
  });

  it('leads back to the start of what is heard, then to the one before', () => {
    expect(skipped(at('home'), { sentences: -1 })).toBe(0);
    expect(skipped(at('stay'), { sentences: -1 })).toBe(at('Two'));
    expect(skipped(at('stay'), { sentences: -1 }, { sentences: -1 })).toBe(0);
    expect(skipped(at('Four'), { paragraphs: -1 })).toBe(at('Three'));
    expect(skipped(at('stay'), { words: -1 })).toBe(at('Two'));
  });

  it('stays where nothing follows, and never goes before the start', () => {
    expect(skipped(at('Four'), { sentences: 1 })).toBe(at('Four'));
    expect(skipped(at('go.'), { words: 1 })).toBe(at('go.'));
    expect(skipped(0, { sentences: -3 })).toBe(0);
    expect(skipped(3, { words: 0 })).toBe(3);
  });

  it('leads back to the start of a sentence only once that was heard for longer than it takes to press again', async () => {
    const speech = createSpeech(
      { audio: new Blob([wav(new Uint8Array(text.length * 2 * 8000), { sampleRate: 8000 })]), alignment },
      { audioContext: createFakeAudioContext().context },
    );
    const leave = speech.subscribe(() => {});
    await vi.waitUntil(() => speech.getSnapshot().buffered === text.length);
    const backFrom = (seconds: number): number => {
      speech.seek(seconds);
      skip(speech, { sentences: -1 });
      return speech.currentOffset();
    };
    expect(backFrom(at('Two') + 1)).toBe(0);
    expect(backFrom(at('Two') + 2)).toBe(at('Two'));
    leave();
    speech.dispose();
  });

  it('counts whole steps, and moves nowhere by what is no number', () => {
    expect(skipped(at('goes'), { sentences: 1.9 })).toBe(at('Two'));
    expect(skipped(at('home'), { words: -0.9 })).toBe(at('home'));
    for (const step of [{ words: 0.5 }, { sentences: Number.NaN }, { paragraphs: Number.POSITIVE_INFINITY }])
      expect(skipped(at('goes'), step)).toBe(at('goes'));
    expect(skipped(at('goes'), { seconds: Number.NaN })).toBe(at('goes'));
  });

  it('moves by seconds', () => {
    const speech = quiet();
    speech.seek(10);
    skip(speech, { seconds: -4 });
    expect(speech.currentTime()).toBeCloseTo(6);
    skip(speech, { seconds: -40 });
    expect(speech.currentTime()).toBe(0);
  });
});

describe('commands', () => {
  const rates = (...commands: SpeechCommand[]): number => {
    const speech = quiet();
    speech.setPlaybackRate(1.1);
    for (const command of commands) runCommand(speech, command);
    return speech.getSnapshot().playbackRate;
  };

  it('changes the speed to the next quarter, within what there is', () => {
    expect(rates('faster')).toBe(1.25);
    expect(rates('slower')).toBe(1);
    expect(rates('faster', 'faster', 'slower')).toBe(1.25);
    expect(rates(...Array<SpeechCommand>(20).fill('faster'))).toBe(3);
    expect(rates(...Array<SpeechCommand>(20).fill('slower'))).toBe(0.5);
  });

  it('mutes and unmutes', () => {
    const speech = quiet();
    runCommand(speech, 'mute');
    expect(speech.getSnapshot().muted).toBe(true);
    runCommand(speech, 'mute');
    expect(speech.getSnapshot()).toMatchObject({ muted: false, volume: 1 });
  });

  it('brings back a voice that was turned down to nothing', () => {
    const speech = quiet();
    for (const muted of [false, true]) {
      speech.setVolume(0);
      speech.setMuted(muted);
      runCommand(speech, 'mute');
      expect(speech.getSnapshot()).toMatchObject({ muted: false, volume: 0.5 });
    }
  });

  it('stops, and goes back to the start', () => {
    const speech = quiet();
    speech.seek(10);
    runCommand(speech, 'stop');
    expect(speech.currentTime()).toBe(0);
    expect(speech.getSnapshot().status).toBe('idle');
  });
});

describe('keys', () => {
  const press = (key: string, rest: Partial<Parameters<typeof shortcutOf>[0]> = {}): ShortcutCommand | null =>
    shortcutOf({
      key,
      code: '',
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      shiftKey: false,
      isComposing: false,
      ...rest,
    });

  it('each mean one thing', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { command, keys: own } of SHORTCUTS) for (const key of own) expect(press(key)).toBe(command);
  });

  it('mean the same in capitals, and where the letters are others', () => {
    expect(press('K')).toBe('toggle');
    expect(press('ק', { code: 'KeyE' })).toBeNull();
    expect(press('ל', { code: 'KeyK' })).toBe('toggle');
    expect(press('ы', { code: 'KeyS' })).toBe('repeatSentence');
    expect(press('z', { code: 'KeyS' })).toBeNull();
  });

  it('leave selecting and scrolling with Shift to the browser, but not the letters and signs that it makes', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', ' ']) expect(press(key, { shiftKey: true })).toBeNull();
    expect(press('K', { shiftKey: true })).toBe('toggle');
    expect(press('?', { shiftKey: true })).toBe('help');
    expect(press('<', { shiftKey: true })).toBe('slower');
  });

  it('belong to the browser with a modifier, and to a text while it is composed', () => {
    expect(press('s', { ctrlKey: true })).toBeNull();
    expect(press('l', { metaKey: true })).toBeNull();
    expect(press('j', { altKey: true })).toBeNull();
    expect(press(' ', { isComposing: true })).toBeNull();
    expect(press('z')).toBeNull();
  });
});
