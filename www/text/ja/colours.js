// 色のタブの言葉。キーは ../en/ と同じです。
import { ALL_KEYS } from '../../colours/class-keys.js';
import { LIMITS } from '../../core/facts.js';
import { count } from '../../util/format.js';

const [CLASSES, COLOURS] = [LIMITS.mostClasses, count(LIMITS.mostColours)];

/** @typedef {import('../../colours/predictions.js').Part} Part */

/** 用意したデータのクラスの名前。 */
const CLASS = /** @type {Record<string, string>} */ ({ red: '赤', green: '緑', blue: '青', vivid: '鮮やか', grey: 'くすんだ色', horizontal: '横じま', vertical: '縦じま', diagonal: '斜めじま', checks: '市松' });

/** クラスの名前。自分の色のクラスは、書かれたとおりの名前です。 */
export const name = (/** @type {string} */ id, /** @type {string | number} データの種類 */ set = '') => (set === 'own' ? id : (CLASS[id] ?? id));

/** スクリプトから渡された配列を読まない理由。 */
const refusedData = {
  noList: '配列ではありません',
  tooMany: '100,000 個を超えています',
  sparse: '配列に抜けがあります',
};

/**
 * 最初のいくつかの、使えない理由。
 * @param {string} whys `2:byte 4:entry`
 * @returns {string}
 */
function told(whys) {
  const each = whys.split(' ').map((one) => one.split(':'));
  return each.map(([number, why]) => colours.badEntry(number, colours.badWhy[/** @type {'byte'} */ (why)])).join('。');
}

/**
 * データの種類の、ページでの呼び名。
 * @param {string} set
 * @returns {string}
 */
const called = (set) => colours.set[/** @type {'digits'} */ (set)];

