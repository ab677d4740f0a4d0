/** Seconds as 1:05 or 1:02:05. What is not a finite number, or below 0, counts as 0. */
export function formatTime(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** The same in words, for those who hear it. */
export function speakTime(seconds: number): string {
  const [rest = '0', minutes = '0', hours = '0'] = formatTime(seconds).split(':').reverse();
  const say = (count: string, unit: string): string[] =>
    Number(count) > 0 ? [`${Number(count)} ${unit}${Number(count) === 1 ? '' : 's'}`] : [];
  return [...say(hours, 'hour'), ...say(minutes, 'minute'), ...say(rest, 'second')].join(' ') || '0 seconds';
}
