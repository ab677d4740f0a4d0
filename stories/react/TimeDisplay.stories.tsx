import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, type Speech, TimeDisplay, useTimeDisplay } from 'react-readalong';
import { expect, waitFor } from 'storybook/test';
import { Row } from '../Row.js';
import { inTests, speaks } from '../speaks.js';

const meta = {
  title: 'Components/TimeDisplay',
  component: TimeDisplay,
  render: ({ show }) => (
    <Row text="The time that was heard, the time that is left, or the whole of it.">
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <TimeDisplay speech={speech} show={show} />
        </>
      )}
    </Row>
  ),
  play: inTests(speaks),
} satisfies Meta<typeof TimeDisplay>;
export default meta;

export const Elapsed: StoryObj = {
  args: { show: 'elapsed' },
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    await waitFor(() => expect(canvasElement.querySelector('.readalong-time')).toHaveTextContent('0:01'), {
      timeout: 10_000,
    });
  }),
};

/** Before anything came it is guessed from the text, and says so. */
export const Remaining: StoryObj = { args: { show: 'remaining' } };

export const Duration: StoryObj = { args: { show: 'duration' } };

function OwnTime({ speech }: { speech: Speech }) {
  const { time, timeProps } = useTimeDisplay(speech, 'remaining');
  return <time {...timeProps}>{time}</time>;
}

/** The hook alone, for an element of your own. */
export const ByHook: StoryObj = {
  render: () => (
    <Row>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <OwnTime speech={speech} />
        </>
      )}
    </Row>
  ),
};
