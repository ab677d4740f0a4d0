import { type FormEvent, useState } from 'react';
import { createDocument, ReadAlong, type Relay, SpeechProvider } from 'react-readalong';

/** A model's answer as it comes, word by word. Put your own stream of text here. */
async function* answerTo(question: string): AsyncGenerator<string> {
  const answer = `You asked: ${question} The tide turns at 6:40 this evening. Before that, the lower bridge stays open.`;
  for (const word of answer.match(/\S+\s*/g) ?? []) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    yield word;
  }
}

const exchange = (question: string) => ({
  question,
  answer: answerTo(question),
  // Speaks each sentence as soon as it is whole.
  document: createDocument(),
});

export function TalkingChat({ relay = '/api/speech' }: { relay?: Relay | string }) {
  const [exchanges, setExchanges] = useState<readonly ReturnType<typeof exchange>[]>([]);
  const [question, setQuestion] = useState('When does the tide turn?');
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setExchanges([...exchanges, exchange(question)]);
    setQuestion('');
  };
  return (
    <SpeechProvider relay={relay}>
      <section className="readalong" aria-label="Chat">
        <ol style={{ display: 'grid', gap: 12, padding: 0, listStyle: 'none' }}>
          {exchanges.map(({ question, answer, document }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: exchanges are only ever added
            <li key={index}>
              <p>{question}</p>
              <ReadAlong
                variant="bubble"
                text={answer}
                document={document}
                voiceId="JBFqnCBsd6RMkjVDRZzb"
                lang="en"
                labels={{ region: 'Answer' }}
              />
            </li>
          ))}
        </ol>
        <form onSubmit={ask} style={{ display: 'flex', gap: 8 }}>
          <input
            aria-label="Question"
            value={question}
            onChange={({ target }) => setQuestion(target.value)}
            required
            style={{ flex: 1 }}
          />
          <button type="submit">Ask</button>
        </form>
      </section>
    </SpeechProvider>
  );
}
