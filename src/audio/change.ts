/**
 * Runs changes, and calls `tell` when the outermost of them is done: change first, tell last. Whoever is told finds
 * everything changed, and may change it again.
 */
export function createChange(tell: () => void): <Result>(change: () => Result) => Result {
  let depth = 0;
  return (change) => {
    depth++;
    try {
      return change();
    } finally {
      depth--;
      if (depth === 0) tell();
    }
  };
}
