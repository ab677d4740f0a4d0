import { offsetOfLink, placeLink, placeOfLink, readLink } from 'react-readalong';

const text = 'The lamps were lit one by one, and nobody saw by whom.';
const page = 'https://example.org/story';

/** A link by number, and one that finds its words again after an edit. */
export default function links() {
  const byNumber = readLink(10, page);
  const byWords = placeLink(text, text.indexOf('nobody'), page);
  const edited = `Every evening. ${text}`;
  const found = placeOfLink(byWords, edited) ?? 0;
  return [byNumber, offsetOfLink(byNumber), byWords, `${found}: ${edited.slice(found)}`].join('\n');
}