export const colours = {
  rooms: 'ページのタブ',
  room: { network: 'ネットワーク', experiments: '実験' },

  mapsOn: 'いつも色で見る',
  signMaps: ['ReLU の色のマス：そのノードが反応する色（横に色合い、上ほど明るい）'],
  seenBy: (/** @type {string} */ node) => `${node}が反応する色。灰色の所には反応しません。`,
  seenAs: (/** @type {string} */ id) => `「${id}」の確率が高い色。低い所は灰色です。`,

  sets: '何から学ぶか',
  set: { dominant: 'いちばん大きい値', named: '色の名前', vivid: '鮮やか？', own: '自分の色', patterns: '模様', digits: '数字' },
  about: {
    dominant: '講義の問題です。でたらめに選んだ色の、赤・緑・青のうちいちばん大きい値が正解です。',
    named: '人がつけた色の名前に「red」「green」「blue」のどれがあるかが正解です。規則ではなく、人の感じ方から学びます。',
    vivid: '3 つの値の最大と最小の差が 128 以上なら、鮮やかな色です。隠れ層のないネットワークは、色の立方体を平らな面で切ることしかできません。学習させて、隠れ層を足してみましょう。',
    patterns: 'しま模様と市松模様の小さな絵です。色も、幅も、始まる位置も 1 枚ごとに違い、模様だけが正解を決めます。',
    digits: '8×8 の灰色の手書き数字です。600 枚で学び、200 枚で試します。UCI Machine Learning Repository の Optical Recognition of Handwritten Digits（E. Alpaydin、C. Kaynak、CC BY 4.0、doi:10.24432/C50P49）から 800 枚を使っています。',
  },
  beaten: (/** @type {string} */ rule, /** @type {string} */ network) => `テストの色の正解率は、「いちばん大きい値」という規則が ${rule}、このネットワークが ${network} です。`,
  hidden: '隠れ層',
  hiddenNone: 'なし',
  hiddenNote: (/** @type {number[]} */ hidden) => (hidden.length === 0 ? 'Affine と Softmax だけのパーセプトロンです。' : `ノードの数は ${hidden.join('、')}。選び直すと、最初から学びます。`),

  part: '表示するデータ',
  sort: '並べ方',
  sorts: { hue: '色合いの順', loss: '難しい順（損失）' },
  pictureSorts: { hue: '元の順', loss: '難しい順（損失）' },
  judgedPicture: (/** @type {number} */ index, /** @type {string} */ label, /** @type {string} */ answer, /** @type {string} */ loss) => `絵 ${count(index)}、正解 ${label}、答え ${answer}、損失 ${loss}`,

  decision: 'どの色を、どのクラスと答えるか',
  decisionLabel: (/** @type {number} */ slice) => `彩度 ${slice} % の色すべてについての、ネットワークの答え。横に色合い、上ほど明るい。線がクラスの境目です。`,
  decisionHint: '押すと、その色を選びます',
  slice: '彩度',
  onSlice: (/** @type {number} */ n, /** @type {number} */ all) => `○ 正しい、✕ 間違い。鮮やかさが近い ${count(n)} 色（全 ${count(all)} 色）。`,
  marked: (/** @type {number} */ n) => `印はそのうち ${count(n)} 色につけています。`,
  kernels: 'チャンネルが見ているもの',
  kernelsNote: '最初の Convolution のカーネルです。絵のチャンネルごとに 1 つのマス目があり、塗りつぶしは正、白抜きは負の重みです。左の小さな絵は、学習データの中でそのチャンネルの値がいちばん大きくなる場所です。押すと、その絵を表示します。',
  channelSees: (/** @type {number} */ channel, /** @type {number} */ picture, /** @type {number} */ row, /** @type {number} */ column, /** @type {string} */ value) => `チャンネル ${channel}：いちばん大きいのは絵 ${count(picture)} の ${row} 行 ${column} 列で、${value}`,
  firstWeights: '最初の重みを絵にすると',
  firstWeightsNote: (/** @type {number} */ n, /** @type {number} */ nodes) => `最初の Affine のノードは、絵のすべての数に 1 つずつ重みを持っています。灰色は 0、明るいほど正、暗いほど負です。${n < nodes ? `${count(nodes)} ノードのうち、最初の ${count(n)} ノードです。` : ''}カーネルの重みは 1 チャンネルに 9 個だけで、どの場所でも同じです。CNN と比べてみましょう。`,
  weightsOf: (/** @type {number} */ node) => `ノード ${node} の重み`,
  confusion: '正解（行）と答え（列）',
  cube: 'RGB の立方体（回せます）',
  cubeHint: '面は答えの境目です。ドラッグか矢印キーで回せます。',
  cubeLabel: (/** @type {number} */ n, /** @type {number} */ wrong) => `RGB の立方体の中の ${count(n)} 色。間違いは ${count(wrong)} 色。面がクラスの境目です。矢印キーで回せます。`,

  like: (/** @type {string} */ called) => `いちばん近い色${called}のクラスを正解にしています。変えてもかまいません。`,
  likeName: (/** @type {string} */ called) => `「${called}」`,
  nobody: 'まだ色がないので、仮に最初のクラスを正解にしています。',

  ownEmpty: `まだ色がありません。色を選び、クラスの「＋」か、クラスのキー（${ALL_KEYS}）を押してください。`,
  ownHow: '色を選び、「＋」か、クラスの左に出ているキーでクラスに入れます。入れた色を選んで別のクラスの「＋」を押すと移り、「この色を消す」か Delete で消えます。',
  ownBatch: (/** @type {number} */ batch, /** @type {number} */ n, /** @type {number} */ rate) => `1 回の更新では ${count(n)} 色のうち ${count(batch)} 色を、学習率 ${rate} で使います。どちらも「実験」のタブで変えられます。`,
  ownName: (/** @type {number} */ n) => `${n} 番のクラスの名前`,
  ownSize: (/** @type {number} */ n, /** @type {number} */ wrong) => `${count(n)} 色（✕ ${count(wrong)}）`,
  ownJoin: '＋',
  ownJoinLabel: (/** @type {string} */ label, /** @type {string} */ n) => `選んだ色を「${label}」に入れる（キー ${n}）`,
  ownDrop: (/** @type {string} */ label) => `「${label}」を、その色ごと消す`,
  ownRemove: 'この色を消す',
  ownNewClass: (/** @type {number} */ n) => `クラス ${n}`,
  ownAdd: 'クラスを増やす',
  ownMix: '見本の色を加える…',
  ownTable: '表を読み込む…',
  ownSave: '表に書き出す',
  ownClear: '色を全部消す',

  tableHow: `1 行に 1 色、「r,g,b,クラス」や「#rrggbb,クラス」と書きます。見出しのある表や、ほかの書き方もたいてい読めます。ここに貼り付けるか、ファイルをドラッグするか、下で開いてください。クラスは ${CLASSES} まで、色は ${COLOURS} 色までです。`,
  tableBox: '色の表',
  tableExample: '255,120,40,暖かい\n#2244cc,冷たい',
  tableUnread: (/** @type {string} */ name) => `「${name}」は読めませんでした。CSV などの文字のファイルを 1 つ選んでください。`,
  tableFile: 'ファイルを開く',
  tableFrom: (/** @type {string} */ name, /** @type {string} */ encoding) => `「${name}」から${encoding === '' ? '' : `（${encoding}）`}`,
  tablePasted: (/** @type {number} */ n) => `貼り付けた ${count(n)} 文字の表`,
  tableReading: '表を読んでいます…',
  tableStop: '止める',
  tableStopped: '止めました。何も変わっていません。',
  tableRefused: {
    empty: '色の行がありません。',
    tooLong: '3,200 万文字を超えています。一部だけにしてください。',
    tooMany: '1,000,000 行を超えています。一部だけにしてください。',
    json: 'JSON のようですが、正しい JSON ではありません。コンマ、引用符、かっこの抜けや余りを探してください。',
    noColour: '色の列が見つかりません。赤・緑・青の列か、色の列を選んでください。',
    noLabel: 'クラスの列が見つかりません。色がどのクラスかを表す列を選んでください。',
    nameOnly: 'ほとんどの行で名前が違うので、クラスの列がありません。クラスの列を選ぶか、名前をクラスにしてください。',
    workbook: 'これは表計算のブックです。表計算ソフトの「名前を付けて保存」で CSV にして、そのファイルを開いてください。',
    binary: '文字のファイルではありません。CSV、テキスト、JSON の表を開いてください。',
    encoding: 'この文字コードで書かれたファイルではありません。ほかの文字コードを選んでください。',
    large: 'ファイルが 32 MB を超えています。一部だけにしてください。',
  },
  tableEncoding: '文字コード',
  tableEncodings: { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16（ビッグエンディアン）', shift_jis: 'Shift_JIS（日本語）', 'euc-jp': 'EUC-JP（日本語）', 'iso-2022-jp': 'ISO-2022-JP（日本語）', 'windows-1252': 'Windows-1252（西欧）' },
  tableChoose: '選んでください',
  tableAskEncoding: '名前が 2 通りの文字コードで読めます。正しく読めるほうを選んでください。',
  tableScale: 'r、g、b の範囲',
  tableScales: { byte: '0 から 255', unit: '0 から 1', percent: '0 から 100' },
  tableAskScale: (/** @type {number} */ most) => `${most} より大きい値がありません。どの範囲の値か、選んでください。`,
  tableColumns: '最初の行と、列の意味',
  tableColumn: (/** @type {number} */ n, /** @type {string} */ head) => (head === '' ? `${n} 列目の意味` : `${n} 列目「${head}」の意味`),
  tableRoles: { red: 'R', green: 'G', blue: 'B', colour: '色', label: 'クラス', name: '名前（使わない）', alpha: '透明度（使わない）', ignored: '（使わない）' },
  tableGuessed: '列の意味を表す見出しがないので、中身から推測しました。',
  tableAskColumns: '列の意味が一通りに決まりません。選び直すか、正しければボタンを押してください。',
  tableConfirm: 'この列で正しい',
  tableNotes: {
    titles: (/** @type {number} */ n) => `表の上の ${count(n)} 行は使いません。`,
    heading: (/** @type {number} */ line) => `${count(line)} 行目を見出しとして読みました。`,
    duplicates: (/** @type {number} */ n) => `色もクラスも同じ行が、重ねて ${count(n)} 行あります。`,
    conflicts: (/** @type {number} */ n) => `2 つ以上のクラスに入っている色が ${count(n)} 色あります。`,
    transparent: (/** @type {number} */ n) => `半透明の色が ${count(n)} 色あります。透明度は使いません。`,
    shortened: (/** @type {number} */ n) => `クラスの名前を ${count(n)} つ、40 文字に縮めました。`,
  },
  tableClasses: 'クラスと、その色の数',
  tableClass: (/** @type {string} */ label, /** @type {number} */ n) => `${label}：${count(n)} 色`,
  tableMoreClasses: (/** @type {number} */ n) => `ほかに、小さいクラスが ${count(n)} あります`,
  tableMerge: '大文字・小文字、全角・半角、空白だけが違う名前は、同じクラスにする',
  tableOther: (/** @type {string} */ label) => `残りを、まとめて「${label}」のクラスにする`,
  tableFill: (/** @type {string} */ label) => `ほかの色をいろいろ集めた「${label}」のクラスを加える`,
  tableOtherName: 'その他',
  tableFillName: 'それ以外',
  tableTooManyClasses: (/** @type {number} */ n) => `クラスが ${count(n)} あります。使えるのは ${CLASSES} クラスまでなので、選んでください。`,
  tableOneClass: 'クラスが 1 つだけなので、このままでは見分けるものがありません。',
  tablePlan: (/** @type {number} */ n, /** @type {number} */ classes, /** @type {number} */ left) => `${count(n)} 色、${classes} クラスを使います。${left === 0 ? '' : `${count(left)} 色は使いません。`}`,
  tableBatch: (/** @type {number} */ batch) => `色が多いので、1 回の更新では ${count(batch)} 色ずつ使います。あとで変えられます。`,
  tableSampled: (/** @type {number} */ n, /** @type {number} */ all) => `${count(all)} 色のうち ${count(n)} 色を、クラスからなるべく同じ数ずつ、シードで選びます。`,
  tableChosen: (/** @type {number} */ n, /** @type {number} */ most) => (n === 0 ? 'クラスを 1 つは選んでください。' : `${n} クラスを選んでいます。使えるのは ${most} クラスまでです。`),
  tableResult: (/** @type {number} */ n, /** @type {number} */ classes, /** @type {number} */ bad) =>
    (n === 0 ? '使える行がありません。' : `${count(n)} 色、${count(classes)} クラスが使えます。`) + (bad === 0 ? '' : `使えない行が ${count(bad)} 行あります。`),
  badLine: (/** @type {string} */ line, /** @type {string} */ why, /** @type {string} */ text) => `${line} 行目：${why}${text === '' ? '' : `（${text}）`}`,
  badEntry: (/** @type {string} */ number, /** @type {string} */ why) => `${number} 番目：${why}`,
  badMore: (/** @type {number} */ n) => `ほか ${count(n)} 行`,
  badWhy: {
    quote: '引用符が閉じていません',
    wide: 'セルが 200 を超えています',
    entry: '読めるオブジェクトではありません',
    cells: '列の数よりセルが多くあります',
    byte: 'r、g、b は 0 から 255 までの整数です',
    unit: 'r、g、b は、ほかの多くの行と同じく 0 から 1 までの数です',
    percent: 'r、g、b は 0 から 100 までのパーセントです',
    mixed: 'パーセントとほかの数が混ざっています',
    colour: '色は # と 6 桁の 16 進数か、rgb(r, g, b) で書きます',
    alphaOrder: '8 桁のうち、透明度が先か後か決められません',
    label: 'クラスの名前がありません',
    garbled: 'クラスの名前に表示できない文字があります。文字コードが違うかもしれません',
    fields: 'r、g、b、label が必要です',
    classes: `クラスは ${CLASSES} までです`,
    many: `色は ${COLOURS} 色までです`,
  },
  tableUse: 'この色を使う',
  tableReplace: '今の色と入れ替える',
  tableAdd: '今の色に加える',
  cancel: 'やめる',

  colourProblems: {
    fetching: (/** @type {Record<string, string>} */ d) => `「${called(d.set)}」のデータを読み込んでいます…`,
    noFile: (/** @type {Record<string, string>} */ d) => `「${called(d.set)}」のデータを読み込めませんでした。通信を確かめて、もう一度選んでください。`,
    dataFile: (/** @type {Record<string, string>} */ d) => `${d.file} の中身が正しくありません（${d.bytes} バイト）。ページを読み込み直してください。`,
    noColours: () => '学習する色がまだありません。「色」のタブで、色を選んでクラスに入れてください。',
    noRoom: () => `これ以上は入りません。クラスは ${CLASSES} まで、色は ${COLOURS} 色までです。`,
    noData: (/** @type {Record<string, string>} */ d) => `使える色がありませんでした（${d.rows} 番目）。${told(d.whys)}。{ r, g, b, label } の形で渡してください。`,
    badData: (/** @type {Record<string, string>} */ d) => `使えない色がありました（${d.rows} 番目）。${told(d.whys)}。ほかの色で続けます。`,
    refusedData: (/** @type {Record<string, string>} */ d) => `色を使えませんでした。${refusedData[/** @type {'noList'} */ (d.why)]}。{ r, g, b, label } の配列を渡してください。`,
    storeFull: () => 'ブラウザーの保存場所がいっぱいで、作ったものを残せません。ページを閉じる前に、自分の色を「表に書き出す」で保存してください。',
    storeForbidden: () => 'このブラウザーでは作ったものを残せません（保存が禁止されています）。ページを閉じる前に、自分の色を「表に書き出す」で保存してください。',
  },
};
