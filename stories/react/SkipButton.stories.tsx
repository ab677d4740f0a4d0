import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, SkipButton, type Speech, useSkipButton } from 'react-readalong';
import { expect } from 'storybook/test';
import { Row } from '../Row.js';
import { inTests, speaks } from '../speaks.js';

const meta = { title: 'Components/SkipButton', component: SkipButton, play: inTests(speaks) } satisfies Meta<
  typeof SkipButton
>;
export default meta;

/** By paragraphs and by seconds. */
export const Default: StoryObj = {
  render: () => (
    <Row>
      {(speech) => (
        <>
          <SkipButton speech={speech} step={{ paragraphs: -1 }} />
          <SkipButton speech={speech} step={{ seconds: -10 }} />
          <PlayButton speech={speech} />
          <SkipButton speech={speech} step={{ seconds: 10 }} />
          <SkipButton speech={speech} step={{ paragraphs: 1 }} />
        </>
      )}
    </Row>
  ),
};

function OwnSkip({ speech }: { speech: Speech }) {
  const { buttonProps } = useSkipButton(speech, { words: 5 });
  return <button {...buttonProps}>{buttonProps['aria-label']}</button>;
}

/** The hook alone, for a button of your own. */
export const ByHook: StoryObj = {
  render: () => (
    <Row>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <OwnSkip speech={speech} />
        </>
      )}
    </Row>
  ),
  play: inTests(async ({ canvasElement, canvas, userEvent }) => {
    await speaks({ canvasElement });
    await userEvent.click(canvas.getByRole('button', { name: 'Forward 5 words' }));
    expect(canvas.getByRole('button', { name: 'Pause' })).toBeVisible();
  }),
};
