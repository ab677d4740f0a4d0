import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import {
  createDictation,
  ErrorNote,
  HighlightedTranscript,
  PlayButton,
  RateControl,
  type Relay,
  SkipButton,
  SpeechProvider,
  usePractice,
  useSpeech,
} from 'react-readalong';

const text =
  'The ferry leaves at eight. It was late again this morning. We waited on the quay, and nobody minded the rain.';

function Lesson() {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const { practice, mode, phase, round } = usePractice(speech);
  // Three times, slower at first, each time with a silence in which to say it.
  const repeat = () => practice.loopUnit('sentence', { times: 3, gap: 1, tempos: [0.6, 0.8, 1] });

  const dictation = useMemo(() => createDictation(speech), [speech]);
  useEffect(() => dictation.dispose, [dictation]);
  const [isDictated, setDictated] = useState(false);
  const revealed = useSyncExternalStore(dictation.subscribe, dictation.revealedUntil, dictation.revealedUntil);
  const dictate = () => {
    isDictated ? dictation.stop() : dictation.start({ unit: 'sentence' });
    setDictated(!isDictated);
  };

  return (
    <section className="readalong" aria-label="Lesson">
      {isDictated ? <p lang="en">{text.slice(0, revealed)}…</p> : <HighlightedTranscript speech={speech} lang="en" />}
      <ErrorNote speech={speech} />
      <div className="readalong-bar" style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
        <SkipButton speech={speech} step={{ sentences: -1 }} />
        <PlayButton speech={speech} />
        <SkipButton speech={speech} step={{ sentences: 1 }} />
        <RateControl speech={speech} presets={[0.5, 0.75, 1]} />
        <button type="button" className="readalong-button" onClick={mode === 'loop' ? practice.stop : repeat}>
          {mode === 'loop' ? 'Enough' : 'Repeat the sentence'}
        </button>
        <button type="button" className="readalong-button" aria-pressed={isDictated} onClick={dictate}>
          Dictation
        </button>
        <output>{mode === 'loop' && (phase === 'gap' ? 'Say it' : `Listen: ${round + 1} of 3`)}</output>
      </div>
    </section>
  );
}

export function LanguageLearning({ relay = '/api/speech' }: { relay?: Relay | string }) {
  return (
    <SpeechProvider relay={relay}>
      <Lesson />
    </SpeechProvider>
  );
}
