'use client';

import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { Speech } from '../../speech/speech.js';
import { runCommand } from '../../speech/speech-command.js';
import type { Follow } from '../../transcript/follow.js';
import type { Look } from '../../transcript/mark-painter.js';
import { COST_LABELS, useCost } from '../player/CostNote.js';
import { RatePanel } from '../player/RatePanel.js';
import { RATE_LABELS, RATE_PRESETS } from '../player/rate-labels.js';
import { VOLUME_LABELS, VolumeSlider } from '../player/VolumeControl.js';
import { PracticeControls } from '../practice/PracticeControls.js';
import { PRACTICE_LABELS } from '../practice/practice-labels.js';
import { SleepTimerControl } from '../practice/SleepTimerControl.js';
import { Icon, type IconName } from '../primitives/Icon.js';
import { SEARCH_LABELS } from '../search/search-labels.js';
import { TakeAwayItems } from '../take-away/TakeAwayItems.js';
import { LookControl } from './LookControl.js';
import type { ReadAlongLabels } from './read-along-labels.js';

export interface MorePanelProps {
  speech: Speech;
  follow: Follow;
  look: Look;
  onLook: (look: Look) => void;
  /** Shows the keys; without it there are none. */
  onKeyboard: (() => void) | undefined;
  /** Opens the search. */
  onSearch: () => void;
  onClose: () => void;
  labels: ReadAlongLabels;
  /** Further items of the app's. */
  children?: ReactNode;
}

/** What a reader wants now and then: the look, following, the price; in a narrow player also speed and volume. */
export default function MorePanel(props: MorePanelProps) {
  const { speech, follow, look, onLook, onKeyboard, onSearch, onClose, labels, children } = props;
  const words = labels.more ?? {};
  const { state } = useSyncExternalStore(follow.subscribe, follow.getSnapshot, follow.getSnapshot);
  const follows = state !== 'detached';
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
        <Icon name="check" className={follows ? undefined : 'readalong-off'} />
        {words.follow ?? 'Follow the voice'}
        <span className="readalong-hint" aria-hidden="true">
          F
        </span>
      </button>
      <Item icon="loop" hint="S" onPress={() => runCommand(speech, 'repeatSentence')}>
        {words.repeat ?? 'Repeat this sentence'}
      </Item>
      <Item
        icon="search"
        hint="/"
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
      <Fold icon="download" title={labels.takeAway?.title ?? 'Download'}>
        <TakeAwayItems speech={speech} labels={labels.takeAway} />
      </Fold>
      <SleepTimerControl speech={speech} labels={labels.sleepTimer} />
      {children}
      {onKeyboard && (
        <Item
          icon="keys"
          hint="?"
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
function Fold({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="readalong-fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="readalong-item">
        <Icon name={icon} />
        {title}
        <Icon name="open" className="readalong-chevron" />
      </summary>
      {isOpen && children}
    </details>
  );
}

interface ItemProps {
  icon: IconName;
  hint?: string;
  onPress: () => void;
  children: ReactNode;
}

/** One thing to do. Renders a `<button>`. */
export function Item({ icon, hint, onPress, children }: ItemProps) {
  return (
    <button type="button" className="readalong-item" onClick={onPress}>
      <Icon name={icon} />
      {children}
      {hint && (
        <span className="readalong-hint" aria-hidden="true">
          {hint}
        </span>
      )}
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
        <Icon name="coin" />
        {said.join(' · ')}
      </p>
    </>
  );
}
