import { useState } from 'react';
import type { ReferenceEntry, ReferenceFace } from '../../.storybook/reference.js';
import type { NameLink } from './Code.js';
import { Entry } from './Entry.js';
import { partsOf } from './parts-of.js';
import './reference.css';

const KINDS = ['component', 'hook', 'function', 'constant', 'class', 'type'] as const;
const HEADINGS: Record<ReferenceEntry['kind'], string> = {
  component: 'Components',
  hook: 'Hooks',
  function: 'Functions',
  constant: 'Constants',
  class: 'Errors',
  type: 'Types',
};

interface FacePageProps {
  face: ReferenceFace;
  /** The id of the story that this is. */
  story: string;
  /** The name that is looked at; empty for all. */
  name: string;
  /** What is chosen in the toolbar. */
  globals: object;
}

/** All that one entry of the package exports, with a field to find a name in it. Each name has a page, with an address. */
export function FacePage({ face, story, name, globals }: FacePageProps) {
  const [wanted, setWanted] = useState(name);
  const byName = new Map(face.entries.map((entry) => [entry.name, entry]));
  const one = byName.get(wanted);
  const isFound = (entry: ReferenceEntry) => entry.name.toLowerCase().includes(wanted.trim().toLowerCase());
  const shown = one ? [one] : face.entries.filter(isFound).toSorted((a, b) => a.name.localeCompare(b.name));
  const linkTo = (to: string): NameLink | null =>
    byName.has(to)
      ? {
          href: `./?path=/story/${story}&args=name:${to}`,
          target: '_top',
          onClick(event) {
            // With a key held down it opens where the browser says.
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            setWanted(to);
            window.scrollTo({ top: 0 });
          },
        }
      : null;
  return (
    <main className="reference">
      <header>
        <h1>{face.name}</h1>
        <label>
          Find a name <input type="search" value={wanted} onChange={({ target }) => setWanted(target.value)} />
        </label>
        <output>
          {shown.length} of {face.entries.length}
        </output>
        {one && (
          <button type="button" className="reference-all" onClick={() => setWanted('')}>
            Show all
          </button>
        )}
      </header>
      {KINDS.map((kind) => {
        const ofKind = shown.filter((entry) => entry.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} aria-label={HEADINGS[kind]}>
            {!one && <h2>{HEADINGS[kind]}</h2>}
            {ofKind.map((entry) => (
              <Entry
                key={entry.name}
                entry={entry}
                parts={partsOf(entry, byName)}
                linkTo={linkTo}
                page={entry === one ? { globals } : null}
              />
            ))}
          </section>
        );
      })}
    </main>
  );
}
