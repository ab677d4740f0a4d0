import type { Cost } from '../../store/cost.js';
import { formatTime } from '../format-time.js';
import type { SkipUnit } from '../player/useSkipButton.js';
import type { ReadAlongLabels } from '../read-along/read-along-labels.js';

/** Every label, those within others too. */
type Whole<Labels> = Labels extends (...parameters: never[]) => unknown
  ? Labels
  : Labels extends object
    ? { [Name in keyof Labels]-?: Whole<NonNullable<Labels[Name]>> }
    : Labels;

const number = (value: number): string => value.toLocaleString('de');
const seconds = (value: number): string => {
  const whole = Math.floor(value);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  const parts = [minutes > 0 && `${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}`, `${rest} Sekunden`];
  return parts.filter(Boolean).join(' ');
};
const price = ({ credits, characters }: Cost): string =>
  credits === null ? `${number(characters)} Zeichen` : `${number(Math.ceil(credits))} Credits`;

const ONE: Record<SkipUnit, [string, string]> = {
  words: ['Voriges Wort', 'Nächstes Wort'],
  sentences: ['Voriger Satz', 'Nächster Satz'],
  paragraphs: ['Voriger Absatz', 'Nächster Absatz'],
  seconds: ['1 Sekunde zurück', '1 Sekunde vor'],
};
const MANY: Record<SkipUnit, string> = {
  words: 'Wörter',
  sentences: 'Sätze',
  paragraphs: 'Absätze',
  seconds: 'Sekunden',
};

const SLEEP_ENDS = { sentence: 'des Satzes', paragraph: 'des Absatzes', text: 'des Textes' };

/**
 * All that a `ReadAlong` says, in German.
 *
 * @example <ReadAlong text={text} voiceId={voiceId} lang="de" labels={GERMAN_LABELS} />
 */
export const GERMAN_LABELS: Whole<ReadAlongLabels> = {
  region: 'Vorlesen',
  controls: 'Wiedergabe',
  seek: 'Stelle',
  place: (at, duration, words) => `${seconds(at)} von ${seconds(duration)}${words && `, „${words}“`}`,
  follow: 'Zurück zur Stimme',
  transcript: {
    text: 'Text',
    place: (place) => (place ? `Bei „${place.word}“, in: ${place.sentence}` : 'Es ist nichts zu hören.'),
  },
  play: {
    play: 'Abspielen',
    pause: 'Pause',
    stop: 'Laden abbrechen',
    again: 'Noch einmal abspielen',
    retry: 'Noch einmal versuchen',
  },
  skip: (unit, count) => {
    const many = Math.abs(count);
    return many === 1 ? ONE[unit][count < 0 ? 0 : 1] : `${many} ${MANY[unit]} ${count < 0 ? 'zurück' : 'vor'}`;
  },
  rate: {
    speed: 'Tempo',
    presets: 'Übliche Tempi',
    value: (rate) => `${number(rate)}-fach`,
  },
  volume: {
    volume: 'Lautstärke',
    mute: 'Stumm',
    muted: 'stumm',
    value: (percent) => `${percent} Prozent`,
  },
  cost: {
    toCome: (cost) => `Etwa ${price(cost)}`,
    asking: 'Die Stimme wird gefragt…',
    waiting: 'Warten auf den Ton…',
    spent: (cost) => `Bisher ${price(cost)}`,
    free: 'Noch einmal hören kostet nichts',
  },
  more: {
    more: 'Mehr',
    look: {
      look: 'Hervorhebung',
      names: { pill: 'Kapsel', marker: 'Marker', underline: 'Linie', sweep: 'Lauf', none: 'Ohne' },
    },
    follow: 'Der Stimme folgen',
    repeat: 'Diesen Satz noch einmal',
    search: 'Im Text suchen',
    keyboard: 'Tastatur',
  },
  takeAway: {
    title: 'Herunterladen',
    formats: {
      audio: 'Ton herunterladen',
      wav: 'Als WAV herunterladen',
      vtt: 'Untertitel als WebVTT',
      srt: 'Untertitel als SRT',
      lrc: 'Untertitel als LRC',
    },
    copy: 'Link zu dieser Stelle kopieren',
    copied: 'Der Link ist kopiert',
    notCopied: 'Der Link ließ sich nicht kopieren',
  },
  search: {
    search: 'Im Text suchen',
    count: (index, count) => (count === 0 ? 'Nicht gefunden' : `${number(index)} von ${number(count)}`),
    previous: 'Voriger Treffer',
    next: 'Nächster Treffer',
    play: 'Von hier abspielen',
    close: 'Suche schließen',
  },
  practice: {
    practice: 'Üben',
    loopSentence: 'Diesen Satz wiederholen',
    loopSelection: 'Die Auswahl wiederholen',
    markStart: 'Wiederholung hier beginnen',
    markEnd: 'Wiederholung hier beenden',
    drill: 'Nach jedem Satz anhalten',
    next: 'Weiter',
    stop: 'Übung beenden',
    times: 'Wie oft',
    sayTimes: (times) => (times === Number.POSITIVE_INFINITY ? 'Endlos' : `${times}-mal`),
    gap: 'Zeit zum Nachsprechen lassen',
    ladder: 'Erst langsam, dann schneller',
    dictation: 'Den Text verbergen, bis er gesprochen ist',
    hint: 'Ein Wort zeigen',
    state: (state, round, rounds) => {
      if (state === 'gap') return 'Jetzt du';
      if (state === 'waiting') return 'Weiter mit „Weiter“';
      return rounds === Number.POSITIVE_INFINITY ? `Runde ${round}` : `Runde ${round} von ${rounds}`;
    },
  },
  sleepTimer: {
    timer: 'Schlummern',
    off: 'Aus',
    time: (time) => ('minutes' in time ? `${time.minutes} Minuten` : `Ende ${SLEEP_ENDS[time.endOf]}`),
    left: (left) => `noch ${formatTime(left)}`,
  },
  shortcuts: {
    title: 'Tastatur',
    close: 'Schließen',
    commands: {
      toggle: 'Abspielen oder Pause',
      stepBack: '5 Sekunden zurück',
      stepForward: '5 Sekunden vor',
      back: '10 Sekunden zurück',
      forward: '10 Sekunden vor',
      previousWord: 'Voriges Wort',
      nextWord: 'Nächstes Wort',
      previousSentence: 'Voriger Satz',
      nextSentence: 'Nächster Satz',
      repeatSentence: 'Den Satz noch einmal',
      slower: 'Langsamer',
      faster: 'Schneller',
      mute: 'Stumm',
      loop: 'Den Satz wiederholen',
      next: 'Nächster Satz der Übung',
      search: 'Im Text suchen',
      follow: 'Der Stimme folgen',
      help: 'Diese Tasten',
    },
    keys: { ' ': 'Leertaste' },
  },
  error: {
    failed: 'Es ist nichts zu hören',
    stopped: 'Die Stimme ist verstummt',
    retry: 'Noch einmal',
  },
};
