import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStandIn } from '../helpers/stand-in.js';

const request = { text: 'Hello there.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' };

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.doUnmock('../../src/relay/relay-client.js'));

describe('what asks a relay', () => {
  it('is told to load as soon as a text is shown, and nothing is asked', async () => {
    const { createSpeech } = await import('react-readalong');
    const { relay, calls } = createStandIn();
    const prepare = vi.fn();
    const speech = createSpeech(request, { relay: { ...relay, prepare } });
    expect(prepare).not.toHaveBeenCalled();
    speech.subscribe(() => {});
    expect(prepare).toHaveBeenCalled();
    expect(calls.length).toBe(0);
  });

  it('is told so beside what makes sound, not after it, where a text is fetched that nobody shows', async () => {
    const { createSpeech } = await import('react-readalong');
    const { soundKit } = await import('../../src/store/sound-kit.js');
    const { relay, calls } = createStandIn();
    const seen: unknown[] = [];
    const prepare = () => void seen.push(soundKit());
    await createSpeech(request, { relay: { ...relay, prepare } }).fetchAll();
    expect(seen).toEqual([null]);
    expect(calls.length).toBe(1);
  });

  it('is an error in words where it cannot be loaded, and a later try may have it', async () => {
    vi.doMock('../../src/relay/relay-client.js', () => {
      throw new Error('404');
    });
    const { createRelay, RelayError } = await import('react-readalong');
    const mine = createRelay({
      url: 'http://relay.test',
      fetch: async () => Response.json({ voices: [], has_more: false }),
    });
    const error: unknown = await mine.listVoices().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(RelayError);
    expect(error).toMatchObject({ code: 'client_not_loaded', status: null });
    expect(String(error)).toContain('nothing was sent');
    vi.doUnmock('../../src/relay/relay-client.js');
    expect((await mine.listVoices()).voices).toEqual([]);
  });
});
