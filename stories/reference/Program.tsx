import { useEffect, useState } from 'react';

const sources = import.meta.glob<string>('../examples/*.{ts,tsx}', { query: '?raw', import: 'default' });
const programs = import.meta.glob<{ default: () => unknown }>(['../examples/*.{ts,tsx}', '!../examples/*.node.ts']);
const printed = import.meta.glob<string>('../examples/*.txt', { query: '?raw', import: 'default' });

/** What a program says, as text. */
const say = (said: unknown): string => (typeof said === 'string' ? said : JSON.stringify(said, null, 2));

/** Runs a program of `stories/examples`; of one for Node it reads what that has printed. */
async function run(file: string): Promise<string> {
  const path = `../examples/${file}`;
  const output = printed[path.replace(/ts$/, 'txt')];
  if (output) return output();
  const load = programs[path];
  if (!load) throw new Error(`There is no program ${file}.`);
  return say(await (await load()).default());
}

/** A small program, and what it says. Those that sound, save or fetch much wait for a press. */
export function Program({ file }: { file: string }) {
  const waits = /\.press\.tsx?$/.test(file);
  const [source, setSource] = useState('');
  const [wanted, setWanted] = useState(!waits);
  const [output, setOutput] = useState<string | null>(null);
  useEffect(() => {
    sources[`../examples/${file}`]?.().then(setSource, String);
  }, [file]);
  useEffect(() => {
    if (!wanted) return;
    let isShown = true;
    run(file)
      .catch((error: unknown) => String(error))
      .then((said) => isShown && setOutput(said));
    return () => {
      isShown = false;
    };
  }, [file, wanted]);
  return (
    <figure className="reference-program">
      <figcaption>
        <code className="reference-code">stories/examples/{file}</code>
      </figcaption>
      <pre>
        <code className="reference-code">{source}</code>
      </pre>
      {wanted ? (
        <pre className="reference-output">
          <output className="reference-code" aria-label={`What ${file} says`}>
            {output ?? '…'}
          </output>
        </pre>
      ) : (
        <button type="button" className="reference-run" onClick={() => setWanted(true)}>
          Run it
        </button>
      )}
    </figure>
  );
}
