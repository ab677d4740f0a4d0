import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStandIn } from '../helpers/stand-in.js';

beforeEach(() => void vi.resetModules());

/** The package as a page has it that has not played anything yet. */
const fresh = async () => ({
  ...(await import('react-readalong')),
  ...(await import('../../src/store/sound-kit.js')),
});

describe('what makes sound of an answer', () => {
  it('is loaded with the first text that is shown, and what is bought is whole', async () => {
    const { createSpeech, soundKit } = await fresh();
    const { relay, calls } = createStandIn();
    const speech = createSpeech({ text: 'Hello there.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' }, { relay });
    expect(soundKit()).toBe(null);
    expect(speech.getSnapshot()).toMatchObject({ loading: 'idle', duration: null });
    expect(speech.getSnapshot().timeline.text).toBe('Hello there.');
    speech.subscribe(() => {});
    await speech.fetchAll();
    expect(soundKit()).not.toBe(null);
    expect(calls.length).toBe(1);
    expect(speech.getSnapshot()).toMatchObject({ loading: 'complete', durationQuality: 'exact' });
    expect(speech.getSnapshot().timeline.quality.level).toBe('exact');
  });

  it('that cannot be loaded is an error in words, nothing is bought, and a later try may have it', async () => {
    vi.doMock('../../src/store/sound-makers.js', () => {
      throw new Error('404');
    });
    const { createSpeech, SpeechError } = await fresh();
    const { relay, calls } = createStandIn();
    const speech = createSpeech({ text: 'Hello there.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' }, { relay });
    speech.subscribe(() => {});
    const error: unknown = await speech.fetchAll().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(SpeechError);
    expect(String(error)).toContain('nothing was bought');
    expect(calls.length).toBe(0);
    vi.doUnmock('../../src/store/sound-makers.js');
    await speech.fetchAll();
    expect(calls.length).toBe(1);
    expect(speech.getSnapshot().error).toBe(null);
  });

  it('refuses a format that cannot be played before it is loaded', async () => {
    const { createSpeech } = await fresh();
    const { relay, calls } = createStandIn();
    const speech = createSpeech(
      { text: 'Hello.', voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat: 'flac_44100' },
      { relay },
    );
    speech.subscribe(() => {});
    const error: unknown = await speech.fetchAll().catch((cause: unknown) => cause);
    expect(String(error)).toContain('flac_44100');
    expect(calls.length).toBe(0);
  });
});
