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
  /** Types that nobody can import and that its own are made of. */
  readonly inner: readonly ReferencePart[];
  /** The pages about it. */
  readonly stories: readonly ReferenceStory[];
  /** The story in which it is seen at work, where it can be seen. */
  readonly live: LiveStory | null;
  /** The programs that show what it does, as files of `stories/examples`. */
  readonly programs: readonly string[];
  /** Names of the same face that belong to it: what it is made with, what it gives, who takes it. */
  readonly related: readonly string[];
}

/** Properties under a name. */
export interface ReferencePart {
  readonly name: string;
  readonly documentation: Documentation;
  readonly properties: readonly ReferenceProperty[];
  /** What its properties are added to. */
  readonly extended: readonly string[];
}

export interface Documentation {
  readonly text: string;
  readonly defaultValue: string | null;
  readonly examples: readonly string[];
  /** What it throws, or rejects with, and when. */
  readonly throws: readonly string[];
  readonly parameters: readonly ReferenceParameter[];
}

export interface ReferenceParameter {
  readonly name: string;
  readonly text: string;
  readonly defaultValue: string | null;
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

/** One story: its file below `stories/`, and the name that the file exports it by. */
export interface LiveStory {
  readonly file: string;
  readonly exportName: string;
}
