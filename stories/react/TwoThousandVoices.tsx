import { QueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createRelay, type Relay, SpeechProvider } from 'react-readalong';
import { createTonesFetch, pageRelayUrl } from '../../.storybook/page-relay.js';

const everybody = createRelay({ url: pageRelayUrl, fetch: createTonesFetch({ voices: 2000, pace: 'instant' }) });

/** An account with 2 000 voices in 40 languages. Voices of its own are heard without a network; a few previews cannot be reached. */
export function TwoThousandVoices({ relay = everybody, children }: { relay?: Relay; children: ReactNode }) {
  // Its own answers: one story's failures are not another's.
  const [queryClient] = useState(() => new QueryClient());
  return (
    <SpeechProvider relay={relay} queryClient={queryClient}>
      {children}
    </SpeechProvider>
  );
}

/** A relay that never answers. */
export const slow = createRelay({ url: '/slow', fetch: () => new Promise(() => {}) });

/** A relay that refuses. */
export const refusing = createRelay({
  url: '/refusing',
  fetch: async () =>
    Response.json(
      { detail: { status: 'missing_permissions', message: 'This key may not list voices.' } },
      { status: 401 },
    ),
});
