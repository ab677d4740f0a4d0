/** What Storybook's reference shows of the package: its faces, each with what it exports. */
export type Reference = readonly ReferenceFace[];

export interface ReferenceFace {
  /** As it is imported. */
  readonly name: string;
  readonly entries: readonly ReferenceEntry[];
}

export interface ReferenceEntry {
  readonly name: string;
  readonly kind: 'component' | 'hook' | 'function' | 'constant' | 'class' | 'type';
  /** Path from the root of the repository. */
  readonly file: string;
  /** As the source has them; several where it is overloaded. */
  readonly signatures: readonly string[];
  readonly documentation: Documentation;
  readonly properties: readonly ReferenceProperty[];
  /** What its properties are added to. */
  readonly extended: readonly string[];
  readonly stories: readonly ReferenceStory[];
}

export interface Documentation {
  readonly text: string;
  readonly defaultValue: string | null;
  readonly examples: readonly string[];
}

export interface ReferenceProperty {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly documentation: Documentation;
}

/** A documented page of stories. */
export interface ReferenceStory {
  readonly title: string;
  readonly id: string;
}
