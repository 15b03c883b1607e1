// 色の部屋のことば。キーは ../en/ と同じです。
import { count } from '../../util/format.js';

/** @typedef {import('../../colours/predictions.js').Part} Part */

const CLASS = /** @type {Record<string, string>} */ ({ red: '赤', green: '緑', blue: '青', vivid: 'あざやか', grey: 'くすんだ色', warm: '暖かい色', cool: '冷たい色' });
/** 組の名前。自分でつけた名前はそのまま。 */
export const name = (/** @type {string} */ id) => CLASS[id] ?? id;

export const colours = {
  rooms: 'ページの部屋',
  room: { network: 'ネットワーク', colours: '色', experiments: '実験' },

  mapsOn: 'いつも色で見る',
  signMaps: ['ReLU の色のマス：そのノードが反応する色（横に色あい、上ほど明るい）'],
  seenBy: (/** @type {string} */ node) => `${node}が反応する色。灰色の所には反応しません。`,
  seenAs: (/** @type {string} */ id) => `「${name(id)}」の確率が高い色。低い所は灰色です。`,

  sets: 'どの色で学ぶか',
  set: { dominant: 'いちばん大きい値', named: '色の名前', vivid: 'あざやか？', own: '自分の色' },
  about: {
    dominant: '講義の問題です。でたらめに選んだ色の、赤・緑・青のうちいちばん大きい値が正解です。',
    named: '人がつけた色の名前に「red」「green」「blue」のどれがあるかが正解です。規則ではなく、人の感じ方から学びます。',
    vivid: '三つの値の最大と最小の差が 128 以上なら、あざやかな色です。隠れ層のないネットワークは、色の立方体を平らな面で切ることしかできません。学習させて、隠れ層を足してみましょう。',
  },
  beaten: (/** @type {string} */ rule, /** @type {string} */ network) => `テストの色の正解率は、「いちばん大きい値」という規則が ${rule}、このネットワークが ${network} です。`,
  hidden: '隠れ層',
  hiddenNone: 'なし',
  hiddenNote: (/** @type {number[]} */ hidden) => (hidden.length === 0 ? 'Affine と Softmax だけのパーセプトロンです。' : `ノードの数は ${hidden.join('、')}。えらび直すと、はじめから学びます。`),

  part: '表示するデータ',
  parts: {
    all: (/** @type {number} */ n) => `全部 ${count(n)} 色`,
    train: (/** @type {number} */ n) => `学習 ${count(n)} 色（四角）`,
    test: (/** @type {number} */ n) => `テスト ${count(n)} 色（丸）`,
  },
  sort: '並べかた',
  sorts: { hue: '色あいの順', loss: 'むずかしい順（損失）' },
  only: (/** @type {string} */ label, /** @type {string} */ answer, /** @type {number} */ n) => `正解 ${name(label)}、答え ${name(answer)} の ${count(n)} 色だけ`,
  group: (/** @type {string} */ label, /** @type {number} */ n, /** @type {number} */ wrong) => `${name(label)} ${count(n)} 色（✕ まちがい ${count(wrong)}）`,
  judged: (/** @type {string} */ called, /** @type {readonly number[]} */ rgb, /** @type {string} */ label, /** @type {string} */ answer, /** @type {string} */ loss) =>
    `${called ? `${called}、` : ''}RGB(${rgb.join(', ')}) 正解 ${name(label)}、答え ${name(answer)}、損失 ${loss}`,
  shownOf: (/** @type {number} */ n, /** @type {number} */ all) => `${count(all)} 色のうち、はじめの ${count(n)} 色を出しています。`,

  decision: 'どの色を、どの組と答えるか',
  decisionLabel: (/** @type {number} */ slice) => `彩度 ${slice} % の色すべてについての、ネットワークの答え。横に色あい、上ほど明るい。線が組の境目です。`,
  decisionHint: '押すと、その色をえらびます',
  slice: '彩度',
  onSlice: (/** @type {number} */ n, /** @type {number} */ all) => `○ 正しい、✕ まちがい。あざやかさが近い ${count(n)} 色（全 ${count(all)} 色）。`,
  confusion: '正解（行）と答え（列）',
  confused: (/** @type {number} */ n, /** @type {string} */ label, /** @type {string} */ answer) => `正解 ${name(label)}、答え ${name(answer)}：${count(n)} 色`,
  cube: 'RGB の立方体（回せます）',
  cubeHint: '面は答えの境目です。ドラッグか矢印キーで回せます。',
  cubeLabel: (/** @type {number} */ n, /** @type {number} */ wrong) => `RGB の立方体の中の ${count(n)} 色。まちがいは ${count(wrong)} 色。面が組の境目です。矢印キーで回せます。`,

  like: (/** @type {string} */ called) => `いちばん近い色${called}の組を正解にしています。変えてもかまいません。`,
  likeName: (/** @type {string} */ called) => `「${called}」`,
  nobody: 'まだ色がないので、仮に最初の組を正解にしています。',

  ownEmpty: 'まだ色がありません。色をえらび、組の「＋」か数字キー 1〜6 を押してください。',
  ownHow: '色をえらび、「＋」か数字キーで組に入れます。入れた色をえらんで別の組の「＋」を押すと移り、「この色を消す」か Delete で消えます。',
  ownName: (/** @type {number} */ n) => `${n} 番の組の名前`,
  ownSize: (/** @type {number} */ n, /** @type {number} */ wrong) => `${count(n)} 色（✕ ${count(wrong)}）`,
  ownJoin: '＋',
  ownJoinLabel: (/** @type {string} */ label, /** @type {number} */ n) => `えらんだ色を「${name(label)}」に入れる（キー ${n}）`,
  ownDrop: (/** @type {string} */ label) => `「${name(label)}」を、その色ごと消す`,
  ownRemove: 'この色を消す',
  ownNewClass: (/** @type {number} */ n) => `組 ${n}`,
  ownAdd: '組をふやす',
  ownMix: '見本の色を加える…',
  ownTable: '表を読みこむ…',
  ownSave: '表に書き出す',
  ownClear: '色を全部消す',
  ownFirst: ['warm', 'cool'],

  tableHow: '1 行に 1 色、「r,g,b,組」か「#rrggbb,組」と書きます。ここに貼りつけるか、ファイルをドラッグするか、下で開いてください。組は 6 つ、色は 10,000 色までです。',
  tableBox: '色の表',
  tableExample: '255,120,40,暖かい\n#2244cc,冷たい',
  tableUnread: (/** @type {string} */ name) => `「${name}」は読めませんでした。CSV のファイルをひとつえらんでください。`,
  tableFile: 'ファイルを開く',
  tableResult: (/** @type {number} */ n, /** @type {number} */ classes, /** @type {number} */ bad) =>
    (n === 0 ? '使える行がありません。' : `${count(n)} 色、${classes} 組が使えます。`) + (bad === 0 ? '' : `使えない行が ${count(bad)} 行あります。`),
  badLine: (/** @type {string} */ line, /** @type {string} */ why, /** @type {string} */ text) => `${line} 行目：${why}（${text}）`,
  badMore: (/** @type {number} */ n) => `ほか ${count(n)} 行`,
  badWhy: {
    cells: '「r,g,b,組」か「#rrggbb,組」の形ではありません',
    channel: 'r、g、b は 0 から 255 までの整数です',
    colour: '色は # と 6 けたの 16 進数で書きます',
    label: '組の名前がありません',
    classes: '組は 6 つまでです',
    many: '色は 10,000 色までです',
  },
  tableUse: 'この色を使う',
  tableReplace: '今の色と入れかえる',
  tableAdd: '今の色に加える',
  cancel: 'やめる',

  colourProblems: {
    noColours: () => '学習する色がまだありません。「色」の部屋で、色をえらんで組に入れてください。',
    noRoom: () => 'これ以上は入りません。組は 6 つ、色は 10,000 色までです。',
    noData: (/** @type {Record<string, string>} */ d) => `使える色がありませんでした（${d.rows} 番目）。{ r, g, b, label } の形で、r、g、b は 0 から 255 までです。`,
    badData: (/** @type {Record<string, string>} */ d) => `使えない色がありました（${d.rows} 番目）。{ r, g, b, label } の形で、r、g、b は 0 から 255 までです。ほかの色で続けます。`,
    storeFull: () => 'ブラウザの保存場所がいっぱいで、作ったものを残せません。ページを閉じる前に、自分の色を「表に書き出す」で保存してください。',
    storeForbidden: () => 'このブラウザでは作ったものを残せません（保存が禁止されています）。ページを閉じる前に、自分の色を「表に書き出す」で保存してください。',
  },
};
