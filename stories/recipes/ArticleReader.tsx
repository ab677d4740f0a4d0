import {
  ErrorNote,
  FollowButton,
  PlayButton,
  ReadAlongText,
  type Relay,
  SeekBar,
  SpeechProvider,
  textOfChildren,
  useFollow,
  useSpeech,
} from 'react-readalong';

/** Markup of your own: what MDX or a CMS gives you. */
const article = (
  <article>
    <h2>Reading the tide</h2>
    <p>
      Twice a day the water <em>leaves</em>, and twice a day it comes back. Who lives by it needs three things:
    </p>
    <ul>
      <li>a table for the harbour,</li>
      <li>a watch that is right,</li>
      <li>patience.</li>
    </ul>
    <p>The rule of twelfths says how fast it rises, hour by hour:</p>
    <pre>{'const twelfths = [1, 2, 3, 3, 2, 1];'}</pre>
    <p>Code is shown, and nobody has to listen to it.</p>
  </article>
);

function Article() {
  const { speech } = useSpeech({ text: textOfChildren(article), voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const follow = useFollow();
  return (
    <section className="readalong" aria-label="Reading the tide">
      <ReadAlongText speech={speech} follow={follow} lang="en">
        {article}
      </ReadAlongText>
      <ErrorNote speech={speech} />
      <FollowButton follow={follow} />
      <div className="readalong-bar readalong-scrub">
        <PlayButton speech={speech} />
        <SeekBar speech={speech} />
      </div>
    </section>
  );
}

export function ArticleReader({ relay = '/api/speech' }: { relay?: Relay | string }) {
  return (
    <SpeechProvider relay={relay}>
      <Article />
    </SpeechProvider>
  );
}
