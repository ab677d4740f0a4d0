/** The languages of the API's models (its documentation of 2026), as ISO 639 codes. */
export const MODEL_LANGUAGES: readonly string[] =
  'en es fr de it pt pl hi ar zh ja ko nl ru tr sv id fil uk el cs fi ro da bg ms sk hr ta hu no vi he th'.split(' ');

const CODE = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/;
let codes: ReadonlyMap<string, string> | null = null;

/** A language as it is compared: its code, also of "en-US", "EN" and "English"; of a name that is not known, that name. */
export function foldLanguage(value: unknown): string {
  if (typeof value !== 'string') return '';
  const folded = value.slice(0, 200).trim().toLowerCase();
  if (CODE.test(folded)) return folded.replace(/[-_].*/, '');
  codes ??= new Map(MODEL_LANGUAGES.map((code) => [languageName(code, 'en').toLowerCase(), code]));
  return codes.get(folded) ?? folded;
}

const displays = new Map<string, Intl.DisplayNames>();

/** What a language is called in another one; what is no code is its own name. */
export function languageName(language: string, locale: string): string {
  try {
    const display = displays.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
    displays.set(locale, display);
    return display.of(language) ?? language;
  } catch {
    return language;
  }
}
