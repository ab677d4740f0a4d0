import { type Speech, type SpeechSnapshot, useSpeechState } from 'react-readalong';

const selectCost = ({ spent, toCome }: SpeechSnapshot) => ({ spent, toCome });
const number = new Intl.NumberFormat('en');

/** What a reading has cost so far, and what the rest would cost. */
export function Spend({ speech }: { speech: Speech }) {
  const { spent, toCome } = useSpeechState(speech, selectCost);
  return (
    <dl style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 24px', marginBlock: 12 }}>
      <Figure name="Bought" value={`${number.format(spent.characters)} characters`} />
      <Figure name="Credits" value={spent.credits === null ? 'unknown' : number.format(spent.credits)} />
      <Figure name="The rest would be" value={`${number.format(toCome.characters)} characters`} />
    </dl>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt style={{ fontSize: 13 }}>{name}</dt>
      <dd style={{ margin: 0, fontVariantNumeric: 'tabular-nums' }}>{value}</dd>
    </div>
  );
}
