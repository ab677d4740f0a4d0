import type { Cost } from '../../store/cost.js';

/** A number as German writes it: 1.243,5. */
export const number = (value: number): string => value.toLocaleString('de');

/** So many of something: "1 Wort", "2 Wörter". */
export const counted = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** Seconds in words. What is not a finite number, or below 0, counts as 0. */
export function spokenTime(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const parts = [
    hours > 0 && counted(hours, 'Stunde', 'Stunden'),
    minutes > 0 && counted(minutes, 'Minute', 'Minuten'),
    (rest > 0 || whole === 0) && counted(rest, 'Sekunde', 'Sekunden'),
  ];
  return parts.filter(Boolean).join(' ');
}

/** Credits where the price is known, else characters, which is what is counted. */
export const price = ({ credits, characters }: Cost): string =>
  credits === null ? counted(characters, 'Zeichen', 'Zeichen') : counted(Math.ceil(credits), 'Credit', 'Credits');
