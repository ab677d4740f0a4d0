/** What tells one voice from another; the rest of its record follows from it. */
export interface VoiceSketch {
  readonly name: string;
  readonly gender: 'female' | 'male' | 'neutral';
  readonly age: 'young' | 'middle_aged' | 'old';
  readonly language: string;
  readonly accent: string;
  readonly descriptive: string;
  readonly useCase: string;
  readonly category: 'premade' | 'professional' | 'cloned' | 'generated' | 'famous' | 'high_quality';
  /** Only where the real voice of that name should answer to the same id. */
  readonly id?: string;
}

const AGES = { y: 'young', m: 'middle_aged', o: 'old' } as const;
const GENDERS = { f: 'female', m: 'male', n: 'neutral' } as const;
const CATEGORIES = {
  pre: 'premade',
  pro: 'professional',
  clo: 'cloned',
  gen: 'generated',
  fam: 'famous',
  hiq: 'high_quality',
} as const;

type Row = readonly [
  name: string,
  who: `${keyof typeof GENDERS}${keyof typeof AGES}`,
  language: string,
  accent: string,
  descriptive: string,
  useCase: string,
  category: keyof typeof CATEGORIES,
  id?: string,
];

/** The first six have ids of the API's own default voices, so that one program runs offline and on line. */
const ROWS: readonly Row[] = [
  ['Rachel', 'fy', 'en', 'american', 'calm', 'narrative_story', 'pre', '21m00Tcm4TlvDq8ikWAM'],
  ['George', 'mm', 'en', 'british', 'warm', 'narrative_story', 'pre', 'JBFqnCBsd6RMkjVDRZzb'],
  ['Roger', 'mm', 'en', 'american', 'classy', 'conversational', 'pre', 'CwhRBWXzGAHq8TQ4Fs17'],
  ['Brian', 'mm', 'en', 'american', 'resonant', 'social_media', 'pre', 'nPczCjzI2devNBz1zQrb'],
  ['Bill', 'mo', 'en', 'american', 'crisp', 'advertisement', 'pre', 'pqHfZKP75CvOlQylNhV4'],
  ['Aria', 'fm', 'en', 'american', 'husky', 'informative_educational', 'pre', '9BWtsMINqrJLrRacOk9x'],
  ['Isla', 'fy', 'en', 'scottish', 'bright', 'characters_animation', 'pre'],
  ['Declan', 'mm', 'en', 'irish', 'wise', 'narrative_story', 'pro'],
  ['Matilda', 'fm', 'en', 'australian', 'upbeat', 'informative_educational', 'pre'],
  ['Oluwaseun', 'my', 'en', 'nigerian', 'confident', 'social_media', 'pro'],
  ['Priya', 'fy', 'en', 'indian', 'clear', 'informative_educational', 'pro'],
  ['River', 'nm', 'en', 'american', 'relaxed', 'conversational', 'pre'],
  ['Grandpa Spuds', 'mo', 'en', 'american', 'grumpy', 'characters_animation', 'pro'],
  ['Lucía', 'fy', 'es', 'peninsular', 'cheerful', 'conversational', 'pro'],
  ['Mateo', 'mm', 'es', 'mexican', 'deep', 'narrative_story', 'hiq'],
  ['Élodie', 'fm', 'fr', 'parisian', 'soft', 'narrative_story', 'pro'],
  ['Benoît', 'mo', 'fr', 'quebecois', 'gravelly', 'characters_animation', 'clo'],
  ['Jürgen', 'mm', 'de', 'standard', 'formal', 'informative_educational', 'pro'],
  ['Anneliese', 'fo', 'de', 'bavarian', 'gentle', 'narrative_story', 'gen'],
  ['Giulia', 'fy', 'it', 'standard', 'lively', 'social_media', 'pro'],
  ['João', 'my', 'pt', 'brazilian', 'casual', 'conversational', 'pro'],
  ['Beatriz', 'fm', 'pt', 'portuguese', 'serious', 'informative_educational', 'clo'],
  ['Sanne', 'fy', 'nl', 'standard', 'friendly', 'conversational', 'gen'],
  ['Zofia', 'fm', 'pl', 'standard', 'calm', 'meditation', 'pro'],
  ['Žofie', 'fy', 'cs', 'standard', 'whispery', 'asmr', 'gen'],
  ['Дмитрий', 'mm', 'ru', 'standard', 'deep', 'narrative_story', 'pro'],
  ['Ελένη', 'fm', 'el', 'standard', 'warm', 'conversational', 'clo'],
  ['Ayşe', 'fy', 'tr', 'istanbul', 'bright', 'advertisement', 'pro'],
  ['נועה', 'fy', 'he', 'standard', 'clear', 'informative_educational', 'pro'],
  ['ليلى', 'fm', 'ar', 'modern standard', 'formal', 'narrative_story', 'pro'],
  ['आरव', 'my', 'hi', 'standard', 'energetic', 'social_media', 'pro'],
  ['さくら', 'fy', 'ja', 'standard', 'cute', 'characters_animation', 'gen'],
  ['晓梅', 'fm', 'zh', 'beijing mandarin', 'soothing', 'meditation', 'pro'],
  ['민준', 'my', 'ko', 'seoul', 'neutral', 'conversational', 'hiq'],
  ['สมชาย', 'mm', 'th', 'standard', 'polite', 'informative_educational', 'clo'],
  ['Nguyễn Lan', 'fy', 'vi', 'northern', 'sweet', 'narrative_story', 'pro'],
  ['Astrid', 'fm', 'sv', 'stockholm', 'crisp', 'informative_educational', 'pro'],
  ['Sir Alistair', 'mo', 'en', 'british', 'theatrical', 'narrative_story', 'fam'],
  ['My own voice', 'nm', 'en', 'american', 'natural', 'conversational', 'clo'],
  ['Robot Seven', 'nm', 'en', 'transatlantic', 'metallic', 'characters_animation', 'gen'],
];

/** The voices of the stand-in, the six that Flite has first. */
export const VOICE_SKETCHES: readonly VoiceSketch[] = ROWS.map(
  ([name, who, language, accent, descriptive, useCase, category, id]) => ({
    name,
    gender: GENDERS[genderOf(who)],
    age: AGES[ageOf(who)],
    language,
    accent,
    descriptive,
    useCase,
    category: CATEGORIES[category],
    id,
  }),
);

function genderOf(who: Row[1]): keyof typeof GENDERS {
  return who.startsWith('f') ? 'f' : who.startsWith('m') ? 'm' : 'n';
}

function ageOf(who: Row[1]): keyof typeof AGES {
  return who.endsWith('y') ? 'y' : who.endsWith('m') ? 'm' : 'o';
}
