import { render } from '@testing-library/react';
import { createSpeech, type Speech, TimeDisplay, type TimeDisplayProps } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { createStandIn } from '../helpers/stand-in.js';

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const sentence = 'At a quarter past four, when the shops on Quay Street had begun to dim, he took his ladder. ';

function shown(speech: Speech, show: TimeDisplayProps['show']): string | null {
  const { container, unmount } = render(<TimeDisplay speech={speech} show={show} />);
  const { textContent } = container;
  unmount();
  return textContent;
}

describe('before anything was bought', () => {
  it('a text says about how long it will take, and nothing is asked for it', () => {
    const { relay, calls } = createStandIn();
    const speech = createSpeech({ text: sentence.repeat(14), voiceId }, { relay });
    expect(shown(speech, 'elapsed')).toBe('0:00');
    expect(shown(speech, 'duration')).toMatch(/^≈ 1:[12]\d$/);
    expect(shown(speech, 'remaining')).toMatch(/^≈ −1:[12]\d$/);
    expect(calls).toEqual([]);
  });

  it('a text twice as long takes twice the time', () => {
    const { relay } = createStandIn();
    const seconds = (times: number): number => {
      const speech = createSpeech({ text: sentence.repeat(times), voiceId }, { relay });
      const [, minutes = '', rest = ''] = /(\d+):(\d+)/.exec(shown(speech, 'duration') ?? '') ?? [];
      return Number(minutes) * 60 + Number(rest);
    };
    expect(Math.abs(seconds(20) - 2 * seconds(10))).toBeLessThanOrEqual(1);
  });

  it('sound whose text nobody knows has no time, and no number is made up', () => {
    const speech = createSpeech({ audioUrl: '/somewhere.mp3' });
    expect(shown(speech, 'duration')).toBe('–:––');
    expect(shown(speech, 'remaining')).toBe('–:––');
  });
});
