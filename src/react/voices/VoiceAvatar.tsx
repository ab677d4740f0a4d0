import type { ComponentPropsWithoutRef } from 'react';
import { voiceAvatar } from '../../voices/voice-avatar.js';

export interface VoiceAvatarProps extends Omit<ComponentPropsWithoutRef<'svg'>, 'name'> {
  voiceId: string;
  /** Its first letter is shown. */
  name: string;
}

const tone = (light: number, lightChroma: number, dark: number, darkChroma: number, hue: number) =>
  `light-dark(oklch(${light} ${lightChroma} ${hue}), oklch(${dark} ${darkChroma} ${hue}))`;

/**
 * A voice's tile, drawn from its id: always the same, with no picture to fetch, nor a style attribute, which a strict content security policy would refuse. Renders an `<svg>` that is hidden from screen readers.
 *
 * @example <VoiceAvatar voiceId={voice.voiceId} name={voice.name ?? ''} />
 */
export function VoiceAvatar({ voiceId, name, className, ...rest }: VoiceAvatarProps) {
  const { letter, hue, corner, step } = voiceAvatar(voiceId, name);
  return (
    <svg
      viewBox="0 0 40 40"
      width="40"
      height="40"
      aria-hidden="true"
      {...rest}
      className={className ? `readalong-avatar ${className}` : 'readalong-avatar'}
    >
      <rect width="40" height="40" fill={tone(0.92, 0.03, 0.32, 0.035, hue)} />
      {[4, 3, 2, 1].map((ring, index) => (
        <circle
          key={ring}
          cx={corner[0]}
          cy={corner[1]}
          r={ring * step + 4}
          fill={tone(
            0.885 - index * 0.028,
            0.045 + index * 0.012,
            0.36 + index * 0.035,
            0.04 + index * 0.01,
            hue + index * 14,
          )}
        />
      ))}
      <text x="20" y="20.5" textAnchor="middle" dominantBaseline="central" fill={tone(0.28, 0.06, 0.96, 0.02, hue)}>
        {letter}
      </text>
    </svg>
  );
}
