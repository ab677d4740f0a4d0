import { createElementRoute } from 'react-readalong';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { createPlayer } from '../../src/audio/player.js';
import { placeSignal } from './place-signal.js';
import { programOf } from './programs.js';

let context: AudioContext;
/** A tone, as a player would have it: what is to be routed. */
let from: GainNode;
/** The elements that were made, in a page that can ask for them no other way. */
let elements: HTMLAudioElement[] = [];

beforeEach(async () => {
  context = new AudioContext();
  from = context.createGain();
  const tone = context.createOscillator();
  tone.connect(from);
  tone.start();
  elements = [];
  const create = document.createElement.bind(document);
  vi.spyOn(document, 'createElement').mockImplementation((name: string) => {
    const element = create(name);
    if (element instanceof HTMLAudioElement) elements.push(element);
    return element;
  });
  await context.resume();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await context.close();
});

/** How loud a node is at this moment, 0–1. */
function loudness(node: AudioNode): () => number {
  const analyser = context.createAnalyser();
  const samples = new Float32Array(analyser.fftSize);
  node.connect(analyser);
  return () => {
    analyser.getFloatTimeDomainData(samples);
    return Math.max(...samples.map(Math.abs));
  };
}

/** How loud it is straight at the output, beside the element. */
function loudnessOfDirectWay(): () => number {
  let measured = (): number => 0;
  const createGain = context.createGain.bind(context);
  vi.spyOn(context, 'createGain').mockImplementation(() => {
    const node = createGain();
    measured = loudness(node);
    return node;
  });
  return () => measured();
}

it('nothing is made before the first sound', () => {
  createElementRoute();
  expect(elements).toEqual([]);
});

it('the sound arrives at a hidden element that plays, and no longer at the output', async () => {
  const direct = loudnessOfDirectWay();
  const disconnect = createElementRoute().connect(context, from);
  const [element] = elements;
  await expect.poll(() => element?.currentTime).toBeGreaterThan(0.1);
  expect(element?.isConnected).toBe(false);
  expect(element?.hasAttribute('playsinline')).toBe(true);
  const heard = loudness(context.createMediaStreamSource(element?.srcObject as MediaStream));
  await expect.poll(heard).toBeGreaterThan(0.5);
  await expect.poll(direct).toBeLessThan(0.01);
  disconnect();
});

it('nothing is left of it afterwards, also when it is taken off twice', async () => {
  const pauses = vi.fn();
  const disconnect = createElementRoute({ onPause: pauses }).connect(context, from);
  const [element] = elements;
  await expect.poll(() => element?.currentTime).toBeGreaterThan(0);
  const heard = loudness(context.createMediaStreamSource(element?.srcObject as MediaStream));
  await expect.poll(heard).toBeGreaterThan(0.5);
  disconnect();
  disconnect();
  expect([element?.srcObject, element?.paused]).toEqual([null, true]);
  await expect.poll(heard).toBe(0);
  await context.suspend();
  await context.resume();
  expect(element?.paused).toBe(true);
  expect(pauses).not.toHaveBeenCalled();
});

it('an element that was allowed to play is used again, each by one at a time', async () => {
  const route = createElementRoute();
  const first = route.connect(context, from);
  first();
  const second = route.connect(context, from);
  const third = route.connect(context, from);
  expect(elements.length).toBe(2);
  await expect.poll(() => elements.map(({ paused }) => paused)).toEqual([false, false]);
  second();
  third();
  first();
  route.connect(context, from)();
  expect(elements.length).toBe(2);
});

it('where the browser refuses to play the element, the sound goes straight to the output', async () => {
  const refused = vi
    .spyOn(HTMLMediaElement.prototype, 'play')
    .mockRejectedValue(new DOMException('No.', 'NotAllowedError'));
  const direct = loudnessOfDirectWay();
  const disconnect = createElementRoute().connect(context, from);
  expect(refused).toHaveBeenCalledOnce();
  await expect.poll(direct).toBeGreaterThan(0.5);
  disconnect();
});

it('the app hears that the system paused the sound, and after a call the element plays on with the context', async () => {
  const pauses = vi.fn();
  const disconnect = createElementRoute({ onPause: pauses }).connect(context, from);
  const [element] = elements;
  await expect.poll(() => element?.currentTime).toBeGreaterThan(0);
  await context.suspend();
  element?.pause();
  await expect.poll(() => pauses.mock.calls.length).toBe(1);
  await context.resume();
  await expect.poll(() => element?.paused).toBe(false);
  disconnect();
});

it('a player is paused where the system silences the element, and plays on through it when it is told to', async () => {
  const part = createPart('a', 'pcm_44100');
  part.append(placeSignal(44100 * 20));
  part.end();
  const player = createPlayer({
    program: programOf(part),
    sampleRate: () => 44100,
    audioContext: context,
    route: createElementRoute(),
  });
  player.play();
  const [element] = elements;
  await expect.poll(() => player.heard().frame).toBeGreaterThan(4410);
  await expect.poll(() => element?.paused).toBe(false);
  element?.pause();
  await expect.poll(() => player.getState().phase).toBe('paused');
  const { frame } = player.heard();
  player.play();
  await expect.poll(() => player.heard().frame).toBeGreaterThan(frame + 4410);
  expect([player.getState().phase, elements.some(({ paused }) => !paused)]).toEqual(['playing', true]);
  player.dispose();
});

it('a call, which takes the whole output, does not pause the player: it goes on by itself', async () => {
  const interrupted = vi.fn();
  const disconnect = createElementRoute().connect(context, from, interrupted);
  const [element] = elements;
  await expect.poll(() => element?.currentTime).toBeGreaterThan(0);
  await context.suspend();
  element?.pause();
  await context.resume();
  await expect.poll(() => element?.paused).toBe(false);
  expect(interrupted).not.toHaveBeenCalled();
  disconnect();
});
