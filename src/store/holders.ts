/**
 * Counts those who hold something; each call is one more, and returns how to leave.
 * `onHeld` is called when the first comes, `onLeft` some seconds after the last has left (or at once, for `now`), unless somebody came back.
 */
export function createHolders(
  graceSeconds: number,
  onHeld: () => void,
  onLeft: () => void,
): () => (when?: 'now') => void {
  let count = 0;
  let grace: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(grace);
    if (count++ === 0) onHeld();
    let held = true;
    return (when) => {
      if (!held) return;
      held = false;
      if (--count > 0) return;
      if (when === 'now') onLeft();
      else grace = setTimeout(onLeft, graceSeconds * 1000);
    };
  };
}
