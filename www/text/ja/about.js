// ネットワークに入れるもの（色か絵）についての言葉。文はここに 1 回だけ書き、名詞と数え方を入れます。キーは ../en/ と同じです。
import { isPicture } from '../../core/tensor-shape.js';
import { count } from '../../util/format.js';
import { arithmetic } from './arithmetic.js';
import { steps } from './steps.js';

/**
 * ネットワークに入れるものの名詞。
 * @typedef {object} Noun
 * @property {string} one この「色」
 * @property {string} unit 240「色」
 * @property {string} question 最初の画面の題
 * @property {string} start 最初の画面の文
 * @property {string} given ファイルの重みから始めるときの文
 * @property {string} values data の out の意味
 * @property {(input: readonly number[]) => string} called 1 つをさすことば
 */

/** @type {Record<import('../index.js').InputKind, Noun>} */
export const nouns = {
  colour: {
    one: '色',
    unit: '色',
    question: 'この色は何色？',
    start: 'まだ何も学んでいません。色の境目は、たまたまこうなっているだけです。色を動かして、名前が変わる所を見てみましょう。',
    given: 'ファイルの重みから始めます。色を動かして、どれだけ正しい名前がつくか、見てみましょう。',
    values: '色を表す数',
    called: (rgb) => `RGB(${rgb.join(', ')})`,
  },
  picture: {
    one: '絵',
    unit: '枚',
    question: 'この絵は何？',
    start: 'まだ何も学んでいません。答えは、たまたまこうなっているだけです。ほかの絵も選んで、答えを見てみましょう。',
    given: 'ファイルの重みから始めます。いろいろな絵を選んで、どれだけ正しい名前がつくか、見てみましょう。',
    values: '画素の明るさ',
    called: () => '絵：',
  },
};

/**
 * ノードの番号や画素の場所。
 * @param {string} title
 * @param {readonly number[]} index 層のなかの番号：ノード、またはチャンネル、行、列
 * @returns {string}
 */
const node = (title, index) => (isPicture(index) ? `${title} のチャンネル ${index[0]}、${index[1]} 行 ${index[2]} 列` : `${title} ${index[0]} 番`);

