'use client';

import { type CSSProperties, forwardRef, type ReactNode, useRef, useState } from 'react';
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
import { Late } from '../primitives/Late.js';
import { createLatePart } from '../primitives/late-part.js';
import { PanelButton } from '../primitives/PanelButton.js';
import { FollowButton } from '../transcript/FollowButton.js';
import { HighlightedTranscript } from '../transcript/HighlightedTranscript.js';
import { useFollow } from '../transcript/useFollow.js';
import { usePlaceLink } from '../usePlaceLink.js';
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
  linkName?: string | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

const morePanel = createLatePart(async () => (await import('./MorePanel.js')).default);
const textSearch = createLatePart(async () => (await import('../search/TextSearch.js')).TextSearch);
const shortcutsDialog = createLatePart(async () => (await import('./ShortcutsDialog.js')).ShortcutsDialog);

/** The text with a player below it. */
export const ReadAlongPage = forwardRef<HTMLElement, ReadAlongPageProps>(function ReadAlongPage(
  { speech, title, lang, look: firstLook = 'pill', labels, slots, voicePicker, shortcuts, linkName, className, style },
  ref,
) {
  const follow = useFollow();
  usePlaceLink(speech, { name: linkName });
  // What the app says holds until the reader says otherwise.
  const [chosenLook, setChosenLook] = useState<Look | null>(null);
  const [showsKeys, setShowsKeys] = useState<boolean | null>(null);
  const [searches, setSearches] = useState(false);
  const searchInput = useRef<HTMLInputElement>(null);
  function search(): void {
    setSearches(true);
    // Who asks again wants to look for something else.
    searchInput.current?.focus();
    searchInput.current?.select();
  }
  const look = chosenLook ?? firstLook;
  const keys = shortcuts === 'none' ? NO_KEYS : shortcuts;
  const { scopeProps } = useShortcuts(speech, {
    shortcuts: keys,
    onCommand: (command) => {
      if (command === 'help') setShowsKeys(true);
      else if (command === 'search') search();
      else if (command !== 'follow') practise(speech, command).catch(ignore);
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
          <Late part={textSearch} onFail={() => setSearches(false)}>
            {(TextSearch) => (
              <TextSearch
                speech={speech}
                follow={follow}
                inputRef={searchInput}
                onClose={() => setSearches(false)}
                labels={labels.search}
              />
            )}
          </Late>
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
                  {voicePicker && (
                    <LazyVoicePicker {...(labels.voicePicker && { labels: labels.voicePicker })} {...voicePicker} />
                  )}
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
                  <Late part={morePanel} ifFailed={<NotLoaded>{labels.more?.notLoaded}</NotLoaded>}>
                    {(MorePanel) => (
                      <MorePanel
                        speech={speech}
                        follow={follow}
                        look={look}
                        onLook={setChosenLook}
                        shortcuts={keys}
                        onKeyboard={keys?.length === 0 ? undefined : () => setShowsKeys(true)}
                        onSearch={search}
                        onClose={close}
                        linkName={linkName}
                        labels={labels}
                      >
                        {slot('more', null)}
                      </MorePanel>
                    )}
                  </Late>
                )}
              </PanelButton>
            </div>
          </div>
        </div>
      </div>
      {showsKeys !== null && (
        <Late part={shortcutsDialog} onFail={() => setShowsKeys(null)}>
          {(ShortcutsDialog) => (
            <ShortcutsDialog
              open={showsKeys}
              onClose={() => setShowsKeys(false)}
              shortcuts={keys}
              labels={labels.shortcuts}
            />
          )}
        </Late>
      )}
    </section>
  );
});

/** The panel is there, and empty: what is loaded by and by did not come. */
function NotLoaded({
  children = 'This could not be loaded. Close it, and open it again in a moment.',
}: {
  children?: ReactNode;
}) {
  return (
    <p role="alert" className="readalong-not-loaded">
      {children}
    </p>
  );
}

const PREVIOUS = { sentences: -1 };
const NO_KEYS: readonly Shortcut[] = [];

/** Without a network nothing is practised, and what plays plays on. */
function ignore(): void {}

/** What practises is loaded when it is first asked for. */
async function practise(speech: Speech, command: 'loop' | 'next'): Promise<void> {
  const { trainingOf } = await import('../practice/training-of.js');
  const { practice } = trainingOf(speech);
  const { mode } = practice.getSnapshot();
  if (command === 'loop') {
    if (mode === 'loop') practice.stop();
    else practice.loopUnit('sentence');
  } else if (mode === 'off') skip(speech, { sentences: 1 });
  else practice.next();
}
