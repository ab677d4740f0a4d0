import { describe, expect, it } from 'vitest';
import { type FollowEvent, type FollowState, nextFollowState } from '../../src/transcript/follow-state.js';

const stateAfter = (...events: FollowEvent[]): FollowState =>
  events.reduce(nextFollowState, 'following' as FollowState);

describe('following', () => {
  it('ends when the reader scrolls, also on the way back', () => {
    expect(stateAfter('scrolled')).toBe('detached');
    expect(stateAfter('scrolled', 'called', 'scrolled')).toBe('detached');
  });

  it('begins again when the reader calls for the voice or sends it somewhere, and its line is reached', () => {
    expect(stateAfter('scrolled', 'called')).toBe('returning');
    expect(stateAfter('scrolled', 'called', 'arrived')).toBe('following');
    expect(stateAfter('scrolled', 'jumped')).toBe('returning');
    expect(stateAfter('scrolled', 'jumped', 'arrived')).toBe('following');
  });

  it('goes on through jumps, and is not brought back by a line that comes into view', () => {
    expect(stateAfter('jumped')).toBe('following');
    expect(stateAfter('scrolled', 'arrived')).toBe('detached');
  });

  it('waits for the next voice when there is none', () => {
    expect(stateAfter('scrolled', 'silent')).toBe('following');
    expect(stateAfter('scrolled', 'called', 'silent')).toBe('following');
    expect(stateAfter('silent')).toBe('following');
  });
});
