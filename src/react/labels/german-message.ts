import { AudioError, BudgetError, PartError, RelayError, StreamError } from '../../errors.js';

const AGAIN = 'Versuche es noch einmal.';
const LATER = 'Warte etwas und versuche es dann noch einmal.';
const UNSPOKEN = 'So kann dieser Text nicht vorgelesen werden.';
const SET_UP = `Das Vorlesen ist auf dieser Seite nicht richtig eingerichtet. Wende dich an ihren Betreiber.`;
const NO_KEY = `Der Sprachdienst lässt diese Seite nicht vorlesen. Wende dich an ihren Betreiber.`;
const PAID_OUT = 'Das Guthaben beim Sprachdienst reicht nicht aus. Lade es auf oder wähle einen kürzeren Text.';
const TOO_LONG = 'Der Text ist auf einmal zu lang. Wähle einen kürzeren.';
const TOO_MUCH = `Gerade wird zu viel auf einmal vorgelesen. ${LATER}`;
const NO_VOICE = 'Diese Stimme gibt es nicht. Wähle eine andere.';
const BUSY = `Der Sprachdienst ist überlastet. ${LATER}`;
const CUT = `Die Verbindung brach ab. Was schon da ist, bleibt hörbar. ${AGAIN}`;
const NOT_LOADED = 'Ein Teil dieser Seite konnte nicht geladen werden. Prüfe die Verbindung und lade die Seite neu.';

/** By the API's word for the fault, or ours. */
const BY_CODE = new Map<string | null, string>([
  ['api_key_in_browser', SET_UP],
  ['client_not_loaded', NOT_LOADED],
  ['headers_failed', SET_UP],
  ['input_text_empty', 'Hier gibt es keinen Text, der vorgelesen werden könnte.'],
  ['invalid_api_key', NO_KEY],
  ['invalid_headers', SET_UP],
  ['invalid_request', UNSPOKEN],
  ['invalid_voice_id', NO_VOICE],
  ['max_character_limit_exceeded', TOO_LONG],
  ['missing_permissions', NO_KEY],
  ['model_not_found', 'Dieses Sprachmodell gibt es nicht. Wähle ein anderes.'],
  ['no_audio', `Der Sprachdienst hat keinen Ton geschickt. ${AGAIN}`],
  ['not_json', SET_UP],
  ['not_voices', SET_UP],
  ['payment_required', PAID_OUT],
  ['quota_exceeded', PAID_OUT],
  ['relay_is_the_api', SET_UP],
  ['relay_not_configured', SET_UP],
  ['relay_unreachable', `Der Sprachdienst ist nicht zu erreichen. Prüfe die Verbindung. ${AGAIN}`],
  ['stalled', `Es kam kein Ton mehr. Was schon da ist, bleibt hörbar. ${AGAIN}`],
  ['stream_cut', CUT],
  ['system_busy', BUSY],
  ['text_too_long', TOO_LONG],
  ['too_many_concurrent_requests', TOO_MUCH],
  ['voice_not_found', NO_VOICE],
]);

const BY_STATUS = new Map<number | null, string>([
  [400, UNSPOKEN],
  [401, NO_KEY],
  [402, PAID_OUT],
  [403, NO_KEY],
  [404, NO_VOICE],
  [413, TOO_LONG],
  [422, UNSPOKEN],
  [429, TOO_MUCH],
]);

/** What went wrong, in German, for who reads: what is for who builds the page stays in the error's own message. */
export function germanMessage(error: Error): string {
  if (error instanceof RelayError) {
    const found = BY_CODE.get(error.code) ?? BY_STATUS.get(error.status);
    if (found !== undefined) return found;
    return (error.status ?? 0) >= 500 ? `Der Sprachdienst antwortet gerade nicht. ${LATER}` : SET_UP;
  }
  if (error instanceof StreamError) return BY_CODE.get(error.code) ?? CUT;
  if (error instanceof PartError) {
    const why = error.cause instanceof Error ? germanMessage(error.cause) : AGAIN;
    return `Ein Teil des Textes konnte nicht vorgelesen werden. ${why}`;
  }
  if (error instanceof BudgetError) {
    return 'Weiter vorzulesen würde mehr kosten, als diese Seite erlaubt. Was gekauft ist, bleibt hörbar.';
  }
  if (error instanceof AudioError) return `Der Browser konnte den Ton nicht abspielen. ${AGAIN}`;
  return `Es ging etwas schief. ${AGAIN}`;
}
