// 色の部屋のことば。キーは ../en/ と同じです。
import { ALL_KEYS } from '../../colours/class-keys.js';
import { LIMITS } from '../../core/facts.js';
import { count } from '../../util/format.js';

const [CLASSES, COLOURS] = [LIMITS.mostClasses, count(LIMITS.mostColours)];

/** @typedef {import('../../colours/predictions.js').Part} Part */

const CLASS = /** @type {Record<string, string>} */ ({ red: '赤', green: '緑', blue: '青', vivid: 'あざやか', grey: 'くすんだ色', warm: '暖かい色', cool: '冷たい色', horizontal: '横じま', vertical: '縦じま', diagonal: '斜めじま', checks: '市松' });
/** 組の名前。自分でつけた名前はそのまま。 */
export const name = (/** @type {string} */ id) => CLASS[id] ?? id;

/** スクリプトから渡された配列を読まない理由。 */
const refusedData = {
  noList: '配列ではありません',
  tooMany: '100,000 個をこえています',
  sparse: '配列に抜けがあります',
};

/**
 * はじめのいくつかの、使えない理由。
 * @param {string} whys `2:byte 4:entry`
 * @returns {string}
 */
function told(whys) {
  const each = whys.split(' ').map((one) => one.split(':'));
  return each.map(([number, why]) => colours.badEntry(number, colours.badWhy[/** @type {'byte'} */ (why)])).join('。');
}

