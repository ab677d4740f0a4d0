import { bindMediaSession, type CreateSpeechOptions, createSpeech } from 'react-readalong';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeAudioContext } from '../helpers/fake-audio-context.js';
import { stubMediaSession } from '../helpers/fake-media-session.js';

const text = 'One goes. Two comes. Three stays.';
const SECONDS = 33;
const title = 'A story';
const ACTIONS = ['play', 'pause', 'stop', 'seekto', 'seekbackward', 'seekforward', 'previoustrack', 'nexttrack'];

// A page loads it with the first narration; clocks that are turned by hand cannot wait for a file.
beforeAll(() => import('../../src/speech/narration-stream.js'));
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface TellOptions {
  /** Seconds of sound that came so far, of an answer that goes on. @default the whole of it */
  came?: number | undefined;
  audioFocus?: CreateSpeechOptions['audioFocus'];
}

/** A speech whose every character takes a second, and somebody who listens to it. */
async function tell({ came, audioFocus }: TellOptions = {}) {
  const fake = createFakeAudioContext({ sampleRate: 8000 });
  const seconds = Array.from(text, (_, i) => i);
  const speech = createSpeech(
    {
      audio: came === undefined ? silence(SECONDS) : unfinished(silence(came)),
      outputFormat: 'pcm_8000',
      alignment: {
        characters: [...text],
        character_start_times_seconds: seconds,
        character_end_times_seconds: seconds.map((second) => second + 1),
      },
    },
    { audioContext: fake.context, audioFocus },
  );
  const leave = speech.subscribe(() => {});
  await fake.turn(0.1);
  return { speech, turn: fake.turn, leave };
}

const silence = (seconds: number): ArrayBuffer => new ArrayBuffer(seconds * 8000 * 2);
const unfinished = (audio: ArrayBuffer): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(audio)) });

describe('the lock screen', () => {
  it('shows nothing before the speech plays', async () => {
    const session = stubMediaSession();
    const { speech } = await tell();
    bindMediaSession(speech, { title });
    speech.seek(3);
    expect([session.metadata, session.actions, session.playbackState]).toEqual([null, [], 'none']);
  });

  it('shows the words, the state and the place of what plays', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    const artwork = [{ src: '/cover.png', sizes: '512x512', type: 'image/png' }];
    bindMediaSession(speech, { title, artist: 'A voice', album: 'A book', artwork });
    speech.play();
    await turn(0.5);
    expect(session.metadata?.init).toEqual({ title, artist: 'A voice', album: 'A book', artwork });
    expect(session.playbackState).toBe('playing');
    expect(session.positions.at(-1)).toMatchObject({ duration: SECONDS, playbackRate: 1 });
    expect(session.actions).toEqual(ACTIONS);
    speech.pause();
    expect(session.playbackState).toBe('paused');
    speech.stop();
    expect(session.playbackState).toBe('none');
  });

  it('is told of the place when it starts, jumps or changes speed, not as time goes by', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    bindMediaSession(speech, { title });
    speech.play();
    await turn(0.5);
    const before = session.positions.length;
    await turn(3);
    speech.setVolume(0.5);
    expect(session.positions.length).toBe(before);
    speech.seek(20);
    await turn(0.5);
    expect(session.positions.at(-1)?.position).toBeCloseTo(20, 0);
    speech.setPlaybackRate(2);
    expect(session.positions.at(-1)?.playbackRate).toBe(2);
    await turn(0.5);
    const then = session.positions.length;
    await turn(3);
    expect(session.positions.length).toBe(then);
  });

  it('shows the whole as heard when it ended', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    bindMediaSession(speech, { title });
    speech.seek(SECONDS - 1);
    speech.play();
    await turn(3);
    expect(speech.getSnapshot().status).toBe('ended');
    expect(session.playbackState).toBe('paused');
    expect(session.positions.at(-1)).toEqual({ duration: SECONDS, position: SECONDS, playbackRate: 1 });
    session.press('play');
    await turn(0.5);
    expect(session.playbackState).toBe('playing');
    expect(speech.currentTime()).toBeLessThan(1);
  });

  it('is never told of a place behind the end, as that of what has not come yet', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell({ came: 2 });
    bindMediaSession(speech, { title });
    speech.play();
    await turn(0.5);
    speech.seek(1000);
    await turn(0.5);
    const { duration = 0, position } = session.positions.at(-1) ?? {};
    expect(speech.getSnapshot().durationQuality).toBe('estimated');
    expect([position, session.playbackState]).toEqual([duration, 'playing']);
    expect(duration).toBeGreaterThan(0);
  });

  it('keeps its words where a picture has no address', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    bindMediaSession(speech, { title, artwork: [{ src: 'http://[' }] });
    speech.play();
    await turn(0.5);
    expect(session.metadata?.init).toEqual({ title, artist: '', album: '' });
  });

  it('does not keep alone what nobody listens to', async () => {
    const session = stubMediaSession();
    const { speech, turn, leave } = await tell();
    bindMediaSession(speech, { title });
    speech.play();
    await turn(0.5);
    leave();
    expect(speech.getSnapshot().status).toBe('paused');
    expect(session.playbackState).toBe('paused');
  });
});

