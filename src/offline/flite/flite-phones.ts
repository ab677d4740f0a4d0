/** A phone as Flite spoke it, seconds from the start of its sentence. */
export interface Phone {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Flite's name for silence. */
export const PAUSE = 'pau';

/** The phones that `-psdur` printed: `pau:0.220 dh:0.254`, each with its end. */
export function readPhones(output: string): Phone[] {
  const phones: Phone[] = [];
  for (const [, name = '', end = ''] of output.matchAll(/(\S+):(\d+\.\d+)/g)) {
    phones.push({ name, start: phones.at(-1)?.end ?? 0, end: Number(end) });
  }
  return phones;
}

/** The phones that `-ps` printed on one line, pauses left out. */
export function readPhoneNames(line: string): string[] {
  return line.split(/\s+/).filter((name) => name !== '' && name !== PAUSE);
}
