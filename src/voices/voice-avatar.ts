/** What a voice's tile is drawn from. */
export interface VoiceAvatarLook {
  /** The first grapheme of its name. */
  readonly letter: string;
  /** Degrees, in oklch. */
  readonly hue: number;
  /** The corner that the rings go out from, on a tile of 40 by 40. */
  readonly corner: readonly [x: number, y: number];
  /** Between two rings. */
  readonly step: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A tile that is always the same for the same voice, from its id alone: no picture is fetched. */
export function voiceAvatar(voiceId: string, name: string): VoiceAvatarLook {
  const seed = hashOf(voiceId);
  const [first] = segmenter.segment(name.trim().slice(0, 40));
  return {
    letter: first?.segment.toLocaleUpperCase() ?? '?',
    hue: seed % 360,
    corner: [(seed >>> 9) & 1 ? 40 : 0, (seed >>> 10) & 1 ? 40 : 0],
    step: 7 + ((seed >>> 11) & 3) * 1.5,
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text.slice(0, 200)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
}
