import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, type Speech, useVolumeControl, VolumeControl } from 'react-readalong';
import { expect } from 'storybook/test';
import { Row } from '../Row.js';
import { inTests, speaks } from '../speaks.js';

const meta = { title: 'Components/VolumeControl', component: VolumeControl } satisfies Meta<typeof VolumeControl>;
export default meta;

/** A slider, and a way to be silent. */
export const Default: StoryObj = {
  render: () => (
    <Row>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <VolumeControl speech={speech} />
        </>
      )}
    </Row>
  ),
  play: inTests(speaks),
};

function OwnVolume({ speech }: { speech: Speech }) {
  const { sliderProps, muteProps, muted } = useVolumeControl(speech);
  return (
    <>
      <input {...sliderProps} aria-label="Volume" />
      <button {...muteProps}>{muted ? 'Silent' : 'Silence'}</button>
    </>
  );
}

/** The hook alone, for elements of your own. */
export const ByHook: StoryObj = {
  render: () => (
    <Row>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <OwnVolume speech={speech} />
        </>
      )}
    </Row>
  ),
  play: inTests(async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Silence' }));
    expect(canvas.getByRole('slider', { name: 'Volume' })).toHaveValue('0');
  }),
};
