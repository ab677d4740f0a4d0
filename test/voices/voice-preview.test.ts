import type { Relay } from 'react-readalong';
import { describe, expect, it, vi } from 'vitest';
import { createSpokenLines, lineLength } from '../../src/voices/spoken-lines.js';
import { createVoicePreview } from '../../src/voices/voice-preview.js';
import { createStandIn } from '../helpers/stand-in.js';

const GEORGE = 'JBFqnCBsd6RMkjVDRZzb';
const BRIAN = 'nPczCjzI2devNBz1zQrb';
const RACHEL = '21m00Tcm4TlvDq8ikWAM';

/** An audio element that does what a test says. */
function fakeAudio(play: () => Promise<void> = () => Promise.resolve()) {
  const events = new EventTarget();
  const audio = {
    src: '',
    duration: 10,
    currentTime: 4,
    play: vi.fn(play),
    pause: vi.fn(),
    load: vi.fn(),
    removeAttribute: vi.fn(),
    addEventListener: events.addEventListener.bind(events),
    say: (name: string) => events.dispatchEvent(new Event(name)),
  };
  return audio;
}
type FakeAudio = ReturnType<typeof fakeAudio>;

function setUp(...audios: readonly FakeAudio[]) {
  const left = [...audios];
  // The part of an element that is used.
  const createAudio = () => (left.shift() ?? fakeAudio()) as unknown as HTMLAudioElement;
  return createVoicePreview({ createAudio });
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a player of previews', () => {
  it('says that it loads, plays, and is done', async () => {
    const audio = fakeAudio();
    const preview = setUp(audio);
    const seen: string[] = [];
    preview.subscribe(() => seen.push(preview.getSnapshot().status));
    preview.play('a', () => 'http://a.test/1.mp3');
    await settled();
    audio.say('playing');
    expect([audio.src, preview.progress()]).toEqual(['http://a.test/1.mp3', 0.4]);
    audio.say('ended');
    expect(seen).toEqual(['loading', 'playing', 'idle']);
  });

  it('plays what was asked for last, in whatever order addresses come', async () => {
    const [first, second] = [fakeAudio(), fakeAudio()];
    const preview = setUp(first, second);
    let give: (url: string) => void = () => {};
    preview.play('a', () => new Promise((resolve) => (give = resolve)));
    preview.play('b', () => 'http://a.test/b.mp3');
    await settled();
    give('http://a.test/a.mp3');
    await settled();
    expect([first.play.mock.calls.length, second.play.mock.calls.length]).toEqual([0, 1]);
    second.say('playing');
    first.say('error');
    expect(preview.getSnapshot()).toEqual({ voiceId: 'b', status: 'playing' });
  });

  it.each([
    ['its address cannot be found', async () => Promise.reject(new Error('402')), undefined],
    ['there is none', () => null, undefined],
    ['it may not play', () => 'http://a.test/1.mp3', () => Promise.reject(new Error('NotAllowedError'))],
  ])('has failed where %s, until something else is asked for', async (_, find, play) => {
    const preview = setUp(fakeAudio(play));
    preview.play('a', find);
    await settled();
    expect(preview.getSnapshot()).toEqual({ voiceId: 'a', status: 'failed' });
    preview.stop();
    expect(preview.getSnapshot()).toEqual({ voiceId: null, status: 'idle' });
  });

  it('has failed where nothing comes for twenty seconds', async () => {
    vi.useFakeTimers();
    const preview = setUp(fakeAudio(() => new Promise(() => {})));
    preview.play('a', () => 'http://a.test/1.mp3');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(preview.getSnapshot().status).toBe('failed');
    vi.useRealTimers();
  });

  it('stops what another one plays: one is heard on a page', async () => {
    const audio = fakeAudio();
    const [one, other] = [setUp(audio), setUp()];
    one.play('a', () => 'http://a.test/1.mp3');
    other.play('b', () => 'http://a.test/2.mp3');
    await settled();
    expect([one.getSnapshot().status, audio.play.mock.calls.length]).toEqual(['idle', 0]);
  });
});

describe('a line that is spoken', () => {
  it('counts as the API counts: code points', () => {
    expect([lineLength('🕯a'), lineLength({ text: 'abc' })]).toEqual([2, 3]);
  });

  it('is bought once for each voice, and again only after it failed', async () => {
    let fails = true;
    const { relay } = createStandIn();
    const bought: string[] = [];
    const lines = createSpokenLines({
      speak(request) {
        bought.push(request.voiceId);
        return fails ? Promise.reject(new Error('429')) : relay.speak(request);
      },
    });
    await expect(lines.open(GEORGE, 'Hm.')).rejects.toThrow('429');
    fails = false;
    const [first, again] = await Promise.all([
      lines.open(GEORGE, 'Hm.'),
      lines.open(GEORGE, 'Hm.'),
      lines.open(RACHEL, 'Hm.'),
    ]);
    expect([bought, first === again, first?.type]).toEqual([[GEORGE, GEORGE, RACHEL], true, 'audio/mpeg']);
  });

  it('is kept as long as there is room: the one that was heard longest ago is bought again', async () => {
    const { relay } = createStandIn();
    const bought: string[] = [];
    const counted: Pick<Relay, 'speak'> = {
      speak(request) {
        bought.push(request.voiceId);
        return relay.speak(request);
      },
    };
    const { size } = await createSpokenLines(counted).open(GEORGE, 'Hm.');
    bought.length = 0;
    const lines = createSpokenLines(counted, { keptBytes: 2.5 * size });
    for (const voiceId of [GEORGE, RACHEL, GEORGE, BRIAN, GEORGE, BRIAN, RACHEL]) await lines.open(voiceId, 'Hm.');
    expect(bought).toEqual([GEORGE, RACHEL, BRIAN, RACHEL]);
  });

  it('is a file that a page can play, whatever format a line without types asks for', async () => {
    const { relay, calls } = createStandIn();
    const line: { text: string } = JSON.parse('{"text":"Hm.","outputFormat":"pcm_44100","stream":true}');
    const file = await createSpokenLines(relay).open(GEORGE, line);
    const [call] = calls;
    const url = new URL(call?.url ?? '');
    expect([url.pathname, url.searchParams.get('output_format')]).toEqual([
      `/v1/text-to-speech/${GEORGE}`,
      'mp3_44100_128',
    ]);
    const [sync = 0, head = 0] = new Uint8Array(await file.arrayBuffer());
    // An ID3 tag, or eleven bits that are set.
    expect(sync === 0x49 || (sync === 0xff && head >= 0xe0)).toBe(true);
  });

  it('has an address only while it is played', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:line');
    const freed = vi.spyOn(URL, 'revokeObjectURL');
    const audio = fakeAudio();
    const preview = setUp(audio);
    preview.play('a', () => new Blob());
    await settled();
    audio.say('playing');
    expect([audio.src, freed.mock.calls.some(([url]) => url === 'blob:line')]).toEqual(['blob:line', false]);
    audio.say('ended');
    expect(freed.mock.calls).toContainEqual(['blob:line']);
    made.mockRestore();
    freed.mockRestore();
  });
});
