/** A part of the package that is loaded when it is first asked for. */
export interface LatePart<Part> {
  /** Null until it is here. */
  readonly here: { readonly value: Part } | null;
  /** Asks for it, once while that lasts. Rejects where it could not be loaded; the next call asks again. */
  load(): Promise<void>;
}

/** Makes a part of what an `import()` brings. */
export function createLatePart<Part>(ask: () => Promise<Part>): LatePart<Part> {
  let here: LatePart<Part>['here'] = null;
  let coming: Promise<void> | null = null;
  async function bring(): Promise<void> {
    try {
      here = { value: await ask() };
    } catch (cause) {
      coming = null;
      throw cause;
    }
  }
  return {
    get here() {
      return here;
    },
    load() {
      coming ??= bring();
      return coming;
    },
  };
}
