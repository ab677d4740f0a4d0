import type { RelayEvent } from './relay-event.js';

/** Counters for Prometheus. */
export interface RelayMetrics {
  /** Counts one request: the relay's `log`. */
  log(event: RelayEvent): void;
  /** All of them as text, in Prometheus' exposition format 0.0.4. No subject, voice or text is in it. */
  text(): string;
}

const HELP = {
  requests_total: 'Requests answered, by kind, status, outcome and ending.',
  characters_total: 'Unicode code points asked for, by outcome.',
  credits_total: 'Credits that the API charged.',
  bytes_total: 'Bytes of answers sent.',
  seconds_total: 'Seconds from request to end of answer, by kind.',
} as const;

/** Counters, kept in memory. Give their `log` to `createRelayHandler`, and serve their `text()` where only your own network sees it. */
export function createRelayMetrics(): RelayMetrics {
  const counters = new Map<string, number>();
  const add = (name: keyof typeof HELP, labels: Record<string, string | number>, value: number) => {
    const inner = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
    const line = `readalong_relay_${name}${inner.length > 0 ? `{${inner.join(',')}}` : ''}`;
    counters.set(line, (counters.get(line) ?? 0) + value);
  };
  return {
    log({ kind: of, status, outcome: from, ending, characters, credits, bytes, time }) {
      const [kind, outcome] = [of ?? 'none', from ?? 'none'];
      add('requests_total', { kind, status, outcome, ending }, 1);
      if (characters > 0) add('characters_total', { outcome }, characters);
      if (credits) add('credits_total', {}, credits);
      add('bytes_total', {}, bytes);
      add('seconds_total', { kind }, time);
    },
    text: () =>
      Object.entries(HELP)
        .flatMap(([name, help]) => {
          const full = `readalong_relay_${name}`;
          const lines = [...counters].filter(([line]) => line === full || line.startsWith(`${full}{`));
          return [
            `# HELP ${full} ${help}`,
            `# TYPE ${full} counter`,
            ...lines.map(([line, value]) => `${line} ${value}`),
          ];
        })
        .join('\n')
        .concat('\n'),
  };
}
