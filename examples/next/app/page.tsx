import { Reader } from './reader';

const text = `At a quarter past four, when the shops on Quay Street put out their lamps, the old man took his ladder from its hook.

He had two hundred and fourteen to light before dark.`;

export default function Page() {
  return <Reader title="The Lamplighter" text={text} />;
}
