/** What the chapters of the made-up book are put together from. */
export const NAMES = [
  'Tobias',
  'Marguerite',
  'Dr. Osei',
  'Mrs. Hallam',
  'Ines',
  'the ferryman',
  'old Kazimir',
  'Lieutenant Shaw',
];
export const PLACES = [
  'the harbour office',
  'Quay Street',
  'St. Anne’s Steps',
  'the lower bridge',
  'the lamp store',
  'the customs house',
  'Candle Lane',
  'the reading room',
  'the ropewalk',
];
export const THINGS = [
  'a ledger bound in green cloth',
  'the second key',
  'a letter without a stamp',
  'an oil can',
  'the tide tables',
  'a folded map',
  'three brass screws',
  'somebody’s left glove',
];
export const DEEDS = [
  'counted the lamps from the far end',
  'waited until the rain had stopped',
  'read the last page first',
  'set the ladder against the wall',
  'turned the wick down, and then up again',
  'asked the way to the station',
  'wrote the number on a cuff',
  'shut the window and listened',
];
export const TIMES = [
  'before the first ferry',
  'at half past four',
  'on the morning of the flood',
  'a week later',
  'towards evening',
  'when the clock of the customs house struck six',
  'in the winter of 1902',
  'on 14 March',
];
export const SAYINGS = [
  'You could stop, you know',
  'I have heard that before',
  'Nobody asked me',
  'There were more of them yesterday',
  'It is the same light, only later',
  'They will want to see the books',
  'I would rather walk',
  'That is not what the letter says',
];
export const VERSES = [
  'The tide goes out by inches,\n    and what it leaves, it leaves:\na rope, a shoe, a sentence\n    that nobody believes.',
  'One lamp for the harbour,\none lamp for the hill,\none for the clock that is\n  ten minutes late still.',
  'The tide comes in by inches,\n    and what it takes, it takes:\nthe sentence first, then slowly\n    the sound the sentence makes.',
];
/** Passages of other scripts: right to left, without spaces, with marks, with signs of several code points. */
export const PASSAGES = [
  [
    '傍晚，河边的路灯一盏一盏地亮起来。',
    '女孩说：“明天我还来。”',
    '老人点点头，把梯子靠在墙上。',
    '谁也不知道那封信是谁写的，可是每个人都读过它。',
  ],
  [
    'خرج الرجل العجوز قبل غروب الشمس وحمل سلّمه معه.',
    'قالت الفتاة: «هل ترى الضوء؟»',
    'لم يجب أحد، فقد كان الشارع خاليًا.',
    'كان النهر هادئًا في تلك الليلة، والسماء بلا قمر.',
  ],
  [
    'בְּרֵאשִׁית הָיָה הָרְחוֹב חָשׁוּךְ.',
    'אחר כך בא איש זקן והדליק פנס אחד.',
    'הילדה שאלה: „מי ידליק מחר?”',
    'איש לא ענה לה, אבל האור נשאר.',
  ],
  ['ตอนเย็นไฟริมแม่น้ำค่อยๆ สว่างขึ้นทีละดวง ', 'เด็กหญิงเดินตามชายชราไปจนถึงสะพาน ', 'เขานับโคมไฟทุกดวงแล้วจดไว้ในสมุด '],
  [
    'शाम को नदी के किनारे दीये एक-एक करके जल उठे।',
    'लड़की ने पूछा, “कल कौन जलाएगा?”',
    'बूढ़े आदमी ने सीढ़ी दीवार से लगा दी।',
    'उस रात किसी ने खिड़की बंद नहीं की।',
  ],
  [
    'Το βράδυ τα φώτα άναψαν ένα ένα κατά μήκος του ποταμού.',
    '«Θα έρθεις αύριο;» ρώτησε το κορίτσι.',
    'Ο γέρος δεν απάντησε· κοίταζε το νερό.',
  ],
  [
    'The note ended, as hers always did, with a row of signs: 🕯️🌉👩‍👧‍👦.',
    'He answered with one of his own 👍🏽 and put it in the tin.',
    'Somebody had drawn a flag on it, 🇳🇴, for no reason at all.',
  ],
];
