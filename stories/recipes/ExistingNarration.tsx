import { HighlightedTranscript, PlayButton, SeekBar, TimeDisplay, useSpeech } from 'react-readalong';

interface Narration {
  audioUrl: string;
  alignment: {
    characters: string[];
    character_start_times_seconds: number[];
    character_end_times_seconds: number[];
  };
}

/** Sound that you have, and when each character sounds: no relay, no provider, no purchase. */
export function ExistingNarration({ audioUrl, alignment }: Narration) {
  const { speech, error } = useSpeech({ audioUrl, alignment });
  return (
    <section className="readalong" aria-label="Narration">
      <HighlightedTranscript speech={speech} lang="en" />
      {error && <p role="alert">{error.message}</p>}
      <div className="readalong-bar readalong-scrub">
        <PlayButton speech={speech} />
        <SeekBar speech={speech} />
        <TimeDisplay speech={speech} show="remaining" />
      </div>
    </section>
  );
}
