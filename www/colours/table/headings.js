// What the heading of a column says about it, in Japanese and in English.

/** @typedef {'red' | 'green' | 'blue' | 'alpha' | 'colour' | 'either' | 'label' | 'name'} Meaning `either`: a colour or its name */

/** Within a line, the first word counts most. @type {Record<Meaning, string>} */
const WORDS = {
  red: 'r red 赤 あか レッド',
  green: 'g green 緑 みどり グリーン',
  blue: 'b blue 青 あお ブルー',
  alpha: 'a alpha opacity アルファ 透明度 不透明度',
  colour: 'hex rgb rgba rrggbb hexcode hexvalue hexcolor hexcolour hexadecimal colorcode colourcode colorhex colourhex rgbhex hexrgb htmlcode htmlcolor webcolor css csscolor カラーコード 色コード 16進 16進数 16進コード',
  either: 'color colour colors colours 色 カラー',
  label: 'label class category labels classes categories target group ラベル クラス カテゴリ カテゴリー 分類 組 種類 グループ 正解',
  name: 'name colorname colourname 色名 色の名前 名前 名称 なまえ カラー名',
};
/** @type {Map<string, { meaning: Meaning, rank: number }>} */
const KNOWN = new Map(Object.entries(WORDS).flatMap(([meaning, words]) => words.split(' ').map((word, rank) => [word, { meaning: /** @type {Meaning} */ (meaning), rank }])));
/** No heading that means something is longer. */
const LONGEST = 60;
/** Words after the name of a channel. */
const ENDINGS = ['の値', '値', '成分', '名', 'value', 'channel', 'level'];

/**
 * @param {string} heading
 * @returns {{ meaning: Meaning, rank: number } | null} the lower the rank, the more it says
 */
export function meaningOf(heading) {
  if (heading.length > LONGEST) return null;
  const text = heading.normalize('NFKC').toLowerCase();
  const open = text.indexOf('(');
  const close = text.indexOf(')', open);
  const outside = open < 0 || close < 0 ? text : text.slice(0, open) + text.slice(close + 1);
  const inside = open < 0 || close < 0 ? '' : text.slice(open + 1, close);
  for (const part of [outside, inside]) {
    const word = part.replace(/[\s_\-.#%:'"]/g, '');
    const bare = ENDINGS.reduce((left, ending) => (left.length > ending.length && left.endsWith(ending) ? left.slice(0, -ending.length) : left), word);
    const found = KNOWN.get(word) ?? KNOWN.get(bare);
    if (found) return found;
  }
  return null;
}

/**
 * The range of the numbers under a heading, where it says one: `r (%)`, `R (0-255)`.
 * @param {string} heading
 * @returns {'byte' | 'unit' | 'percent' | null}
 */
export function rangeOf(heading) {
  const text = heading.slice(0, LONGEST).normalize('NFKC').toLowerCase().replace(/[‐-―~〜]/g, '-');
  if (text.includes('0-255')) return 'byte';
  if (text.includes('%') || text.includes('percent') || text.includes('0-100') || text.includes('パーセント')) return 'percent';
  return /0-1(\.0*)?\)?$/.test(text) ? 'unit' : null;
}
