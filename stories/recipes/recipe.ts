import type { Relay } from 'react-readalong';
import { storyRelay } from '../../.storybook/story-relay.js';

/** Shows the whole file of a recipe below it. */
export const wholeFile = (code: string) => ({
  docs: { source: { code, language: 'tsx', type: 'code' }, canvas: { sourceState: 'shown' } },
});

/** The relay that a recipe gets here in place of its own address. */
export const relayOf = ({ engine }: { engine?: unknown }): Relay | string =>
  storyRelay(engine === 'tones' ? 'tones' : 'flite');
