import { seededNumber } from '../seeded-number.js';
import type { VoiceSketch } from './voice-sketches.js';

/** 40 languages, with an accent or two of each. */
const LANGUAGES =
  `en:american,british,australian,irish,indian es:peninsular,mexican,chilean fr:parisian,quebecois de:standard,swiss it:standard
  pt:brazilian,portuguese nl:standard,flemish pl:standard cs:standard ru:standard el:standard tr:istanbul he:standard ar:egyptian,gulf
  hi:standard ja:kansai,standard zh:beijing,taiwan ko:seoul th:standard vi:northern,southern sv:stockholm da:standard fi:standard no:bergen
  hu:standard ro:standard bg:standard uk:standard hr:standard sk:standard sl:standard lt:standard lv:standard et:standard id:standard
  ms:standard fil:standard ta:standard bn:standard fa:standard`
    .split(/\s+/)
    .map((entry) => {
      const [language = '', accents = ''] = entry.split(':');
      return { language, accents: accents.split(',') };
    });
const BEGINNINGS = 'Al Be Cor Da El Fen Gil Har Is Jo Kel Lu Mar Nor Or Pia Quin Ro Sel Tam Ul Ver Wil Yas Zo'.split(
  ' ',
);
const ENDINGS = 'a an ard as el en eth i ian ic in ina is ius o on or os ra ric ta th us wen yn'.split(' ');
const GENDERS = ['female', 'male', 'female', 'male', 'neutral'] as const;
const AGES = ['young', 'middle_aged', 'old'] as const;
const TONES = 'calm warm bright deep gravelly crisp gentle lively formal husky soothing wry tender brisk dry'.split(
  ' ',
);
const USES =
  'narrative_story conversational characters_animation social_media informative_educational advertisement entertainment_tv'.split(
    ' ',
  );
const CATEGORIES = ['professional', 'professional', 'premade', 'generated', 'cloned', 'high_quality'] as const;

/** Further voices, always the same for the same place: in turn of each of the 40 languages. */
export function moreSketch(index: number): VoiceSketch {
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[], salt: number, fallback: T): T =>
    list[Math.floor(seededNumber(index, salt) * list.length)] ?? fallback;
  const { language, accents } = LANGUAGES[index % LANGUAGES.length] ?? { language: 'en', accents: [] };
  const name = `${pick(BEGINNINGS, 1, 'Al')}${pick(ENDINGS, 2, 'a')} ${pick(BEGINNINGS, 3, 'Al')}${pick(ENDINGS, 4, 'a')}`;
  return {
    name,
    gender: pick(GENDERS, 5, 'neutral'),
    age: pick(AGES, 6, 'young'),
    language,
    accent: pick(accents, 7, 'standard'),
    descriptive: pick(TONES, 8, 'calm'),
    useCase: pick(USES, 9, 'conversational'),
    category: pick(CATEGORIES, 10, 'premade'),
  };
}
