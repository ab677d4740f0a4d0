import type { LatencyCalibrationLabels } from '../calibration/latency-calibration-labels.js';
import { formatTime } from '../format-time.js';
import type { SkipUnit } from '../player/useSkipButton.js';
import type { ReadAlongLabels } from '../read-along/read-along-labels.js';
import type { VoiceSettingsLabels } from '../voices/voice-settings-labels.js';
import { counted, number, price, spokenTime } from './german-counts.js';
import { germanMessage } from './german-message.js';
import { GERMAN_VOICE_PICKER, GERMAN_VOICE_SETTINGS } from './german-voices.js';

/** Every label, those within others too. */
type Whole<Labels> = Labels extends (...parameters: never[]) => unknown
  ? Labels
  : Labels extends object
    ? { [Name in keyof Labels]-?: Whole<NonNullable<Labels[Name]>> }
    : Labels;

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

/** What the parts say that a `ReadAlong` has not. */
interface FurtherLabels {
  voiceSettings: VoiceSettingsLabels;
  latencyCalibration: LatencyCalibrationLabels;
}

/**
 * All that a `ReadAlong` and the parts beside it say, in German.
 *
 * @example <ReadAlong text={text} voiceId={voiceId} lang="de" labels={GERMAN_LABELS} />
 */
export const GERMAN_LABELS: Whole<ReadAlongLabels & FurtherLabels> = {
  region: 'Vorlesen',
  controls: 'Wiedergabe',
  seek: 'Stelle',
  place: (at, duration, words) => `${spokenTime(at)} von ${spokenTime(duration)}${words && `, „${words}“`}`,
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
    return many === 1 ? ONE[unit][count < 0 ? 0 : 1] : `${number(many)} ${MANY[unit]} ${count < 0 ? 'zurück' : 'vor'}`;
  },
  rate: {
    speed: 'Tempo',
    presets: 'Übliche Tempi',
    value: (rate) => `${number(rate)}-fach`,
    figures: number,
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
    free: 'Erneut hören ist gratis',
  },
  more: {
    more: 'Mehr',
    look: {
      look: 'Hervorhebung',
      names: { pill: 'Kapsel', marker: 'Marker', underline: 'Linie', sweep: 'Lauf', none: 'Ohne' },
    },
    follow: 'Der Stimme folgen',
    repeat: 'Diesen Satz noch einmal',
    stop: 'Stopp',
    skip: 'Springen',
    search: 'Im Text suchen',
    keyboard: 'Tastatur',
    notLoaded: 'Das konnte nicht geladen werden. Schließe es, und öffne es gleich noch einmal.',
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
    print: 'Drucken',
    copy: 'Link zu dieser Stelle kopieren',
    copied: 'Der Link ist kopiert',
    notCopied: 'Der Link ließ sich nicht kopieren',
    message: germanMessage,
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
    markOff: 'Wiederholung verlassen',
    drill: 'Nach jedem Satz anhalten',
    next: 'Weiter',
    stop: 'Übung beenden',
    times: 'Wie oft',
    sayTimes: (times) => {
      if (times === 1) return 'Einmal';
      return times === Number.POSITIVE_INFINITY ? 'Endlos' : `${times}-mal`;
    },
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
    time: (time) => ('minutes' in time ? counted(time.minutes, 'Minute', 'Minuten') : `Ende ${SLEEP_ENDS[time.endOf]}`),
    left: (left) => `noch ${formatTime(left)}`,
  },
  shortcuts: {
    title: 'Tastatur',
    close: 'Schließen',
    commands: {
      toggle: 'Abspielen oder Pause',
      stop: 'Stopp, und zurück zum Anfang',
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
    message: germanMessage,
  },
  voicePicker: GERMAN_VOICE_PICKER,
  voiceSettings: GERMAN_VOICE_SETTINGS,
  latencyCalibration: {
    name: 'Verzögerung des Tons',
    explanation:
      'Kabellose Kopfhörer klingen später, und der Browser weiß nicht, um wie viel. Höre auf die Klicks und tippe mit, so gleichmäßig du kannst.',
    start: 'Klicks abspielen',
    tap: 'Bei jedem Klick tippen',
    cancel: 'Abbrechen',
    progress: (taps, needed) => (taps === 0 ? 'Finde den Takt' : `${taps} von ${needed} Mal getippt`),
    result: (offset) => {
      const milliseconds = Math.round(Math.abs(offset) * 1000);
      return `Du hörst es ${counted(milliseconds, 'Millisekunde', 'Millisekunden')} ${offset < 0 ? 'früher' : 'später'}, als der Browser sagt.`;
    },
    uneven: 'Es war zu ungleichmäßig getippt. Versuche es noch einmal, bei jedem Klick.',
    use: 'Übernehmen',
    again: 'Noch einmal',
    message: germanMessage,
  },
};
