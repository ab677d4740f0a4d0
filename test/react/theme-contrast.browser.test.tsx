import {
  type HighlightedTranscriptProps,
  LatencyCalibration,
  ReadAlong,
  type ReadAlongSlots,
  type Speech,
  SpeechProvider,
  VoiceSettings,
} from 'react-readalong';
import 'react-readalong/styles.css';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { coloursIn, contrast, grounds, least } from '../helpers/contrast.js';
import { faint, faintRings, PART, TEXT } from '../helpers/faint.js';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One lamp is lit. Two boats come home.\n\nThree dogs bark at the moon.';
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

beforeEach(() => page.viewport(1024, 900));
afterEach(() => cleanup());

async function show(theme: string, content: ReactNode, options: Parameters<typeof createStandIn>[0] = {}) {
  const { relay } = createStandIn(options);
  const { container } = await render(
    <SpeechProvider relay={relay}>
      <div data-readalong-theme={theme} style={{ background: 'var(--readalong-paper)', padding: 24 }}>
        {content}
      </div>
    </SpeechProvider>,
  );
  const root = container.firstElementChild;
  if (!root) throw new Error('There is nothing to see.');
  expect(getComputedStyle(root).colorScheme).toBe(theme);
  return root;
}

/** A reader paused at the second word, and its speech. */
async function showReader(theme: string, look: HighlightedTranscriptProps['look'] = 'pill') {
  let speech: Speech | undefined;
  const slots: ReadAlongSlots = {
    error: (player) => {
      speech = player.speech;
      return player.standard;
    },
  };
  const root = await show(
    theme,
    <ReadAlong text={text} voiceId={voiceId} lang="en" slots={slots} look={look} title="The lamps" />,
  );
  await speech?.fetchAll();
  speech?.seekToOffset(text.indexOf('boats'));
  await expect.poll(() => lit(root).trim()).toBe('boats');
  return root;
}

