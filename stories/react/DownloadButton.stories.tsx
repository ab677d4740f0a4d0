import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  CopyLinkButton,
  DownloadButton,
  type DownloadFormat,
  PlayButton,
  useDownload,
  useSpeech,
} from 'react-readalong';
import { expect, within } from 'storybook/test';
import { inTests, speaks } from '../speaks.js';

function Taken({ format }: { format: DownloadFormat }) {
  const { speech } = useSpeech({
    text: 'The lamps were lit one by one, and nobody saw by whom.',
    voiceId: 'JBFqnCBsd6RMkjVDRZzb',
  });
  return (
    <div className="readalong" style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
      <PlayButton speech={speech} />
      <DownloadButton speech={speech} format={format} />
      <div>
        <CopyLinkButton speech={speech} />
      </div>
    </div>
  );
}

const meta = {
  title: 'Components/DownloadButton',
  component: Taken,
  subcomponents: { DownloadButton, CopyLinkButton },
  args: { format: 'audio' },
  argTypes: { format: { control: 'select', options: ['audio', 'wav', 'vtt', 'srt', 'lrc'] } },
  play: inTests(async ({ canvasElement }) => {
    expect(within(canvasElement).getByRole('button', { name: /Download|Captions/ })).toHaveAttribute('aria-disabled');
    await speaks({ canvasElement });
    expect(within(canvasElement).getByRole('button', { name: /Download|Captions/ })).not.toHaveAttribute(
      'aria-disabled',
    );
  }),
} satisfies Meta<typeof Taken>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The sound as it was received, as soon as there is some. Nothing is bought for it. */
export const Default: Story = {};

/** Captions for a video, or for karaoke. */
export const Captions: Story = { args: { format: 'srt' } };

function OwnButton() {
  const { speech } = useSpeech({ text: 'Eight bells ends the watch.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const { download, busy, error } = useDownload(speech);
  return (
    <div className="readalong">
      <PlayButton speech={speech} />
      <button type="button" className="readalong-button" disabled={busy} onClick={() => download('wav', 'buy')}>
        Buy it and keep it
      </button>
      {error && <p role="alert">{error.message}</p>}
    </div>
  );
}

/** The hook alone, for a button of your own; this one buys what is not here. */
export const ByHook: Story = { render: () => <OwnButton />, play: inTests(speaks) };
