'use client';

import { type CSSProperties, forwardRef, lazy, type ReactNode, Suspense, useState } from 'react';
import type { Shortcut } from '../../speech/shortcuts.js';
import { skip } from '../../speech/skip.js';
import type { Speech } from '../../speech/speech.js';
import type { Look } from '../../transcript/mark-painter.js';
import { CostNote } from '../player/CostNote.js';
import { ErrorNote } from '../player/ErrorNote.js';
import { PlayButton } from '../player/PlayButton.js';
import { RateControl } from '../player/RateControl.js';
import { SeekBar } from '../player/SeekBar.js';
import { SkipButton } from '../player/SkipButton.js';
import { TimeDisplay } from '../player/TimeDisplay.js';
import { VolumeControl } from '../player/VolumeControl.js';
import { Icon } from '../primitives/Icon.js';
import { PanelButton } from '../primitives/PanelButton.js';
import { FollowButton } from '../transcript/FollowButton.js';
import { HighlightedTranscript } from '../transcript/HighlightedTranscript.js';
import { useFollow } from '../transcript/useFollow.js';
import { LazyVoicePicker } from '../voices/LazyVoicePicker.js';
import type { VoicePickerProps } from '../voices/VoicePicker.js';
import type { ReadAlongLabels } from './read-along-labels.js';
import type { ReadAlongSlots } from './read-along-slots.js';
import { useShortcuts } from './useShortcuts.js';

export interface ReadAlongPageProps {
  speech: Speech;
  title?: ReactNode;
  lang?: string | undefined;
  look?: Look | undefined;
  labels: ReadAlongLabels;
  slots: ReadAlongSlots;
  voicePicker?: VoicePickerProps | undefined;
  shortcuts?: readonly Shortcut[] | 'none' | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

const MorePanel = lazy(() => import('./MorePanel.js'));
const TextSearch = lazy(async () => ({ default: (await import('../search/TextSearch.js')).TextSearch }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('./ShortcutsDialog.js')).ShortcutsDialog }));

/** The text with a player below it. */
export const ReadAlongPage = forwardRef<HTMLElement, ReadAlongPageProps>(function ReadAlongPage(
  { speech, title, lang, look: firstLook = 'pill', labels, slots, voicePicker, shortcuts, className, style },
  ref,
) {
  const follow = useFollow();
  // What the app says holds until the reader says otherwise.
  const [chosenLook, setChosenLook] = useState<Look | null>(null);
  const [showsKeys, setShowsKeys] = useState<boolean | null>(null);
  const [searches, setSearches] = useState(false);
  const look = chosenLook ?? firstLook;
  const keys = shortcuts === 'none' ? undefined : shortcuts;
  const { scopeProps } = useShortcuts(speech, {
    shortcuts: keys,
    disabled: shortcuts === 'none',
    onCommand: (command) => {
      if (command === 'help') setShowsKeys(true);
      else if (command === 'search') setSearches(true);
      else if (command !== 'follow') void practise(speech, command);
      else if (follow.getSnapshot().state === 'detached') follow.returnToVoice();
      else follow.detach();
    },
  });
  const slot = (name: keyof ReadAlongSlots, standard: ReactNode): ReactNode => {
    const own = slots[name];
    if (own === undefined) return standard;
    return typeof own === 'function' ? own({ speech, follow, standard }) : own;
  };
  return (
    <section
      {...scopeProps}
      ref={ref}
      className={className ? `readalong ${className}` : 'readalong'}
      style={style}
      aria-label={labels.region ?? 'Read along'}
    >
      <div className="readalong-page">
        {title && (
          <h2 className="readalong-title" lang={lang} dir="auto">
            {title}
          </h2>
        )}
        {slot(
          'transcript',
          <HighlightedTranscript speech={speech} look={look} lang={lang} follow={follow} labels={labels.transcript} />,
        )}
      </div>
      <div className="readalong-dock">
        <FollowButton follow={follow} label={labels.follow} />
        {searches && (
          <Suspense>
            <TextSearch speech={speech} follow={follow} onClose={() => setSearches(false)} labels={labels.search} />
          </Suspense>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
        <div className="readalong-bar" role="group" aria-label={labels.controls ?? 'Playback'}>
          {slot('error', <ErrorNote speech={speech} labels={labels.error} />)}
          <div className="readalong-scrub">
            <TimeDisplay speech={speech} />
            {slot('seek', <SeekBar speech={speech} aria-label={labels.seek} formatValue={labels.place} />)}
            <TimeDisplay speech={speech} show="remaining" />
            <CostNote speech={speech} labels={labels.cost} className="readalong-narrow" />
          </div>
          <div className="readalong-controls">
            <div className="readalong-side">
              {slot(
                'voice',
                <>
                  {voicePicker && <LazyVoicePicker {...voicePicker} />}
                  <CostNote speech={speech} labels={labels.cost} className="readalong-wide" />
                </>,
              )}
            </div>
            <div className="readalong-tape">
              {slot(
                'tape',
                <>
                  <SkipButton speech={speech} step={PREVIOUS} label={labels.skip} />
                  <PlayButton speech={speech} labels={labels.play} />
                  <SkipButton speech={speech} label={labels.skip} />
                </>,
              )}
            </div>
            <div className="readalong-side">
              {slot(
                'tools',
                <>
                  <RateControl speech={speech} labels={labels.rate} className="readalong-wide" />
                  <VolumeControl speech={speech} labels={labels.volume} className="readalong-wide" />
                </>,
              )}
              <PanelButton
                className="readalong-icon-button"
                panelClassName="readalong-menu"
                label={labels.more?.more ?? 'More'}
                panelLabel={labels.more?.more ?? 'More'}
                content={<Icon name="more" />}
              >
                {(close) => (
                  <Suspense>
                    <MorePanel
                      speech={speech}
                      follow={follow}
                      look={look}
                      onLook={setChosenLook}
                      onKeyboard={shortcuts === 'none' ? undefined : () => setShowsKeys(true)}
                      onSearch={() => setSearches(true)}
                      onClose={close}
                      labels={labels}
                    >
                      {slot('more', null)}
                    </MorePanel>
                  </Suspense>
                )}
              </PanelButton>
            </div>
          </div>
        </div>
      </div>
      {showsKeys !== null && (
        <Suspense>
          <ShortcutsDialog
            open={showsKeys}
            onClose={() => setShowsKeys(false)}
            shortcuts={keys}
            labels={labels.shortcuts}
          />
        </Suspense>
      )}
    </section>
  );
});

const PREVIOUS = { sentences: -1 };

/** What practises is loaded when it is first asked for. */
async function practise(speech: Speech, command: 'loop' | 'next'): Promise<void> {
  const { trainingOf } = await import('../practice/training-of.js');
  const { practice, loop } = trainingOf(speech);
  const { mode } = practice.getSnapshot();
  if (command === 'loop') {
    if (mode === 'loop') practice.stop();
    else practice.loopUnit('sentence', loop);
  } else if (mode === 'off') skip(speech, { sentences: 1 });
  else practice.next();
}
