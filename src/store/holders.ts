/**
 * Counts those who hold something; each call is one more, and returns how to leave.
 * `onHeld` is called when the first comes, `onLeft` some seconds after the last has left, unless somebody came back.
 */
export function createHolders(graceSeconds: number, onHeld: () => void, onLeft: () => void): () => () => void {
  let count = 0;
  let grace: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(grace);
    if (count++ === 0) onHeld();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--count === 0) grace = setTimeout(onLeft, graceSeconds * 1000);
    };
  };
}
