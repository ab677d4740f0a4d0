import { createPractice, createSpeech, type PracticeSnapshot } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** A word three times, slow first, with silence in which to say it. */
export default async function practise() {
  const speech = createSpeech({ recording });
  await speech.fetchAll();
  const practice = createPractice(speech);
  const leave = speech.subscribe(() => {});
  const heard: string[] = [];
  const say = ({ mode, phase, round, tempo }: PracticeSnapshot) =>
    `${mode}, ${phase}, round ${round + 1}, tempo ${tempo}`;
  await new Promise<void>((resolve) => {
    practice.subscribe(() => {
      heard.push(say(practice.getSnapshot()));
      if (practice.getSnapshot().mode === 'off') resolve();
    });
    practice.loopUnit('word', { times: 3, gap: 1, tempos: [0.6, 0.8, 1] });
  });
  leave();
  practice.dispose();
  speech.dispose();
  return heard.join('\n');
}
