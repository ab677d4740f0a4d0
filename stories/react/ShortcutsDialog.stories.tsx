import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  HighlightedTranscript,
  ShortcutsDialog,
  type ShortcutsDialogProps,
  useShortcuts,
  useSpeech,
} from 'react-readalong';
import { screen, userEvent } from 'storybook/test';
import { inTests } from '../speaks.js';

/** A reader of the app's own, with the keys of `ReadAlong`. */
function Keyed({ labels }: Pick<ShortcutsDialogProps, 'labels'>) {
  const [isOpen, setOpen] = useState(false);
  const { speech } = useSpeech({
    text: 'Space plays. J and L leap. A question mark shows them all.',
    voiceId: 'JBFqnCBsd6RMkjVDRZzb',
  });
  const { scopeProps } = useShortcuts(speech, { onCommand: (command) => command === 'help' && setOpen(true) });
  return (
    <section className="readalong" aria-label="Reader" {...scopeProps}>
      <HighlightedTranscript speech={speech} lang="en" />
      <button type="button" onClick={() => setOpen(true)}>
        Keys
      </button>
      <ShortcutsDialog open={isOpen} onClose={() => setOpen(false)} labels={labels} />
    </section>
  );
}

const meta = {
  title: 'Components/ShortcutsDialog',
  component: Keyed,
  subcomponents: { ShortcutsDialog },
  play: inTests(async ({ canvas }) => {
    (await canvas.findByRole('document')).focus();
    await userEvent.keyboard('?');
    await screen.findByRole('dialog', { name: 'Keyboard' });
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await canvas.findByRole('button', { name: 'Keys' });
  }),
} satisfies Meta<typeof Keyed>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
