import reference from 'virtual:reference';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { inTests } from '../speaks.js';
import { FacePage } from './FacePage.js';

interface Args {
  /** One of the package's entries, as it is imported. */
  entry: string;
  /** That of one export, or empty for all. */
  name: string;
}

const meta: Meta<Args> = {
  title: 'Reference',
  args: { entry: 'react-readalong', name: '' },
  argTypes: { entry: { table: { disable: true } } },
  parameters: { layout: 'fullscreen' },
  tags: ['!autodocs'],
  render: ({ entry, name }, { id, globals }) => {
    const face = reference.find((one) => one.name === entry);
    if (!face) return <p>There is no {entry}.</p>;
    return <FacePage key={name} face={face} story={id} name={name} globals={globals} />;
  },
};
export default meta;
type Story = StoryObj<Args>;

export const ReactReadalong: Story = {
  name: 'react-readalong',
  play: inTests(async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Find a name' }), 'useSpeech');
    await canvas.findByRole('heading', { name: 'useSpeech' });
    await canvas.findByRole('region', { name: 'useSpeech at work' });
    expect(canvas.queryByRole('heading', { name: 'PlayButton' })).toBeNull();
    await userEvent.click(canvas.getAllByRole('link', { name: 'UseSpeechResult' })[0] ?? document.body);
    await canvas.findByRole('table', { name: 'UseSpeechResult' });
    await userEvent.click(canvas.getByRole('button', { name: 'Show all' }));
    await canvas.findByRole('heading', { name: 'PlayButton' });
  }),
};

export const Server: Story = {
  name: 'react-readalong/server',
  args: { entry: 'react-readalong/server' },
  play: inTests(async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Find a name' }), 'toNodeListener');
    await canvas.findByText(/^voices for 127\.0\.0\.1: 200/);
  }),
};

export const Offline: Story = {
  name: 'react-readalong/offline',
  args: { entry: 'react-readalong/offline' },
  play: inTests(async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Find a name' }), 'toneFrequency');
    await canvas.findByText(/^A until 0\.\d+ s, 400 Hz/, {}, { timeout: 10_000 });
  }),
};