describe('its buttons', () => {
  it('play, pause and stop', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    bindMediaSession(speech, { title });
    speech.play();
    await turn(0.5);
    session.press('pause');
    expect(speech.getSnapshot().status).toBe('paused');
    session.press('play');
    await turn(0.5);
    expect(speech.getSnapshot().status).toBe('playing');
    session.press('stop');
    expect(speech.getSnapshot().status).toBe('idle');
  });

  it('seek to a place, and by the steps of the system or by ten seconds, not beyond the ends', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    bindMediaSession(speech, { title });
    speech.play();
    await turn(0.5);
    speech.pause();
    const place = (action: MediaSessionAction, details?: Partial<MediaSessionActionDetails>) => {
      session.press(action, details);
      return speech.currentTime();
    };
    expect(place('seekto', { seekTime: 12 })).toBe(12);
    expect(session.positions.at(-1)?.position).toBe(12);
    expect(place('seekforward')).toBe(22);
    expect(place('seekforward', { seekOffset: 5 })).toBe(27);
    expect(place('seekforward')).toBe(SECONDS);
    expect(place('seekbackward')).toBe(SECONDS - 10);
    expect(place('seekbackward', { seekOffset: 20 })).toBe(3);
    expect(place('seekbackward')).toBe(0);
    expect(place('seekto')).toBe(0);
  });

  it('go to the sentence before and after', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    bindMediaSession(speech, { title });
    speech.play();
    await turn(0.5);
    speech.pause();
    const sentences = [text.indexOf('One'), text.indexOf('Two'), text.indexOf('Three')];
    const places = (
      ['nexttrack', 'nexttrack', 'nexttrack', 'previoustrack', 'previoustrack', 'previoustrack'] as const
    ).map((action) => {
      session.press(action);
      return sentences.indexOf(speech.currentTime());
    });
    expect(places).toEqual([1, 2, 2, 1, 0, 0]);
  });
});

