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
  render: ({ entry, name }, { id }) => {
    const face = reference.find((one) => one.name === entry);
    return face ? <FacePage key={name} face={face} story={id} name={name} /> : <p>There is no {entry}.</p>;
  },
};
export default meta;
type Story = StoryObj<Args>;

export const ReactReadalong: Story = {
  name: 'react-readalong',
  play: inTests(async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Find a name' }), 'useSpeech');
    await canvas.findByRole('heading', { name: 'useSpeech' });
    expect(canvas.queryByRole('heading', { name: 'PlayButton' })).toBeNull();
    await userEvent.click(canvas.getByRole('link', { name: 'UseSpeechResult' }));
    await canvas.findByRole('table', { name: 'Properties of UseSpeechResult' });
  }),
};

export const Server: Story = { name: 'react-readalong/server', args: { entry: 'react-readalong/server' } };

export const Offline: Story = { name: 'react-readalong/offline', args: { entry: 'react-readalong/offline' } };
