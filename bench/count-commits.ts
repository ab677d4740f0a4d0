// Imported before React, which tells of its commits to whoever is there when it starts.
let commits = 0;

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => {
      commits++;
    },
    onCommitFiberUnmount() {},
  },
});

/** How often React has written to the page, all roots together. */
export const commitCount = (): number => commits;
