import type { ReactNode } from 'react';
import {
  CopyLinkButton,
  CostNote,
  DictationSwitch,
  DownloadButton,
  ErrorNote,
  FollowButton,
  GERMAN_LABELS,
  LatencyCalibration,
  LookControl,
  PlayButton,
  PracticeControls,
  RateControl,
  ReadAlong,
  SeekBar,
  SHORTCUTS,
  ShortcutsDialog,
  SkipButton,
  SleepTimerControl,
  SpeechProvider,
  StopButton,
  TextSearch,
  useFollow,
  useSpeech,
  VoicePicker,
  VoiceSettings,
  VolumeControl,
  Waveform,
} from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

type Labels = typeof GERMAN_LABELS | undefined;

beforeEach(() => page.viewport(900, 900));
afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'Tick 1 2 3. Tack 4 5 6.';
/** The same in both languages, or the name of a format or a key. */
const SAME = new Set(['Marker', 'Pause', 'Filter', 'Text']);
const SAID = ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-description', 'alt'];

/** Everything that the page says beside the text and the data of voices, now. */
function said(): string[] {
  const found: (string | null)[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) found.push(...SAID.map((name) => node.getAttribute(name)));
    else if (!node.parentElement?.closest('style, script, kbd, .readalong-hint')) found.push(node.textContent);
  }
  return found.flatMap((words) =>
    words && /\p{L}{2}/u.test(words) && !text.includes(words.trim()) ? words.trim() : [],
  );
}

/** What is said in both languages, of all that either says while something is done to it. */
async function saidInBoth(draw: (labels: Labels) => ReactNode, act: (hear: () => void) => Promise<void>) {
  const heard: Set<string>[] = [];
  for (const labels of [undefined, GERMAN_LABELS]) {
    const words = new Set<string>();
    await render(draw(labels));
    const hear = (): void => {
      for (const each of said()) words.add(each);
    };
    await act(hear);
    hear();
    await cleanup();
    heard.push(words);
  }
  const [english = new Set(), german = new Set()] = heard;
  expect(english.size).toBeGreaterThan(0);
  expect(german.size).toBeGreaterThan(0);
  return [...english].filter((words) => german.has(words) && !SAME.has(words));
}

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
function press(selector: string): void {
  for (const each of all(selector)) each.click();
}
const until = (selector: string) => expect.poll(() => document.querySelector(selector)).not.toBeNull();

it('a page says nothing in English, whatever is opened, pressed and played', async () => {
  const { relay } = createStandIn();
  const draw = (labels: Labels) => (
    <SpeechProvider relay={relay}>
      <ReadAlong text={text} voiceId={voiceId} labels={labels} voicePicker={{ value: voiceId }} />
    </SpeechProvider>
  );
  const { name } = await relay.getVoice(voiceId);
  const both = await saidInBoth(draw, async (hear) => {
    await until('.readalong-voice:not([disabled])');
    hear();
    document.querySelector<HTMLElement>('.readalong-play')?.focus();
    await userEvent.keyboard('?');
    await until('.readalong-keys');
    hear();
    await userEvent.keyboard('{Escape}/');
    await until('.readalong-find');
    await userEvent.keyboard('nowhere');
    hear();
    await userEvent.keyboard('{Control>}a{/Control}t');
    hear();
    await userEvent.keyboard('{Escape}');
    press('.readalong-side .readalong-icon-button');
    await until('.readalong-looks');
    press('.readalong-fold summary');
    await until('.readalong-practice');
    press('.readalong-practice [role=switch]');
    await expect.poll(() => all('.readalong-practice-state button').length).toBe(2);
    hear();
    await until('.readalong-play[data-status=playing], .readalong-play[data-status=paused]');
    hear();
  });
  expect(both).toEqual([name]);
});

it.each(['compact', 'bubble'] as const)(
  'a %s player says nothing in English, also where the voice fails',
  async (variant) => {
    const faults = [{ kind: 'status', status: 500, body: 'Internal error' }] as const;
    const { relay } = createStandIn({ faults: () => faults });
    const draw = (labels: Labels) => (
      <SpeechProvider relay={relay}>
        {variant === 'compact' ? (
          <ReadAlong variant="compact" text={text} voiceId={voiceId} labels={labels} />
        ) : (
          <ReadAlong variant="bubble" text={text} voiceId={voiceId} labels={labels} />
        )}
      </SpeechProvider>
    );
    const both = await saidInBoth(draw, async (hear) => {
      hear();
      press('.readalong-play');
      await until('[role=alert]');
    });
    expect(both).toEqual([]);
  },
);