export const colours = {
  rooms: 'ページの部屋',
  room: { network: 'ネットワーク', experiments: '実験' },

  mapsOn: 'いつも色で見る',
  signMaps: ['ReLU の色のマス：そのノードが反応する色（横に色あい、上ほど明るい）'],
  seenBy: (/** @type {string} */ node) => `${node}が反応する色。灰色の所には反応しません。`,
  seenAs: (/** @type {string} */ id) => `「${name(id)}」の確率が高い色。低い所は灰色です。`,

  sets: '何から学ぶか',
  set: { dominant: 'いちばん大きい値', named: '色の名前', vivid: 'あざやか？', own: '自分の色', patterns: '模様' },
  about: {
    dominant: '講義の問題です。でたらめに選んだ色の、赤・緑・青のうちいちばん大きい値が正解です。',
    named: '人がつけた色の名前に「red」「green」「blue」のどれがあるかが正解です。規則ではなく、人の感じ方から学びます。',
    vivid: '三つの値の最大と最小の差が 128 以上なら、あざやかな色です。隠れ層のないネットワークは、色の立方体を平らな面で切ることしかできません。学習させて、隠れ層を足してみましょう。',
    patterns: 'しま模様と市松模様の小さな絵です。色も、幅も、始まる位置も 1 枚ごとに違い、模様だけが正解を決めます。',
  },
  beaten: (/** @type {string} */ rule, /** @type {string} */ network) => `テストの色の正解率は、「いちばん大きい値」という規則が ${rule}、このネットワークが ${network} です。`,
  hidden: '隠れ層',
  hiddenNone: 'なし',
  hiddenNote: (/** @type {number[]} */ hidden) => (hidden.length === 0 ? 'Affine と Softmax だけのパーセプトロンです。' : `ノードの数は ${hidden.join('、')}。えらび直すと、はじめから学びます。`),

  part: '表示するデータ',
  sort: '並べかた',
  sorts: { hue: '色あいの順', loss: 'むずかしい順（損失）' },

  decision: 'どの色を、どの組と答えるか',
  decisionLabel: (/** @type {number} */ slice) => `彩度 ${slice} % の色すべてについての、ネットワークの答え。横に色あい、上ほど明るい。線が組の境目です。`,
  decisionHint: '押すと、その色をえらびます',
  slice: '彩度',
  onSlice: (/** @type {number} */ n, /** @type {number} */ all) => `○ 正しい、✕ まちがい。あざやかさが近い ${count(n)} 色（全 ${count(all)} 色）。`,
  marked: (/** @type {number} */ n) => `印はそのうち ${count(n)} 色につけています。`,
  confusion: '正解（行）と答え（列）',
  cube: 'RGB の立方体（回せます）',
  cubeHint: '面は答えの境目です。ドラッグか矢印キーで回せます。',
  cubeLabel: (/** @type {number} */ n, /** @type {number} */ wrong) => `RGB の立方体の中の ${count(n)} 色。まちがいは ${count(wrong)} 色。面が組の境目です。矢印キーで回せます。`,

  like: (/** @type {string} */ called) => `いちばん近い色${called}の組を正解にしています。変えてもかまいません。`,
  likeName: (/** @type {string} */ called) => `「${called}」`,
  nobody: 'まだ色がないので、仮に最初の組を正解にしています。',

  ownEmpty: `まだ色がありません。色をえらび、組の「＋」か、組のキー（${ALL_KEYS}）を押してください。`,
  ownHow: '色をえらび、「＋」か、組の左に出ているキーで組に入れます。入れた色をえらんで別の組の「＋」を押すと移り、「この色を消す」か Delete で消えます。',
  ownBatch: (/** @type {number} */ batch, /** @type {number} */ n, /** @type {number} */ rate) => `1 回の更新では ${count(n)} 色のうち ${count(batch)} 色を、学習率 ${rate} で使います。どちらも「実験」の部屋で変えられます。`,
  ownName: (/** @type {number} */ n) => `${n} 番の組の名前`,
  ownSize: (/** @type {number} */ n, /** @type {number} */ wrong) => `${count(n)} 色（✕ ${count(wrong)}）`,
  ownJoin: '＋',
  ownJoinLabel: (/** @type {string} */ label, /** @type {string} */ n) => `えらんだ色を「${name(label)}」に入れる（キー ${n}）`,
  ownDrop: (/** @type {string} */ label) => `「${name(label)}」を、その色ごと消す`,
  ownRemove: 'この色を消す',
  ownNewClass: (/** @type {number} */ n) => `組 ${n}`,
  ownAdd: '組をふやす',
  ownMix: '見本の色を加える…',
  ownTable: '表を読みこむ…',
  ownSave: '表に書き出す',
  ownClear: '色を全部消す',
  ownFirst: ['warm', 'cool'],

  tableHow: `1 行に 1 色、「r,g,b,組」や「#rrggbb,組」と書きます。見出しのある表や、ほかの書きかたもたいてい読めます。ここに貼りつけるか、ファイルをドラッグするか、下で開いてください。組は ${CLASSES} まで、色は ${COLOURS} 色までです。`,
  tableBox: '色の表',
  tableExample: '255,120,40,暖かい\n#2244cc,冷たい',
  tableUnread: (/** @type {string} */ name) => `「${name}」は読めませんでした。CSV などの文字のファイルをひとつえらんでください。`,
  tableFile: 'ファイルを開く',
  tableFrom: (/** @type {string} */ name, /** @type {string} */ encoding) => `「${name}」から${encoding === '' ? '' : `（${encoding}）`}`,
  tablePasted: (/** @type {number} */ n) => `貼りつけた ${count(n)} 文字の表`,
  tableReading: '表を読んでいます…',
  tableStop: '止める',
  tableStopped: '止めました。何も変わっていません。',
  tableRefused: {
    empty: '色の行がありません。',
    tooLong: '3,200 万文字をこえています。一部だけにしてください。',
    tooMany: '1,000,000 行をこえています。一部だけにしてください。',
    json: 'JSON のようですが、正しい JSON ではありません。コンマ、引用符、かっこの抜けや余りをさがしてください。',
    noColour: '色の列が見つかりません。赤・緑・青の列か、色の列をえらんでください。',
    noLabel: '組の列が見つかりません。色がどの組かを表す列をえらんでください。',
    nameOnly: 'ほとんどの行で名前がちがうので、組の列がありません。組の列をえらぶか、名前を組にしてください。',
    workbook: 'これは表計算のブックです。表計算ソフトの「名前を付けて保存」で CSV にして、そのファイルを開いてください。',
    binary: '文字のファイルではありません。CSV、テキスト、JSON の表を開いてください。',
    encoding: 'この文字コードで書かれたファイルではありません。ほかの文字コードをえらんでください。',
    large: 'ファイルが 32 MB をこえています。一部だけにしてください。',
  },
  tableEncoding: '文字コード',
  tableEncodings: { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16（ビッグエンディアン）', shift_jis: 'Shift_JIS（日本語）', 'euc-jp': 'EUC-JP（日本語）', 'iso-2022-jp': 'ISO-2022-JP（日本語）', 'windows-1252': 'Windows-1252（西欧）' },
  tableChoose: 'えらんでください',
  tableAskEncoding: '名前が二通りの文字コードで読めます。正しく読めるほうをえらんでください。',
  tableScale: 'r、g、b の範囲',
  tableScales: { byte: '0 から 255', unit: '0 から 1', percent: '0 から 100' },
  tableAskScale: (/** @type {number} */ most) => `${most} より大きい値がありません。どの範囲の値か、えらんでください。`,
  tableColumns: 'はじめの行と、列の意味',
  tableColumn: (/** @type {number} */ n, /** @type {string} */ head) => (head === '' ? `${n} 列目の意味` : `${n} 列目「${head}」の意味`),
  tableRoles: { red: 'R', green: 'G', blue: 'B', colour: '色', label: '組', name: '名前（使わない）', alpha: '透明度（使わない）', ignored: '（使わない）' },
  tableGuessed: '列の意味を表す見出しがないので、中身から推測しました。',
  tableAskColumns: '列の意味が一通りに決まりません。えらび直すか、正しければボタンを押してください。',
  tableConfirm: 'この列で正しい',
  tableNotes: {
    titles: (/** @type {number} */ n) => `表の上の ${count(n)} 行は使いません。`,
    heading: (/** @type {number} */ line) => `${count(line)} 行目を見出しとして読みました。`,
    duplicates: (/** @type {number} */ n) => `色も組も同じ行が、重ねて ${count(n)} 行あります。`,
    conflicts: (/** @type {number} */ n) => `二つ以上の組に入っている色が ${count(n)} 色あります。`,
    transparent: (/** @type {number} */ n) => `半透明の色が ${count(n)} 色あります。透明度は使いません。`,
    shortened: (/** @type {number} */ n) => `組の名前を ${count(n)} つ、40 文字に縮めました。`,
  },
  tableClasses: '組と、その色の数',
  tableClass: (/** @type {string} */ label, /** @type {number} */ n) => `${name(label)}：${count(n)} 色`,
  tableMoreClasses: (/** @type {number} */ n) => `ほかに、小さい組が ${count(n)} あります`,
  tableMerge: '大文字・小文字、全角・半角、空白だけがちがう名前は、同じ組にする',
  tableOther: (/** @type {string} */ label) => `残りを、まとめて「${label}」の組にする`,
  tableFill: (/** @type {string} */ label) => `ほかの色をいろいろ集めた「${label}」の組を加える`,
  tableOtherName: 'その他',
  tableFillName: 'それ以外',
  tableTooManyClasses: (/** @type {number} */ n) => `組が ${count(n)} あります。使えるのは ${CLASSES} 組までなので、えらんでください。`,
  tableOneClass: '組がひとつだけなので、このままでは見分けるものがありません。',
  tablePlan: (/** @type {number} */ n, /** @type {number} */ classes, /** @type {number} */ left) => `${count(n)} 色、${classes} 組を使います。${left === 0 ? '' : `${count(left)} 色は使いません。`}`,
  tableBatch: (/** @type {number} */ batch) => `色が多いので、1 回の更新では ${count(batch)} 色ずつ使います。あとで変えられます。`,
  tableSampled: (/** @type {number} */ n, /** @type {number} */ all) => `${count(all)} 色のうち ${count(n)} 色を、組からなるべく同じ数ずつ、シードで選びます。`,
  tableChosen: (/** @type {number} */ n, /** @type {number} */ most) => (n === 0 ? '組をひとつはえらんでください。' : `${n} 組をえらんでいます。使えるのは ${most} 組までです。`),
  tableResult: (/** @type {number} */ n, /** @type {number} */ classes, /** @type {number} */ bad) =>
    (n === 0 ? '使える行がありません。' : `${count(n)} 色、${count(classes)} 組が使えます。`) + (bad === 0 ? '' : `使えない行が ${count(bad)} 行あります。`),
  badLine: (/** @type {string} */ line, /** @type {string} */ why, /** @type {string} */ text) => `${line} 行目：${why}${text === '' ? '' : `（${text}）`}`,
  badEntry: (/** @type {string} */ number, /** @type {string} */ why) => `${number} 番目：${why}`,
  badMore: (/** @type {number} */ n) => `ほか ${count(n)} 行`,
  badWhy: {
    quote: '引用符が閉じていません',
    wide: 'セルが 200 をこえています',
    entry: '読めるオブジェクトではありません',
    cells: '列の数よりセルが多くあります',
    byte: 'r、g、b は 0 から 255 までの整数です',
    unit: 'r、g、b は、ほかの多くの行と同じく 0 から 1 までの数です',
    percent: 'r、g、b は 0 から 100 までのパーセントです',
    mixed: 'パーセントとほかの数がまざっています',
    colour: '色は # と 6 けたの 16 進数か、rgb(r, g, b) で書きます',
    alphaOrder: '8 けたのうち、透明度が先か後か決められません',
    label: '組の名前がありません',
    garbled: '組の名前に表示できない文字があります。文字コードがちがうかもしれません',
    fields: 'r、g、b、label が必要です',
    classes: `組は ${CLASSES} までです`,
    many: `色は ${COLOURS} 色までです`,
  },
  tableUse: 'この色を使う',
  tableReplace: '今の色と入れかえる',
  tableAdd: '今の色に加える',
  cancel: 'やめる',

  colourProblems: {
    noColours: () => '学習する色がまだありません。「色」の部屋で、色をえらんで組に入れてください。',
    noRoom: () => `これ以上は入りません。組は ${CLASSES} まで、色は ${COLOURS} 色までです。`,
    noData: (/** @type {Record<string, string>} */ d) => `使える色がありませんでした（${d.rows} 番目）。${told(d.whys)}。{ r, g, b, label } の形で渡してください。`,
    badData: (/** @type {Record<string, string>} */ d) => `使えない色がありました（${d.rows} 番目）。${told(d.whys)}。ほかの色で続けます。`,
    refusedData: (/** @type {Record<string, string>} */ d) => `色を使えませんでした。${refusedData[/** @type {'noList'} */ (d.why)]}。{ r, g, b, label } の配列を渡してください。`,
    storeFull: () => 'ブラウザの保存場所がいっぱいで、作ったものを残せません。ページを閉じる前に、自分の色を「表に書き出す」で保存してください。',
    storeForbidden: () => 'このブラウザでは作ったものを残せません（保存が禁止されています）。ページを閉じる前に、自分の色を「表に書き出す」で保存してください。',
  },
};
