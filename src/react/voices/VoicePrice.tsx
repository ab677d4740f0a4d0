import type { ComponentPropsWithoutRef } from 'react';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoicePriceProps extends ComponentPropsWithoutRef<'span'> {
  /** Bought characters; null where a voice cannot be heard. */
  price: number | null;
  labels: Required<Pick<VoicePickerLabels, 'linePrice'>>;
}

/** What hearing a voice buys. Renders a `<span>`, or nothing where it buys nothing. */
export function VoicePrice({ price, labels, ...rest }: VoicePriceProps) {
  if (price === null || price === 0) return null;
  return (
    <span {...rest} className="readalong-price">
      {labels.linePrice(price)}
    </span>
  );
}
