import type { AudioRoute } from './audio-route.js';

export interface ElementRouteOptions {
  /** Called when the system paused the sound (headphones were pulled out, another app began). The speech is paused then, unless a call took the whole output. */
  onPause?: (() => void) | undefined;
}

/** Seconds in which the sound moves over to the element. */
const FADE = 0.01;

/**
 * A route through a hidden `<audio>` element, with which iOS plays on in the background and shows the lock screen.
 * The element is late by some more than the browser tells: measure it with `createLatencyCalibration({ route })`.
 * Until the element plays, and where the browser refuses to play it, the sound goes straight to the output.
 */
export function createElementRoute({ onPause }: ElementRouteOptions = {}): AudioRoute {
  // iOS lets an element play without a gesture once it did within one, so elements are used again.
  const spare: HTMLAudioElement[] = [];
  return {
    connect(context, from, onInterrupted) {
      const element = spare.pop() ?? createElement();
      const disconnect = connectElement(context, from, element, () => {
        // What a call pauses it gives back, with the context: a speech that was paused would stay so.
        if (context.state === 'running') onInterrupted?.();
        onPause?.();
      });
      return () => {
        if (disconnect()) spare.push(element);
      };
    },
  };
}

/** Attached to no document, so nothing is seen of it. */
function createElement(): HTMLAudioElement {
  const element = document.createElement('audio');
  element.setAttribute('playsinline', '');
  return element;
}

/** Returns how to take it off again, which says whether it was on. */
function connectElement(
  context: AudioContext,
  from: AudioNode,
  element: HTMLAudioElement,
  onPause: () => void,
): () => boolean {
  const stream = context.createMediaStreamDestination();
  const direct = context.createGain();
  let connected = true;

  function play(): void {
    // Refused: then the direct way stays open. Broken off: by us.
    element.play().catch(() => {});
  }
  /** Not before the element is heard: what a stream carries until then is lost. */
  function moveOver(): void {
    direct.gain.setTargetAtTime(0, context.currentTime, FADE / 3);
  }
  function resume(): void {
    // A call pauses both, and only the context is started again by the player.
    if (context.state === 'running' && element.paused) play();
  }
  const listeners = { playing: moveOver, pause: onPause };

  from.connect(direct);
  direct.connect(context.destination);
  from.connect(stream);
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
  context.addEventListener('statechange', resume);
  element.srcObject = stream.stream;
  play();

  return () => {
    if (!connected) return false;
    connected = false;
    context.removeEventListener('statechange', resume);
    for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
    element.pause();
    element.srcObject = null;
    from.disconnect(direct);
    from.disconnect(stream);
    direct.disconnect();
    return true;
  };
}
