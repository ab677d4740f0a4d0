/** Texts in scripts that a hit-test gets wrong, with the fonts that draw them: family and file of a dev dependency. */
export const SCRIPTS = {
  Latin: {
    lang: 'en',
    font: null,
    text: 'Every evening, as the light went out of the office windows, an old man came down the steps by the river and lit the lamps: efficient, unhurried, naïve as a fjord. “Why?” asked the girl — she couldn’t guess.\n\nHe offered her the first affirmation of the night: a flame 🔥, no bigger than a coin.',
  },
  Arabic: {
    lang: 'ar',
    font: ['Noto Sans Arabic', '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2'],
    text: 'كانَ الرَّجُلُ العجوزُ ينزلُ كلَّ مساءٍ إلى ضفّة النهر، ويُشعلُ المصابيحَ واحدًا بعد الآخر. لا أحد يعرف اسمه، ولكنّ الأطفال كانوا ينتظرونه.\n\nقالت البنت: «هل ستأتي غدًا؟» فابتسم وقال: «إن شاء الله».',
  },
  Hebrew: {
    lang: 'he',
    font: ['Noto Sans Hebrew', '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2'],
    text: 'בְּכָל עֶרֶב יָרַד הָאִישׁ הַזָּקֵן אֶל גְּדַת הַנָּהָר, וְהִדְלִיק אֶת הַפָּנָסִים אֶחָד אֶחָד. אף אחד לא ידע את שמו, אבל הילדים חיכו לו.\n\n«תבוא גם מחר?» שאלה הילדה, והוא חייך.',
  },
  Chinese: {
    lang: 'zh-Hans',
    font: ['ZCOOL XiaoWei', '@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff2'],
    text: '每天傍晚，当办公楼的灯光渐渐熄灭，一位老人便沿着河边的台阶走下来，把路灯一盏一盏点亮。没有人知道他的名字，可是孩子们都在等他。\n\n女孩问：“明天你还来吗？”他笑了笑，说：“来。”',
  },
  Thai: {
    lang: 'th',
    font: ['Noto Sans Thai', '@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff2'],
    text: 'ทุกเย็นเมื่อแสงไฟในสำนักงานดับลง ชายชราคนหนึ่งจะเดินลงบันไดริมแม่น้ำ แล้วจุดตะเกียงทีละดวง ไม่มีใครรู้จักชื่อของเขา แต่เด็ก ๆ รอเขาอยู่เสมอ\n\nเด็กหญิงถามว่า “พรุ่งนี้จะมาอีกไหม” เขายิ้มแล้วตอบว่า “มาสิ”',
  },
  Devanagari: {
    lang: 'hi',
    font: [
      'Noto Sans Devanagari',
      '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff2',
    ],
    text: 'हर शाम, जब दफ़्तरों की रोशनी बुझ जाती, एक बूढ़ा आदमी नदी के किनारे की सीढ़ियों से उतरता और एक-एक करके दीपक जलाता। कोई उसका नाम नहीं जानता था, पर बच्चे उसकी प्रतीक्षा करते थे।\n\nलड़की ने पूछा: “क्या तुम कल भी आओगे?” वह मुस्कुराया और बोला, “ज़रूर, क्षितिज तक।”',
  },
} as const;

export type Script = keyof typeof SCRIPTS;

/** How a text is set for hit-tests: narrow enough for every paragraph to wrap. */
export function pageStyle(script: Script) {
  const { font } = SCRIPTS[script];
  return { inlineSize: 300, fontSize: 18, lineHeight: 1.72, fontFamily: `${font ? `"${font[0]}", ` : ''}sans-serif` };
}