/** @param {Noun} noun */
export const about = ({ one, unit, ...noun }) => ({
  room: { colours: one },
  parts: {
    all: (/** @type {number} */ n) => `全部 ${count(n)} ${unit}`,
    train: (/** @type {number} */ n) => `学習 ${count(n)} ${unit}（四角）`,
    test: (/** @type {number} */ n) => `テスト ${count(n)} ${unit}（丸）`,
  },
  only: (/** @type {string} */ label, /** @type {string} */ answer, /** @type {number} */ n) => `正解 ${label}、答え ${answer} の ${count(n)} ${unit}だけ`,
  group: (/** @type {string} */ label, /** @type {number} */ n, /** @type {number} */ wrong) => `${label} ${count(n)} ${unit}（✕ 間違い ${count(wrong)}）`,
  judged: (/** @type {string} */ called, /** @type {readonly number[]} */ rgb, /** @type {string} */ label, /** @type {string} */ answer, /** @type {string} */ loss) =>
    `${called ? `${called}、` : ''}${noun.called(rgb)} 正解 ${label}、答え ${answer}、損失 ${loss}`,
  shownOf: (/** @type {number} */ n, /** @type {number} */ all) => `${count(all)} ${unit}のうち、最初の ${count(n)} ${unit}を出しています。`,
  confused: (/** @type {number} */ n, /** @type {string} */ label, /** @type {string} */ answer) => `正解 ${label}、答え ${answer}：${count(n)} ${unit}`,

  nodes: (/** @type {readonly number[]} */ shape) => (isPicture(shape) ? shape.join(' × ') : `${count(shape[0])} ノード`),
  node,
  scope: `どの${one}で計算するか`,
  scopeUpdate: `どの${one}から学ぶか`,
  scopes: { one: `この 1 ${unit}`, batch: (/** @type {number} */ n) => `学習 ${count(n)} ${unit}` },
  row: (/** @type {number} */ i, /** @type {number} */ n) => `${count(n)} ${unit}中 ${count(i + 1)} ${unit}目`,
  rowBack: `前の${one}`,
  rowNext: `次の${one}`,
  closely: {
    votes: (/** @type {number} */ up, /** @type {number} */ down) => `大きく ${count(up)} ${unit}、小さく ${count(down)} ${unit}。平均で決まります。`,
    losses: (/** @type {number} */ n) => `${count(n)} ${unit}それぞれの損失です。破線は平均です。`,
  },
  tensors: { loss: `1 ${unit}ごとの損失` },
  tensorIn: { data: noun.values, loss: `損失。間違いの大きさです（何${unit}もあれば平均）` },
  micro: {
    mean: (/** @type {number} */ n) => `${count(n)} ${unit}の平均：`,
    own: `この${one}`,
    colour: (/** @type {number} */ i) => `${count(i + 1)} ${unit}目`,
    sentence: arithmetic({ one, unit }),
  },
  sampledTitle: `測った${one}`,
  sampled: (/** @type {number} */ n, /** @type {number} */ all) => `${count(all)} ${unit}のうち、見本の ${count(n)} ${unit}`,
  trainData: (/** @type {number} */ n, /** @type {number} */ wrong) => (n === 0 ? '学習データはまだありません' : wrong === 0 ? `${count(n)} ${unit}すべて正解` : `✕ ${count(wrong)} / ${count(n)} ${unit}`),
  testData: (/** @type {number} */ n, /** @type {number} */ wrong) => (n === 0 ? '' : wrong === 0 ? `テスト ${count(n)} ${unit}すべて正解` : `テスト ✕ ${count(wrong)} / ${count(n)} ${unit}`),
  tile: (/** @type {readonly number[]} */ rgb, /** @type {string} */ label, /** @type {string} */ answer) => `${noun.called(rgb)} 正解 ${label}、答え ${answer}`,
  titles: { start: noun.question },
  steps: steps({ one, unit, ...noun }),

  setting: { amount: '学習データとテストデータの数' },
  settingNote: {
    batch: `1 回の更新で見る${one}の数です。1 にすると、損失の減り方はどう変わるでしょう。`,
    amount: `学習に使う${one}の数と、テストに使う${one}の数です。学習に使う${one}を 12 に減らすと、テストの損失はどうなるでしょう。`,
  },
  settingRange: { amount: '学習データは 1〜10,000、テストデータは 0〜10,000 の整数にしてください。' },
  amountTrain: '学習データの数',
  amountTest: 'テストデータの数',
  runOthers: `別の${one}`,
  runSetting: { train: '学習データ', test: 'テストデータ' },
  trialFigures: (/** @type {string} */ from, /** @type {string} */ to, /** @type {string} */ train, /** @type {string} */ test) => `損失は ${from} → ${to}、正解率は学習 ${train}、テスト ${test} です。`,
  finding: {
    dead: (/** @type {string} */ layer, /** @type {number} */ n, /** @type {number} */ of, /** @type {string} */ which) => `${layer} の ${of} 個${n === of ? 'すべてが' : `のうち ${n} 個は`}、どの${one}でも 0 を出します（死んだ ReLU：${which}）。`,
    sure: (/** @type {string} */ share, /** @type {string} */ wrong) => `${share} の${one}に、99.9% を超える確率で答えています（Softmax の飽和）。${wrong === '' ? 'その中に間違いはありません。' : `自信をもって間違えた${one}は、全体の ${wrong} です。`}`,
  },

  problems: {
    tooMuch: (/** @type {Record<string, string>} */ d) => `ノードが ${d.nodes} 個のとき、${one}は ${d.most} ${unit}までです。${one}かノードを減らしてください。`,
    relearn: (/** @type {Record<string, string>} */ d) => `${d.classes ? outputs(d.classes) : `${one}を変えました。`}最初から学びます。それまでの ${d.steps} ステップは取ってあります。`,
    outputs: (/** @type {Record<string, string>} */ d) => outputs(d.classes),
    chosen: () => `ほかの${one}から学ぶことにしました。`,
  },
});

/** @param {string} classes クラスの数 */
function outputs(classes) {
  return `クラスが ${classes} つになったので、出力のノードも ${classes} 個になりました。`;
}
