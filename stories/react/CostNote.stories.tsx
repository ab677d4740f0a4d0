import type { Meta, StoryObj } from '@storybook/react-vite';
import { CostNote, PlayButton } from 'react-readalong';
import { Row } from '../Row.js';
import { inTests, speaks } from '../speaks.js';

const meta = { title: 'Components/CostNote', component: CostNote, play: inTests(speaks) } satisfies Meta<
  typeof CostNote
>;
export default meta;

/** The price, said before it is spent. */
export const Default: StoryObj = {
  render: () => (
    <Row>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <CostNote speech={speech} />
        </>
      )}
    </Row>
  ),
};
