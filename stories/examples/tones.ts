import { createTonesEngine, toneFrequency } from 'react-readalong/offline';

/** A tone for each character, at exact times: what tests are made of. */
export default async function soundTones() {
  const engine = createTonesEngine();
  const { signal } = new AbortController();
  const said: string[] = [];
  for await (const piece of engine.speak({ text: 'Aha.', voiceId: 'any', sampleRate: 44_100, signal })) {
    for (const [index, character] of piece.characters.entries())
      said.push(`${character} until ${piece.ends[index]?.toFixed(3)} s, ${toneFrequency(index)} Hz`);
  }
  return said.join('\n');
}