describe('of two', () => {
  it('the latest that played holds it, and who lost it clears nothing', async () => {
    const session = stubMediaSession();
    const [first, second] = [await tell(), await tell()];
    const [unbindFirst, unbindSecond] = [
      bindMediaSession(first.speech, { title: 'first' }),
      bindMediaSession(second.speech, { title: 'second' }),
    ];
    const shown = () => session.metadata?.init.title;
    first.speech.play();
    await first.turn(0.5);
    expect(shown()).toBe('first');
    second.speech.play();
    await second.turn(0.5);
    expect(shown()).toBe('second');
    first.speech.pause();
    first.speech.seek(9);
    expect(session.playbackState).toBe('playing');
    first.speech.play();
    await first.turn(0.5);
    expect(shown()).toBe('first');
    unbindSecond();
    expect([shown(), session.actions]).toEqual(['first', ACTIONS]);
    unbindFirst();
    expect([session.metadata, session.actions, session.playbackState]).toEqual([null, [], 'none']);
    expect(session.positions.at(-1)).toBeUndefined();
  });

  it('that speak at the same time the later holds it until the other one begins anew', async () => {
    const session = stubMediaSession();
    const [first, second] = [await tell({ audioFocus: 'shared' }), await tell({ audioFocus: 'shared' })];
    bindMediaSession(first.speech, { title: 'first' });
    bindMediaSession(second.speech, { title: 'second' });
    first.speech.play();
    await first.turn(0.5);
    second.speech.play();
    await second.turn(0.5);
    first.speech.seek(20);
    await first.turn(0.5);
    first.speech.setPlaybackRate(2);
    expect(first.speech.getSnapshot().status).toBe('playing');
    expect(session.metadata?.init.title).toBe('second');
  });

  it('what the app itself shows later is left as it is', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    const unbind = bindMediaSession(speech, { title });
    speech.play();
    await turn(0.5);
    // The app shows something of its own.
    Object.assign(navigator.mediaSession, { metadata: { init: { title: 'a film' } } });
    navigator.mediaSession.setActionHandler('play', () => {});
    speech.pause();
    unbind();
    expect(session.metadata?.init.title).toBe('a film');
    expect(session.actions).toContain('play');
  });

  it('bound again with other words, one that is paused in the middle goes on holding it', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    const unbind = bindMediaSession(speech, { title: 'Untitled' });
    speech.play();
    await turn(0.5);
    speech.pause();
    unbind();
    bindMediaSession(speech, { title });
    expect([session.metadata?.init.title, session.playbackState]).toEqual([title, 'paused']);
    session.press('play');
    await turn(0.5);
    expect(speech.getSnapshot().status).toBe('playing');
  });

  it.each(['ended', 'buffering'] as const)(
    'bound again with other words, one that is %s goes on holding it',
    async (status) => {
      const session = stubMediaSession();
      const { speech, turn } = await tell({ came: status === 'ended' ? undefined : 2 });
      const unbind = bindMediaSession(speech, { title: 'Untitled' });
      if (status === 'ended') speech.seek(SECONDS - 1);
      speech.play();
      await turn(3);
      expect(speech.getSnapshot().status).toBe(status);
      unbind();
      expect(session.metadata).toBe(null);
      bindMediaSession(speech, { title });
      expect(session.metadata?.init.title).toBe(title);
      expect(session.playbackState).toBe(status === 'ended' ? 'paused' : 'playing');
      expect(session.actions).toEqual(ACTIONS);
    },
  );

  it('bound again, one that did not hold it takes it from nobody, nor where it is free', async () => {
    const session = stubMediaSession();
    const { speech, turn } = await tell();
    speech.play();
    await turn(0.5);
    speech.pause();
    bindMediaSession(speech, { title })();
    bindMediaSession(speech, { title });
    expect(session.metadata).toBe(null);
  });
});

describe('a browser', () => {
  it('that does not know an action, or positions, shows the rest', async () => {
    const session = stubMediaSession({ unknown: ['stop', 'seekto'], positions: false });
    const { speech, turn } = await tell();
    const unbind = bindMediaSession(speech, { title });
    speech.play();
    await turn(0.5);
    expect(session.metadata?.init.title).toBe(title);
    expect(session.actions).toEqual(ACTIONS.filter((action) => action !== 'stop' && action !== 'seekto'));
    unbind();
    expect(session.actions).toEqual([]);
  });

  it.each([
    ['without the API', {}],
    ['without its metadata', { mediaSession: {} }],
    ['that is a server', undefined],
  ])('%s plays as ever', async (_name, navigator) => {
    vi.stubGlobal('navigator', navigator);
    const { speech, turn } = await tell();
    const unbind = bindMediaSession(speech, { title });
    speech.play();
    await turn(0.5);
    expect(speech.getSnapshot().status).toBe('playing');
    unbind();
  });
});
