import { theLamplighter } from '../the-lamplighter.js';

const ledger = `The ledger lay where Tobias had left it, under the window of the lamp store, open at a page that was not the last. Wren — for that was the girl’s name, though she had two others for Sundays — wiped her hands before she touched it. It had 412 pages, and he had filled 388.

Every line was a lamp. Every lamp had a number, a street and a habit: No. 17 smoked in an east wind; No. 60 would not be hurried; No. 101 had been struck by a cart on 14 March, and leaned, and had been forgiven. “He wrote down their manners,” she said to Dr. Osei, who had come about the damp. “Like people in a boarding house.”

“And what did he write about the people?” asked the doctor.

She turned the pages. There was nothing about people at all, unless you counted the margins. In the margins, very small, there were times: 4:52, 5:10, 6:03. It took her an hour to see what they were. They were the minutes at which, on each evening of eleven winters, the curtains of one window in Candle Lane had opened.

“Well,” said Dr. Osei, and closed his bag, and did not speak of the damp. The lamp store cost £3.50 a month to heat; from that day on, nobody mentioned that either.`;

const flood = `On the night of the flood there was no light between the customs house and the sea. The river came up the steps, one, two, three, as politely as a visitor, and then it came in everywhere at once.

“Which way?” people called to each other in the dark. “Which way is the bridge?” And the trouble was that everyone knew, and no two of them knew the same.

It was Wren who thought of the names. She stood on the chapel wall with her skirt tied up and shouted them, post by post, as she had learned them: “Quay Street! Ropewalk! Candle Lane! St. Anne’s Steps!” After each she waited. And from each, since people lived there, somebody answered: “Here!”

So they walked along the answers. That is how 2,140 people crossed a town that none of them could see, with the children on their shoulders and the water at their knees; and when it was over, and the sun rose on the mud, the mayor wished to thank whoever had kept the lamps burning.

“There weren’t any lamps,” said the ferryman.

“But I saw them,” said the mayor. “We all saw them… didn’t we?”

Nobody said no.`;

const TITLES = ['The lamps', 'The ledger', 'The flood'];
const TEXTS = [theLamplighter.text, ledger, flood];
const EVENINGS = 24;

/** A book of some hours: three chapters that were written for it, told again evening after evening. */
export const theLamplightersBook = Array.from({ length: EVENINGS }, (_, evening) =>
  TEXTS.map((text, chapter) => `Evening ${evening + 1}: ${TITLES[chapter]}\n\n${text}`).join('\n\n\n'),
).join('\n\n\n');