it('an error is told in German, and never with what the service said', async () => {
  const body = JSON.stringify({ detail: { status: 'quota_exceeded', message: 'This request exceeds your quota.' } });
  const { relay } = createStandIn({ faults: () => [{ kind: 'status', status: 401, body }] });
  await render(
    <SpeechProvider relay={relay}>
      <ReadAlong text={text} voiceId={voiceId} labels={GERMAN_LABELS} />
    </SpeechProvider>,
  );
  press('.readalong-play');
  await expect.element(page.getByRole('alert')).toHaveTextContent(/^Es ist nichts zu hörenDas Guthaben .*Noch einmal$/);
});

function Parts({ labels }: { labels: Labels }) {
  const { speech } = useSpeech({ text, voiceId });
  const follow = useFollow();
  return (
    <>
      <PlayButton speech={speech} labels={labels?.play} />
      <StopButton speech={speech} label={labels?.more.stop} />
      <SkipButton speech={speech} label={labels?.skip} />
      <SkipButton speech={speech} step={{ words: -3 }} label={labels?.skip} />
      <SeekBar speech={speech} aria-label={labels?.seek} formatValue={labels?.place} />
      <Waveform speech={speech} aria-label={labels?.seek} formatValue={labels?.place} />
      <RateControl speech={speech} labels={labels?.rate} />
      <VolumeControl speech={speech} labels={labels?.volume} />
      <CostNote speech={speech} labels={labels?.cost} />
      <ErrorNote speech={speech} labels={labels?.error} />
      <FollowButton follow={follow} label={labels?.follow} />
      <LookControl look="pill" onChange={() => {}} labels={labels?.more.look} />
      <PracticeControls speech={speech} labels={labels?.practice} />
      <DictationSwitch speech={speech} labels={labels?.practice} />
      <SleepTimerControl speech={speech} times={[{ minutes: 1 }, { endOf: 'text' }]} labels={labels?.sleepTimer} />
      <TextSearch speech={speech} onClose={() => {}} labels={labels?.search} />
      <CopyLinkButton speech={speech} labels={labels?.takeAway} />
      {(['audio', 'wav', 'vtt', 'srt', 'lrc'] as const).map((format) => (
        <DownloadButton key={format} speech={speech} format={format} labels={labels?.takeAway} />
      ))}
      <ShortcutsDialog open onClose={() => {}} shortcuts={SHORTCUTS} labels={labels?.shortcuts} />
    </>
  );
}

it('each part alone says nothing in English', async () => {
  const { relay } = createStandIn();
  const draw = (labels: Labels) => (
    <SpeechProvider relay={relay}>
      <Parts labels={labels} />
    </SpeechProvider>
  );
  const both = await saidInBoth(draw, async (hear) => {
    hear();
    press('.readalong-keys + *, dialog button');
    press('.readalong-rate-button, .readalong-text-button');
    press('.readalong-item');
    await expect.poll(() => all('[role=status]').some((each) => each.textContent)).toBe(true);
    hear();
  });
  expect(both).toEqual([]);
});

it('the choice of a voice, its settings and the delay of headphones say nothing in English', async () => {
  const { relay } = createStandIn();
  const draw = (labels: Labels) => (
    <SpeechProvider relay={relay}>
      <VoicePicker labels={labels?.voicePicker} locale={labels ? 'de' : 'en'} defaultValue={voiceId} />
      <VoiceSettings labels={labels?.voiceSettings} modelId="eleven_v3" defaultValue={{ stability: 0.3 }} />
      <LatencyCalibration labels={labels?.latencyCalibration} onOffset={() => {}} />
    </SpeechProvider>
  );
  const data = JSON.stringify((await relay.listVoices({ pageSize: 100 })).voices);
  const both = await saidInBoth(draw, async (hear) => {
    hear();
    press('.readalong-voice');
    await until('[role=option]');
    hear();
    press('.readalong-calibration > button');
    await until('.readalong-tap');
    hear();
  });
  expect(both.filter((words) => !data.includes(words))).toEqual([]);
});
