'use client';

import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { Shortcut, ShortcutCommand } from '../../speech/shortcuts.js';
import type { Speech } from '../../speech/speech.js';
import { runCommand } from '../../speech/speech-command.js';
import type { Follow } from '../../transcript/follow.js';
import type { Look } from '../../transcript/mark-painter.js';
import { COST_LABELS, useCost } from '../player/CostNote.js';
import { RatePanel } from '../player/RatePanel.js';
import { RATE_LABELS, RATE_PRESETS } from '../player/rate-labels.js';
import { STOP_LABEL } from '../player/useStopButton.js';
import { VOLUME_LABELS, VolumeSlider } from '../player/VolumeControl.js';
import { PracticeControls } from '../practice/PracticeControls.js';
import { PRACTICE_LABELS } from '../practice/practice-labels.js';
import { SleepTimerControl } from '../practice/SleepTimerControl.js';
import { PanelIcon, type PanelIconName } from '../primitives/PanelIcon.js';
import { SEARCH_LABELS } from '../search/search-labels.js';
import { TakeAwayItems } from '../take-away/TakeAwayItems.js';
import { KeyHint } from './KeyHint.js';
import { LookControl } from './LookControl.js';
import type { ReadAlongLabels } from './read-along-labels.js';
import { SkipItems } from './SkipItems.js';

export interface MorePanelProps {
  speech: Speech;
  follow: Follow;
  look: Look;
  onLook: (look: Look) => void;
  /** The keys that are in use, to be said beside what they do. @default SHORTCUTS */
  shortcuts: readonly Shortcut[] | undefined;
  /** Shows the keys; without it there are none. */
  onKeyboard: (() => void) | undefined;
  /** Opens the search. */
  onSearch: () => void;
  onClose: () => void;
  /** Of the reader, in links to a place. */
  linkName: string | undefined;
  labels: ReadAlongLabels;
  /** Further items of the app's. */
  children?: ReactNode;
}

/** What a reader wants now and then: the look, following, the price; in a narrow player also speed and volume. */
export default function MorePanel(props: MorePanelProps) {
  const { speech, follow, look, onLook, shortcuts, onKeyboard, onSearch, onClose, linkName, labels, children } = props;
  const words = labels.more ?? {};
  const { state } = useSyncExternalStore(follow.subscribe, follow.getSnapshot, follow.getSnapshot);
  const follows = state !== 'detached';
  const hint = (command: ShortcutCommand): ReactNode => (
    <KeyHint command={command} shortcuts={shortcuts} names={labels.shortcuts?.keys} />
  );
  return (
    <>
      <LookControl look={look} onChange={onLook} labels={words.look} />
      <hr />
      <div className="readalong-narrow">
        <RatePanel speech={speech} presets={RATE_PRESETS} labels={{ ...RATE_LABELS, ...labels.rate }} />
        <VolumeSlider speech={speech} labels={{ ...VOLUME_LABELS, ...labels.volume }} />
        <hr />
      </div>
      <button
        type="button"
        className="readalong-item"
        aria-pressed={follows}
        onClick={() => (follows ? follow.detach() : follow.returnToVoice())}
      >
        <PanelIcon name="check" className={follows ? undefined : 'readalong-off'} />
        {words.follow ?? 'Follow the voice'}
        {hint('follow')}
      </button>
      <Item icon="loop" hint={hint('repeatSentence')} onPress={() => runCommand(speech, 'repeatSentence')}>
        {words.repeat ?? 'Repeat this sentence'}
      </Item>
      <Item icon="stop" hint={hint('stop')} onPress={speech.stop}>
        {words.stop ?? STOP_LABEL}
      </Item>
      <Item
        icon="search"
        hint={hint('search')}
        onPress={() => {
          onClose();
          onSearch();
        }}
      >
        {words.search ?? SEARCH_LABELS.search}
      </Item>
      <Fold icon="tune" title={labels.practice?.practice ?? PRACTICE_LABELS.practice}>
        <PracticeControls speech={speech} labels={labels.practice} />
      </Fold>
      <Fold icon="forward" title={words.skip ?? 'Skip'}>
        <SkipItems speech={speech} label={labels.skip} hint={hint} />
      </Fold>
      <Fold icon="download" title={labels.takeAway?.title ?? 'Download'}>
        <TakeAwayItems speech={speech} linkName={linkName} labels={labels.takeAway} />
      </Fold>
      <SleepTimerControl speech={speech} labels={labels.sleepTimer} />
      {children}
      {onKeyboard && (
        <Item
          icon="keys"
          hint={hint('help')}
          onPress={() => {
            onClose();
            onKeyboard();
          }}
        >
          {words.keyboard ?? 'Keyboard'}
        </Item>
      )}
      <Price speech={speech} labels={{ ...COST_LABELS, ...labels.cost }} />
    </>
  );
}

/** More that can be unfolded, drawn when it is. Renders a `<details>`. */
function Fold({ icon, title, children }: { icon: PanelIconName; title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="readalong-fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="readalong-item">
        <PanelIcon name={icon} />
        {title}
        <PanelIcon name="open" className="readalong-chevron" />
      </summary>
      {isOpen && children}
    </details>
  );
}

interface ItemProps {
  icon: PanelIconName;
  hint?: ReactNode;
  onPress: () => void;
  children: ReactNode;
}

/** One thing to do. Renders a `<button>`. */
export function Item({ icon, hint, onPress, children }: ItemProps) {
  return (
    <button type="button" className="readalong-item" onClick={onPress}>
      <PanelIcon name={icon} />
      {children}
      {hint}
    </button>
  );
}

function Price({ speech, labels }: { speech: Speech; labels: typeof COST_LABELS }) {
  const { state, spent, toCome } = useCost(speech);
  if (state === 'own') return null;
  const said = [
    spent.characters > 0 && labels.spent(spent),
    toCome.characters > 0 ? labels.toCome(toCome) : labels.free,
  ].filter(Boolean);
  return (
    <>
      <hr />
      <p className="readalong-item readalong-caption">
        <PanelIcon name="coin" />
        <bdi>{said.join(' · ')}</bdi>
      </p>
    </>
  );
}
