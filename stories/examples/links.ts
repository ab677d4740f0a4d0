import { placeLink, placeOfLink } from 'react-readalong';

const text = 'The lamps were lit one by one, and nobody saw by whom.';

/** A link to a place finds its words again after an edit; `usePlaceLink` goes there. */
export default function links() {
  const link = placeLink(text, text.indexOf('nobody'), 'https://example.org/story', 'chapter-1');
  const edited = `Every evening. ${text}`;
  const found = placeOfLink(link, edited, 'chapter-1') ?? 0;
  return [link, `${found}: ${edited.slice(found)}`].join('\n');
}
