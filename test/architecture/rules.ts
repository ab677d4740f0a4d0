import { posix } from 'node:path';
import type { Module } from './read-module.js';
import { FACES, ROOMS, roomOf } from './rooms.js';

/** A rule of the architecture: each breach in words, none when it is kept. */
export type Rule = (modules: readonly Module[]) => string[];

/** The path within the repository that a relative import of a module leads to, or null for a package. */
function target(from: string, specifier: string, known: ReadonlyMap<string, Module>): string | null {
  if (!specifier.startsWith('.')) return null;
  const path = posix.join(posix.dirname(from), specifier);
  const candidates = [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path];
  return candidates.find((candidate) => known.has(candidate)) ?? path;
}

const byPath = (modules: readonly Module[]) => new Map(modules.map((module) => [module.path, module]));

/** A room imports only the rooms below it and the packages that are its own. */
export const roomsLookDown: Rule = (modules) => {
  const known = byPath(modules);
  return modules.flatMap(({ path, imports }) => {
    const name = roomOf(path);
    const room = ROOMS[name];
    if (!room) return [`${path} lies in "${name}", which is no room of the design`];
    return imports.flatMap((specifier) => {
      const to = target(path, specifier, known);
      const allowed = to === null ? room.packages.test(specifier) : [name, ...room.rooms].includes(roomOf(to));
      return allowed ? [] : [`${path} imports ${to ?? specifier}, which ${name} may not see`];
    });
  });
};

/** Each relative import names a file that is there, by its name in the build (`.js`). */
export const importsLeadSomewhere: Rule = (modules) => {
  const known = byPath(modules);
  return modules.flatMap(({ path, imports }) =>
    imports
      .filter((specifier) => specifier.startsWith('.'))
      .filter((specifier) => !specifier.endsWith('.js') || !known.has(target(path, specifier, known) ?? ''))
      .map((specifier) => `${path} imports ${specifier}, which names no file as built`),
  );
};

/** No file reaches itself again, not even by types. */
export const noCircles: Rule = (modules) => {
  const known = byPath(modules);
  const finished = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || finished.has(path)) return;
    for (const specifier of known.get(path)?.imports ?? []) {
      const to = target(path, specifier, known);
      if (to !== null) walk(to, [...trail, path]);
    }
    finished.add(path);
  };
  for (const { path } of modules) walk(path, []);
  return circles;
};

/** Only the faces pass names on, and they do nothing else. */
export const onlyFacesPassOn: Rule = (modules) =>
  modules.flatMap(({ path, exports, hasLogic }) => {
    if (!FACES.includes(path)) return hasLogic || exports.length === 0 ? [] : [`${path} is a barrel`];
    if (exports.includes('*')) return [`${path} exports * instead of names`];
    return hasLogic ? [`${path} is a face and holds logic`] : [];
  });

const DRAWER = /^(utils?|utilities|helpers?|types?|constants?|common|shared|misc|lib)$/;

/** Files and folders are named for what they are about, not for a kind of code. */
export const noDrawers: Rule = (modules) =>
  modules
    .filter(({ path }) => path.split('/').some((step) => DRAWER.test(step.replace(/\.tsx?$/, ''))))
    .map(({ path }) => `${path} is a drawer`);

const MOST_LINES = 300;
const MEDIAN_LINES = 80;

/** Files are small: none above 300 lines, half of them at most 80. */
export const filesAreSmall: Rule = (modules) => {
  const sizes = modules.map(({ lines }) => lines).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return [
    ...modules.filter(({ lines }) => lines > MOST_LINES).map(({ path, lines }) => `${path} has ${lines} lines`),
    ...(median > MEDIAN_LINES ? [`the median file has ${median} lines`] : []),
  ];
};

const BROWSER_ONLY =
  /^(document|navigator|localStorage|React|HTMLElement|AudioBuffer|decodeAudioData|(Offline|webkit)?AudioContext|Audio\w*Node|AudioDecoder)$/;

/** The server runs where there is no page, and the offline stand-in in Node and workers too. */
export const serversNeedNoPage: Rule = (modules) =>
  modules
    .filter(({ path }) => ['server', 'offline', 'wire', 'errors'].includes(roomOf(path)))
    .flatMap(({ path, identifiers }) =>
      [...identifiers].filter((name) => BROWSER_ONLY.test(name)).map((name) => `${path} speaks of ${name}`),
    );

// Two words of the API's begin like a hook.
const CLIENT_ONLY = /^(use(?!(Case|SpeakerBoost)$)[A-Z]\w*|createContext)$/;

/** A file with hooks says 'use client', or a server component that imports it fails. */
export const hooksAreForClients: Rule = (modules) =>
  modules
    .filter(({ path }) => roomOf(path) === 'react')
    .filter(({ identifiers, hasUseClient }) => !hasUseClient && [...identifiers].some((name) => CLIENT_ONLY.test(name)))
    .map(({ path }) => `${path} uses hooks without 'use client'`);

/** What demonstrates or measures the library uses it as its users do. */
export const storiesSeeOnlyFaces: Rule = (modules) =>
  modules.flatMap(({ path, imports }) =>
    imports
      .filter((specifier) => /(^|\/)src\//.test(specifier))
      .map((specifier) => `${path} imports ${specifier} instead of the package`),
  );

const REGISTRY = /\bregistry=\S|\/\/[\w.-]*registry\b|\bregistry\.\w+\.(com|dev|io|net|org)\b|"resolved":\s*"http/;

/** The texts that name a package registry. An install uses the one that its user has set. */
export function namesRegistry(texts: readonly (readonly [path: string, text: string])[]): string[] {
  return texts.filter(([, text]) => REGISTRY.test(text)).map(([path]) => path);
}
