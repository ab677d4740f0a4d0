import { useState } from 'react';
import {
  CostNote,
  createDocument,
  createIndexedDbShelf,
  createSpeechStore,
  ErrorNote,
  HighlightedTranscript,
  PlayButton,
  type Relay,
  SeekBar,
  SkipButton,
  SpeechProvider,
  TimeDisplay,
  useBookmark,
  useMediaSession,
  useSpeech,
} from 'react-readalong';

/** What was paid for stays in this browser, up to 200 MB. */
const store = createSpeechStore({ keep: createIndexedDbShelf({ name: 'audiobook', maxBytes: 200e6 }) });

interface Book {
  name: string;
  title: string;
  author: string;
  text: string;
}

function Reader({ name, title, author, text }: Book) {
  // Bought a minute ahead of the voice, and never for more than this.
  const [document] = useState(() => createDocument({ ahead: 60, budget: { characters: 50_000 } }));
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb', document });
  useBookmark(speech, { name });
  useMediaSession(speech, { title, artist: author });
  return (
    <section className="readalong" aria-label={title}>
      <HighlightedTranscript speech={speech} lang="en" style={{ maxBlockSize: '50vh', overflowY: 'auto' }} />
      <ErrorNote speech={speech} />
      <div className="readalong-bar">
        <div className="readalong-scrub">
          <PlayButton speech={speech} />
          <SeekBar speech={speech} />
          <TimeDisplay speech={speech} show="remaining" />
        </div>
        <SkipButton speech={speech} step={{ seconds: -15 }} /> <SkipButton speech={speech} step={{ paragraphs: 1 }} />{' '}
        <CostNote speech={speech} />
      </div>
    </section>
  );
}

export function Audiobook({ relay = '/api/speech', ...book }: Book & { relay?: Relay | string }) {
  return (
    <SpeechProvider relay={relay} store={store}>
      <Reader {...book} />
    </SpeechProvider>
  );
}
