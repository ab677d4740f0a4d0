import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, type Speech, StopButton, TimeDisplay, useStopButton } from 'react-readalong';
import { expect } from 'storybook/test';
import { Row } from '../Row.js';
import { inTests, speaks } from '../speaks.js';

const meta = { title: 'Components/StopButton', component: StopButton } satisfies Meta<typeof StopButton>;
export default meta;

/** Unlike a pause it leads back to the start, and what is still coming is given up. */
export const Default: StoryObj = {
  render: () => (
    <Row>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <StopButton speech={speech} />
          <TimeDisplay speech={speech} />
        </>
      )}
    </Row>
  ),
  play: inTests(async ({ canvasElement, canvas, userEvent }) => {
    await speaks({ canvasElement });
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
    expect(await canvas.findByRole('button', { name: 'Play' })).toBeVisible();
    expect(canvas.getByText('0:00')).toBeVisible();
  }),
};

function OwnStop({ speech }: { speech: Speech }) {
  const { buttonProps } = useStopButton(speech, 'Enough');
  return <button {...buttonProps}>Enough</button>;
}

/** The hook alone, for a button of your own. */
export const ByHook: StoryObj = {
  render: () => (
    <Row>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <OwnStop speech={speech} />
        </>
      )}
    </Row>
  ),
  play: inTests(async ({ canvasElement, canvas, userEvent }) => {
    await speaks({ canvasElement });
    await userEvent.click(canvas.getByRole('button', { name: 'Enough' }));
    expect(await canvas.findByRole('button', { name: 'Play' })).toBeVisible();
  }),
};
