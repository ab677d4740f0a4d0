import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, RateControl, type Speech, useRateControl } from 'react-readalong';
import { expect, fireEvent, screen, waitFor } from 'storybook/test';
import { Row } from '../Row.js';
import { inTests } from '../speaks.js';

const meta = { title: 'Components/RateControl', component: RateControl } satisfies Meta<typeof RateControl>;
export default meta;

/** Opens by press or key; arrow keys choose; Escape closes and gives the focus back. */
export const Default: StoryObj = {
  render: () => <Row>{(speech) => <RateControl speech={speech} />}</Row>,
  play: inTests(async ({ canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: 'Speed: 1 times' });
    await userEvent.click(button);
    await waitFor(() => expect(screen.getByRole('radio', { name: '1 times' })).toHaveFocus());
    await userEvent.keyboard('{ArrowRight}');
    expect(button).toHaveTextContent('1.25×');
    const slider = screen.getByRole('slider', { name: 'Speed' });
    expect(slider).toHaveAttribute('aria-valuetext', '1.25 times');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('slider')).toBeNull();
    expect(button).toHaveFocus();
  }),
};

function OwnRate({ speech }: { speech: Speech }) {
  const { rate, sliderProps } = useRateControl(speech);
  return (
    <label>
      {rate}× <input {...sliderProps} aria-label="Speed" />
    </label>
  );
}

/** The hook alone, for a slider of your own. */
export const ByHook: StoryObj = {
  render: () => (
    <Row>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <OwnRate speech={speech} />
        </>
      )}
    </Row>
  ),
  play: inTests(async ({ canvas }) => {
    fireEvent.change(await canvas.findByRole('slider', { name: 'Speed' }), { target: { value: '2' } });
    expect(await canvas.findByText('2×')).toBeVisible();
  }),
};
