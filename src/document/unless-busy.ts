/** Asks nobody who is in the middle of the answer: what is taken from a store at once tells of it there. */
export function unlessBusy(ask: () => boolean): () => boolean {
  let isBusy = false;
  return () => {
    if (isBusy) return false;
    isBusy = true;
    try {
      return ask();
    } finally {
      isBusy = false;
    }
  };
}