for (const theme of ['light', 'dark'])
  describe(`in the ${theme} theme all can be seen`, () => {
    it('of a reader, its speed, its volume and where the keyboard is', async () => {
      const root = await showReader(theme);
      expect(faint(root)).toEqual([]);
      expect(faintRings(root)).toEqual([]);
      for (const [name, panel] of [
        [/^Speed/, 'Speed'],
        [/^Volume/, 'Volume'],
      ] as const) {
        await button(name).click();
        await expect.element(page.getByRole('dialog', { name: panel })).toBeVisible();
        expect(faint(root)).toEqual([]);
        await userEvent.keyboard('{Escape}');
      }
    });

    it('of everything under More', async () => {
      const root = await showReader(theme);
      await button('More').click();
      for (const name of ['Skip', 'Practice', 'Download']) await page.getByText(name, { exact: true }).click();
      await expect.element(button('Loop this sentence')).toBeVisible();
      await page.getByRole('switch', { name: 'Slow first, then faster' }).click();
      expect(faint(root)).toEqual([]);
      expect(faintRings(page.getByRole('dialog', { name: 'More' }).element())).toEqual([]);
    });

    it('of a search, and of the keys', async () => {
      const root = await showReader(theme);
      page.getByRole('document', { name: 'Transcript' }).element().focus();
      await userEvent.keyboard('/');
      await expect.element(page.getByRole('searchbox')).toHaveFocus();
      expect(faint(root)).toEqual([]);
      await userEvent.keyboard('three');
      await expect.element(page.getByText('1 of 1')).toBeVisible();
      expect(faint(root)).toEqual([]);
      expect(faintRings(page.getByRole('search').element())).toEqual([]);
      await userEvent.keyboard('{Escape}');
      await button('More').click();
      await button('Keyboard').click();
      await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
      expect(faint(root)).toEqual([]);
    });

    it('of what failed, and of small players', async () => {
      const faults = [{ kind: 'status', status: 401, body: { detail: { status: 'invalid_api_key', message: 'No.' } } }];
      const options = { faults } as Parameters<typeof createStandIn>[0];
      const root = await show(
        theme,
        <>
          <ReadAlong text={text} voiceId={voiceId} />
          <ReadAlong text={text} voiceId={voiceId} variant="bubble" />
          <ReadAlong text={text} voiceId={voiceId} variant="compact" title="The lamps" />
        </>,
        options,
      );
      expect(faint(root)).toEqual([]);
      for (const play of root.querySelectorAll<HTMLElement>('.readalong-play')) play.click();
      await expect.poll(() => root.querySelectorAll('[role=alert]').length).toBe(3);
      expect(faint(root)).toEqual([]);
      expect(faintRings(root)).toEqual([]);
    });

    it('of the way back to the voice', async () => {
      const root = await showReader(theme);
      root.querySelector<HTMLElement>('.readalong-transcript')?.focus();
      await userEvent.keyboard('f');
      await expect.element(button('Back to the voice')).toBeVisible();
      expect(faint(root)).toEqual([]);
      expect(faintRings(root)).toEqual([]);
    });

    it('of voices, their settings and the way of the sound', async () => {
      const root = await show(
        theme,
        <>
          <ReadAlong text={text} voiceId={voiceId} voicePicker={{ value: voiceId, onValueChange: () => {} }} />
          <VoiceSettings modelId="eleven_multilingual_v2" />
          <LatencyCalibration onOffset={() => {}} />
        </>,
      );
      await expect.element(button(/^Voice/)).toBeVisible();
      expect(faint(root)).toEqual([]);
      expect(faintRings(root)).toEqual([]);
      await button(/^Voice/).click();
      await expect.element(page.getByRole('option').nth(3)).toBeVisible();
      expect(faint(root)).toEqual([]);
    });

    const looks = ['pill', 'marker', 'underline', 'sweep', 'none'] as const;
    it.each(looks)('of what is heard, what was and what is to come, in the look %s', async (look) => {
      const root = await showReader(theme, look);
      const transcript = root.querySelector('.readalong-transcript');
      const paragraph = transcript?.querySelector('p');
      if (!transcript || !paragraph) throw new Error('There is no text.');
      const [paper] = grounds(paragraph);
      if (!paper) throw new Error('There is no paper.');
      const of = (mark: string) => getComputedStyle(paragraph, `::highlight(readalong-${mark})`);
      const ink = getComputedStyle(paragraph).color;
      const box = transcript.querySelector('.readalong-pill');
      const fills = look === 'pill' && box ? [box, ...box.children] : [];
      const under = fills.length > 0 ? fills.map((fill) => getComputedStyle(fill).backgroundColor) : ['transparent'];
      expect(new Set(under).size).toBe(look === 'pill' ? 2 : 1);

      const sentence = [...paper, of('sentence').backgroundColor];
      const seen: Record<string, number> = {
        spoken: contrast(ink, paper),
        'spoken of a sentence': contrast(of('spoken').color, sentence),
        'to come': contrast(of('upcoming').color, paper),
        'of the sentence': contrast(of('sentence').color, sentence),
      };
      for (const fill of under) {
        // The box lies under the text, whose marks are painted over it.
        const word = [...paper, fill, of('sentence').backgroundColor, of('word').backgroundColor];
        seen[`the word on ${fill}`] = contrast(of('word').color, word);
        seen[`its letters on ${fill}`] = contrast(of('character').color, [...word, of('character').backgroundColor]);
      }
      expect(Object.entries(seen).filter(([, ratio]) => ratio < TEXT)).toEqual([]);

      const lines = ['word', 'character']
        .map(of)
        .filter(({ textDecorationLine }) => textDecorationLine === 'underline');
      expect(lines.length).toBe({ pill: 0, marker: 1, underline: 2, sweep: 2, none: 0 }[look]);
      const drawn = lines.map(({ textDecorationColor }) => textDecorationColor);
      if (box && look === 'pill') drawn.push(...coloursIn(getComputedStyle(box, '::after').boxShadow));
      for (const line of drawn) {
        expect(contrast(line, paper), line).toBeGreaterThanOrEqual(PART);
        expect(contrast(line, sentence), line).toBeGreaterThanOrEqual(PART);
      }
    });

    it.each(looks)('of words that an app renders itself, in the look %s', async (look) => {
      const root = await show(
        theme,
        <div className="readalong-transcript" data-look={look}>
          <p data-words="">
            <span className="readalong-word" data-state="spoken">
              One{' '}
            </span>
            <span className="readalong-word" data-state="current">
              lamp{' '}
            </span>
            <span className="readalong-word" data-state="upcoming">
              is
            </span>
          </p>
        </div>,
      );
      expect(faint(root)).toEqual([]);
    });

    it('of rails, thumbs, hits and rings, on whatever they lie', async () => {
      const root = await showReader(theme);
      const probe = document.createElement('i');
      root.append(probe);
      const token = (name: string): string => {
        probe.style.color = `var(--readalong-${name})`;
        return getComputedStyle(probe).color;
      };
      const parts: readonly (readonly [over: string, ...under: string[]])[] = [
        ['ink', 'raised', 'paper', 'sunken', 'buffered'],
        ['buffered', 'raised'],
        ['line-strong', 'raised', 'sunken', 'paper'],
        ['focus', 'paper', 'raised', 'sunken'],
        ['edge', 'paper', 'word'],
        ['glow', 'paper'],
        ['danger', 'raised', 'danger-tint'],
      ];
      const weak = parts.flatMap(([over, ...under]) =>
        under
          .map((each) => [over, each, contrast(token(over), [token(each)])] as const)
          .filter(([, , ratio]) => ratio < PART),
      );
      expect(weak).toEqual([]);
      const rail = root.querySelector('.readalong-rail');
      const [buffer, played] = ['.readalong-buffer', '.readalong-played'].map((part) => root.querySelector(part));
      if (!rail?.parentElement || !buffer || !played) throw new Error('There is no rail.');
      const [stripe] = coloursIn(getComputedStyle(rail).backgroundImage);
      expect(least(stripe ?? 'transparent', rail.parentElement)).toBeGreaterThanOrEqual(PART);
      const [grey] = coloursIn(getComputedStyle(buffer).backgroundImage);
      expect(least(grey ?? 'transparent', rail.parentElement)).toBeGreaterThanOrEqual(PART);
      expect(contrast(getComputedStyle(played).backgroundColor, [grey ?? 'transparent'])).toBeGreaterThanOrEqual(PART);
      const paragraph = root.querySelector('.readalong-transcript p');
      if (!paragraph) throw new Error('There is no text.');
      const hit = getComputedStyle(paragraph, '::highlight(readalong-hit-current)');
      expect(contrast(hit.color, [token('paper'), hit.backgroundColor])).toBeGreaterThanOrEqual(TEXT);
      expect(contrast(hit.textDecorationColor, [token('paper'), hit.backgroundColor])).toBeGreaterThanOrEqual(PART);
    });
  });
