import type { ReactNode } from 'react';
import { renderToReadableStream, renderToString } from 'react-dom/server.browser';
import * as library from 'react-readalong';
import {
  CopyLinkButton,
  CostNote,
  createDocument,
  DictationSwitch,
  DownloadButton,
  ErrorNote,
  FollowButton,
  HighlightedTranscript,
  LatencyCalibration,
  LevelMeter,
  LookControl,
  PlayButton,
  PracticeControls,
  RateControl,
  ReadAlong,
  ReadAlongText,
  SeekBar,
  ShortcutsDialog,
  SkipButton,
  SleepTimerControl,
  type Speech,
  SpeechProvider,
  TextSearch,
  TimeDisplay,
  useFollow,
  useSpeech,
  VoiceAvatar,
  VoiceCard,
  VoicePicker,
  VoiceSettings,
  VolumeControl,
  Waveform,
} from 'react-readalong';
import { describe, expect, it } from 'vitest';

const source = { text: 'Printed on a server.\n\nIn two paragraphs.\n\nOr in three.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' };
const nothing = () => {};

/** Each part by itself, with a text whose length is guessed from the start, so that all of it is drawn. */
const PARTS: Record<string, (speech: Speech) => ReactNode> = {
  CopyLinkButton: (speech) => <CopyLinkButton speech={speech} />,
  CostNote: (speech) => <CostNote speech={speech} />,
  DictationSwitch: (speech) => <DictationSwitch speech={speech} />,
  DownloadButton: (speech) => <DownloadButton speech={speech} />,
  ErrorNote: (speech) => <ErrorNote speech={speech} />,
  FollowButton: () => <Following />,
  HighlightedTranscript: (speech) => <HighlightedTranscript speech={speech} />,
  LatencyCalibration: () => <LatencyCalibration onOffset={nothing} />,
  LevelMeter: (speech) => <LevelMeter speech={speech} />,
  LookControl: () => <LookControl look="pill" onChange={nothing} />,
  PlayButton: (speech) => <PlayButton speech={speech} />,
  PracticeControls: (speech) => <PracticeControls speech={speech} />,
  RateControl: (speech) => <RateControl speech={speech} />,
  ReadAlong: () => <ReadAlong {...source} />,
  ReadAlongText: (speech) => <ReadAlongText speech={speech}>Printed on a server.</ReadAlongText>,
  SeekBar: (speech) => <SeekBar speech={speech} />,
  ShortcutsDialog: () => <ShortcutsDialog open onClose={nothing} />,
  SkipButton: (speech) => <SkipButton speech={speech} step={{ seconds: -10 }} />,
  SleepTimerControl: (speech) => <SleepTimerControl speech={speech} />,
  TextSearch: (speech) => <TextSearch speech={speech} />,
  TimeDisplay: (speech) => <TimeDisplay speech={speech} show="remaining" />,
  VoiceAvatar: () => <VoiceAvatar voiceId={source.voiceId} name="George" />,
  VoiceCard: () => <VoiceCard voice={source.voiceId} />,
  VoicePicker: () => <VoicePicker defaultValue={source.voiceId} />,
  VoiceSettings: () => <VoiceSettings voiceId={source.voiceId} />,
  VolumeControl: (speech) => <VolumeControl speech={speech} />,
  Waveform: (speech) => <Waveform speech={speech} />,
};

const READERS: Record<string, ReactNode> = {
  'a page': <ReadAlong {...source} title="A page" lang="en" />,
  'a book': <ReadAlong {...source} document={createDocument()} />,
  'a page with a choice of voices': <ReadAlong {...source} voicePicker={{ defaultValue: source.voiceId }} />,
  'one line': <ReadAlong {...source} variant="compact" title="One line" />,
  'one line of a book': <ReadAlong {...source} document={createDocument()} variant="compact" />,
  'a message': <ReadAlong {...source} variant="bubble" />,
};

function Following() {
  return <FollowButton follow={useFollow()} />;
}

function Part({ draw }: { draw: (speech: Speech) => ReactNode }) {
  const { speech } = useSpeech({ ...source, document });
  return <div>{draw(speech)}</div>;
}
const document = createDocument();

const provided = (children: ReactNode) => <SpeechProvider relay="/api/speech">{children}</SpeechProvider>;

/** The elements that carry a style of their own. */
function styled(html: string): string[] {
  const printed = new DOMParser().parseFromString(html, 'text/html');
  return [...printed.querySelectorAll('[style], style')].map(({ outerHTML }) => outerHTML.slice(0, 120));
}

describe("what a server prints has no style that the policy default-src 'self' would refuse", () => {
  it.each(Object.entries(PARTS))('%s', (name, draw) => {
    expect(Object.keys(library)).toContain(name);
    const html = renderToString(provided(<Part draw={draw} />));
    expect(html).toMatch(/^<div/);
    expect(styled(html)).toEqual([]);
  });

  it.each(Object.entries(READERS))('%s, also when all that is loaded later is waited for', async (_, reader) => {
    expect(styled(renderToString(provided(reader)))).toEqual([]);
    const stream = await renderToReadableStream(provided(reader));
    await stream.allReady;
    const html = await new Response(stream).text();
    expect(html).toMatch(/<(article|section)/);
    expect(styled(html)).toEqual([]);
  });
});
