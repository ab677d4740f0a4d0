import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { useVoice, useVoices } from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inTests } from '../speaks.js';

const meta = { title: 'Hooks/useVoices' } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

function VoiceList() {
  const [search, setSearch] = useState('');
  const { voices, hasNextPage, fetchNextPage, isFetching, error } = useVoices({ search: search || null });
  return (
    <>
      <label>
        Search <input value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      {error && <p role="alert">{error.message}</p>}
      <ul aria-label="Voices" aria-busy={isFetching}>
        {voices.map(({ voiceId, name, labels, description }) => (
          <li key={voiceId}>
            <strong>{name}</strong> {labels?.accent}, {description}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" onClick={() => fetchNextPage()}>
          More voices
        </button>
      )}
    </>
  );
}

/** A page of voices at a time, searched by the server. */
export const ListOfVoices: Story = {
  render: () => <VoiceList />,
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(10));
    await userEvent.click(canvas.getByRole('button', { name: 'More voices' }));
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(20));
    await userEvent.type(canvas.getByRole('textbox'), 'irish');
    await waitFor(() => expect(canvas.getAllByRole('listitem').length).toBeLessThan(5));
  }),
};

function OneVoice() {
  const { data: voice, error, isPending } = useVoice('21m00Tcm4TlvDq8ikWAM');
  if (error) return <p role="alert">{error.message}</p>;
  return <p>{isPending ? 'Asking…' : `${voice.name}: ${voice.description}`}</p>;
}

/** One voice by its id, with `useVoice`. */
export const SingleVoice: Story = {
  render: () => <OneVoice />,
  play: inTests(async ({ canvasElement }) => {
    await within(canvasElement).findByText(/^Rachel:/);
  }),
};
