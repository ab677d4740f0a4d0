import { createSpeech, runCommand, SHORTCUTS, type ShortcutCommand, type SpeechCommand, skip } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { shortcutOf } from '../../src/speech/shortcuts.js';

const text = 'One goes home. Two stay.\n\nThree come. Four go.';
const at = (words: string) => text.indexOf(words);

/** A speech whose every character takes a second, and nobody who listens. */
function quiet() {
  const seconds = Array.from(text, (_, i) => i);
  return createSpeech({
    recording: {
      audio_base64: '',
      alignment: {
        characters: [...text],
        character_start_times_seconds: seconds,
        character_end_times_seconds: seconds.map((second) => second + 1),
      },
    },
  });
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
    expect(speech.getSnapshot().muted).toBe(false);
  });
});

describe('keys', () => {
  const press = (key: string, rest: Partial<Parameters<typeof shortcutOf>[0]> = {}): ShortcutCommand | null =>
    shortcutOf({ key, code: '', ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...rest });

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

  it('belong to the browser with a modifier, and to a text while it is composed', () => {
    expect(press('s', { ctrlKey: true })).toBeNull();
    expect(press('l', { metaKey: true })).toBeNull();
    expect(press('j', { altKey: true })).toBeNull();
    expect(press(' ', { isComposing: true })).toBeNull();
    expect(press('x')).toBeNull();
  });
});
