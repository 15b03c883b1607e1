// 「手で逆伝播」の章の問いと舞台のことば、その続きの問い。キーは ../en/ と同じです。
import { WANTED } from '../../lesson/tiny.js';
import { chosen, count, loss, number, precise } from '../../util/format.js';
import { name } from './colours.js';

/** @typedef {import('../../lesson/facts.js').Facts} Facts */
/** @typedef {import('./lesson.js').Words} Words */

const inBrackets = (/** @type {number} */ value, /** @type {(value: number) => string} */ form = chosen) => (value < 0 ? `(${form(value)})` : form(value));
/** 重みの勾配になりうる 3 つの積。 @param {Facts} f */
function products({ gaps, right, passing: { value, weights } }) {
  const [node, weight, gradient] = [value, weights[right], gaps[right]].map((one) => inBrackets(one, number));
  return [`${weight} × ${gradient}`, `${node} × ${gradient}`, `${node} × ${weight}`];
}
/** 動かす幅が大きいときの倍率を答えた場合の一言。 */
const coarse = () => 'それは、ある幅で動かしたときの倍率です。上へも下へも、動かす幅を小さくしていってください。倍率はどの数に近づきますか。';

/** @type {Record<string, Words>} */
export const hand = {
  'hand.nudge': {
    title: '点数を少し動かす',
    ask: ({ tiny: { numbers: n } }) =>
      `暗算できるほど小さなネットワークです。点数は ${chosen(n.score)}、目標は ${chosen(WANTED)} で、損失は (${chosen(n.score)} − ${chosen(WANTED)})² ÷ 2 = ${chosen(n.loss)} です。つまみで点数を少し動かすと、損失は、動かした量の何倍変わるでしょう。動かす幅を小さくするほど、倍率はある整数に近づきます。その数を答えてください。`,
    slips: {
      ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`by${i}`, coarse])),
      value: () => 'それは点数そのものです。損失がどれだけ変わったかを見て、動かした量で割ってください。',
      grown: () => 'それは損失の変わった量です。動かした量で割ってください。',
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `この点の近くでは、損失は、点数を増やした量の ${chosen(d.score)} 倍増えます。曲線で言えば傾きです。この傾きを、点数の「勾配」と呼びます。この損失なら、勾配はいつも「点数 − 目標」で、${chosen(n.score)} − ${chosen(WANTED)} = ${chosen(d.score)} です。`,
  },
  'hand.path': {
    title: '1 本の道をたどる',
    ask: ({ tiny: { numbers: n, gradients: d } }) =>
      `点数の勾配は ${chosen(d.score)} でした。太い線に沿って、a を通って左へ戻ります。a が少し増えると、点数はその ${chosen(n.as)} 倍増えます。p が少し増えると、a はその ${chosen(n.pa)} 倍増えます（a は 0 より大きいので、ReLU は何も変えません）。この道だけを考えると、損失は p の増えた量の何倍増えるでしょう。`,
    slips: {
      half: ({ tiny: { gradients: d } }) => `${chosen(d.a)} は a の勾配です。a から p まで、もう 1 つ戻ってください。`,
      weights: ({ tiny: { gradients: d } }) => `それは、点数が何倍増えるかです。損失は、さらにその ${chosen(d.score)} 倍増えます。`,
      added: () => '倍率を足していませんか。2 倍の 3 倍は 6 倍です。倍率どうしは、かけ合わせます。',
      value: () => 'p の値をかけていませんか。かけるのは、p から a への重みです。',
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `${chosen(d.score)} × ${chosen(n.as)} × ${chosen(n.pa)} = ${chosen(d.viaA)} です。1 本の道に沿っては、かけ合わせます。途中で a の勾配も出ました。${chosen(d.score)} × ${chosen(n.as)} = ${chosen(d.a)} です。この数は、あとでまた使います。`,
  },
  'hand.sum': {
    title: '道を足し合わせる',
    ask: ({ tiny: { numbers: n, gradients: d } }) =>
      `p は b にも入り、b は重み ${chosen(n.bs)} で点数に入ります。つまり、p は 2 本の道で損失に効きます。a を通る道は ${chosen(d.viaA)} でした。2 本を合わせた p の勾配はいくつでしょう。`,
    slips: {
      onlyA: () => 'それは a を通る道だけです。b を通る道の分も足してください。',
      onlyB: () => 'それは b を通る道だけです。a を通る道の分も足してください。',
      unsigned: ({ tiny: { numbers: n } }) => `マイナスが抜けています。b から点数への重みは ${chosen(n.bs)} なので、b を通る道は逆向きに効きます。`,
      half: ({ tiny: { numbers: n } }) => `a と b の勾配を足していませんか。それぞれに、p からの重み ${chosen(n.pa)} と ${chosen(n.pb)} をかけてから足します。`,
      weights: ({ tiny: { gradients: d } }) => `2 本の道は正しく足せていますが、点数で終わっています。損失は、さらにその ${chosen(d.score)} 倍増えます。`,
      product: () => '道に沿ってはかけますが、2 本の道どうしは足します。p は両方の道で同時に効くからです。',
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `b を通る道は ${chosen(d.score)} × ${inBrackets(n.bs)} × ${chosen(n.pb)} = ${chosen(d.viaB)} です。合わせて ${chosen(d.viaA)} + ${inBrackets(d.viaB)} = ${chosen(d.p)} になります。道に沿ってかけ、道どうしを足す。逆伝播は、これだけです。`,
  },
  'hand.check': {
    title: '動かした結果と合うか',
    ask: ({ tiny: { gradients: d } }) =>
      `何も動かさずに、計算だけで ${chosen(d.p)} を求めました。今度は p そのものを動かしてみましょう。いちばん小さい幅の 0.01 だけ、上か下へ動かしてください。倍率はいくつになりますか。`,
    tell: ({ tiny: { gradients: d, ratio, by } }) =>
      `${by === 0 ? '' : `動かすと ${number(ratio)} 倍、`}計算では ${chosen(d.p)} 倍です。動かす幅を小さくするほど、2 つは近づきます。数学では、この傾きを微分、「道に沿ってかけ、道どうしを足す」決まりを連鎖律と呼びます。`,
    formula: 'dL/dp = dL/ds · (ds/da · da/dp + ds/db · db/dp)',
  },
  'hand.weight': {
    title: '重みの勾配',
    ask: ({ tiny: { numbers: n, gradients: d } }) =>
      `学習で変わるのは重みなので、必要なのは重みの勾配です。p から a への重み ${chosen(n.pa)} を考えます。p が ${chosen(n.p)} なので、この重みが少し増えると、a の和はその ${chosen(n.p)} 倍増えます。a の勾配は ${chosen(d.a)} です。この重みの勾配はいくつでしょう。`,
    slips: {
      passed: ({ tiny: { numbers: n } }) => `重み ${chosen(n.pa)} をかけると、p へ渡す勾配になります。今度動くのは重みで、p は動きません。p をかけてください。`,
      arrived: () => 'それは a に届いた勾配です。この線を通って入ってきた数をかけてください。',
      forward: () => 'それは「p × 重み」で、順伝播の計算です。p に、a に届いた勾配をかけます。',
      plain: () => 'a から点数への重みを飛ばしています。a の勾配から始めてください。',
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `${chosen(n.p)} × ${chosen(d.a)} = ${chosen(d.pa)} です。「入ってきた数 × 届いた勾配」が、重みの勾配です。つまみで確かめられます。a の勾配 ${chosen(d.a)} を、ここでもう一度使いました。`,
    formula: 'dw = x · dout',
  },
  'hand.closed': {
    title: 'ReLU が閉じている所',
    ask: ({ tiny: { numbers: n, gradients: d } }) =>
      `q を ${chosen(n.q)} に変えました。b の和は ${chosen(n.sumB)} になり、ReLU で 0 になります。点数は ${chosen(n.score)}、その勾配は ${chosen(d.score)} です。p の勾配は、今度はいくつでしょう。`,
    slips: {
      through: () => 'b を通る道も数えています。p が少し増えても、b の和は 0 より小さいままなので、b は 0 のままです。その道を通って、点数に何が届くでしょう。',
      blocked: () => '閉じているのは b だけです。a を通る道は開いています。',
      weights: ({ tiny: { gradients: d } }) => `それは点数までの倍率です。損失は、さらにその ${chosen(d.score)} 倍増えます。`,
      half: ({ tiny: { numbers: n, gradients: d } }) => `新しい点数の勾配 ${chosen(d.score)} から始めて、重み ${chosen(n.as)} と ${chosen(n.pa)} の両方をかけてください。`,
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `a を通る道だけで、${chosen(d.score)} × ${chosen(n.as)} × ${chosen(n.pa)} = ${chosen(d.viaA)} です。b には勾配 ${chosen(d.b)} が届きますが、閉じた ReLU は何も通しません。b の和を動かしてみてください。0 より小さい間は、損失は動きません。傾きは 0 です。`,
    formula: 'ReLU：dx = dout（x > 0 の所）、0（x ≤ 0 の所）',
  },
  'hand.flat': {
    title: 'ReLU がなかったら',
    ask: ({ tiny: { numbers: n } }) =>
      `ReLU を取り除いてみます。a = ${chosen(n.pa)}p、b = p − q、点数 = ${chosen(n.as)}a − b です。この 2 つの層は、1 つの層「点数 = ?·p + q」に置き換えられます。p の重みはいくつでしょう。`,
    slips: {
      onlyA: () => 'それは a を通る道です。p は b も通ります。',
      onlyB: () => 'それは b を通る道です。p は a も通ります。',
      unsigned: () => 'b は、マイナスで点数に入ります。',
      first: () => 'それは 1 つ目の層の重みです。2 つ目の層で、さらに重みをかけます。',
    },
    tell: ({ tiny: { numbers: n } }) =>
      `${chosen(n.as)} × ${chosen(n.pa)}p − (p − q) = ${chosen(n.pa * n.as + n.pb * n.bs)}p + q です。Affine を 2 つ続けても、ノードがいくつあっても、1 つの Affine と同じです。間に ReLU があるから、層を重ねる意味があります。`,
  },
  'hand.cost': {
    title: 'なぜ右から左へ？',
    ask: (f) =>
      `勾配は、動かすだけでも求められます。どの数についても、少し大きくした場合と少し小さくした場合の 2 回、順伝播をすればよいのです。色のネットワークには、重みとバイアスが ${count(f.parameters)} 個あります。全部の勾配を求めるには、順伝播が何回いるでしょう。`,
    slips: { once: (f) => `それは ${count(f.parameters)} 個に 1 回ずつの場合です。少し大きくした場合と少し小さくした場合で、1 個につき 2 回いります。` },
    tell: (f) =>
      `2 × ${count(f.parameters)} = ${count(2 * f.parameters)} 回です。しかも、1 回の更新のためだけにです。逆伝播なら、順伝播 1 回と逆伝播 1 回で済みます。右から左へ進めば、どの勾配も 1 回計算するだけで、左にあるものすべてがそれを使えます。a の勾配は、p にも、手前の重みにも使えました。だから右から左へ進むのです。`,
  },
};

/** 本物のネットワークが左へ渡すもの。 @type {Record<string, Words>} */
export const passing = {
  'backward.pass': {
    title: 'Affine4 から ReLU3 へ',
    ask: (f) =>
      `同じことを、本物のネットワークで計算します。${nameOf(f)} のノード ${f.passing.node} は、${f.scores.length} つの点数すべてに入るので、道は ${f.scores.length} 本です。点数の勾配は ${f.gaps.map(precise).join('、')}（${f.classes.map((id) => name(id, f.settings.data)).join('、')}）、そこへの重みは ${f.passing.weights.map(precise).join('、')} です。このノードの勾配はいくつでしょう。電卓を使ってもかまいません。`,
    slips: {
      onePath: (f) => `それは${name(f.classes[f.right], f.settings.data)}への道だけです。このノードは ${f.scores.length} つの点数に入るので、${f.scores.length} 本の道を足します。`,
      sign: () => '大きさは合っていますが、符号が逆です。どの積の符号も確かめてください。',
      unsigned: () => 'マイナスを落としています。逆向きに効く道もあります。',
      weights: () => '重みだけを足しています。それぞれに、点数の勾配をかけてから足してください。',
    },
    tell: (f) =>
      `${f.gaps.map((gap, i) => `${inBrackets(gap, precise)} × ${inBrackets(f.passing.weights[i], precise)}`).join(' + ')} = ${number(f.passing.gradient)} です。点数の勾配は「点数を増やした量の何倍、損失が増えるか」、重みは「ノードを増やした量の何倍、点数が増えるか」です。道に沿ってかけ、道どうしを足します。全部のノードについてまとめて書くと、dx = dout · wᵀ です。wᵀ は、点数からノードへ戻る向きです。${f.passing.value > 0 && f.relu ? `このノードは 0 より大きいので、${nameOf(f)} は勾配をそのまま左へ通します。` : ''}`,
    formula: 'dx = dout · wᵀ',
  },
  'backward.weight': {
    title: '間にある重みの勾配は？',
    ask: (f) =>
      `同じノード ${f.passing.node} の値は ${number(f.passing.value)} です。このノードから${name(f.classes[f.right], f.settings.data)}の点数への重みは ${number(f.passing.weights[f.right])}、その点数の勾配は ${number(f.gaps[f.right])} です。重みの勾配は、どの積でしょう。`,
    choices: products,
    slips: {
      0: () => '「重み × 勾配」は、ノードへ渡すものです。今度動くのは重みで、ノードは動きません。',
      2: () => '「ノード × 重み」は、ノードが点数に足す量で、順伝播の計算です。右から届いた勾配が入っていません。',
    },
    tell: (f) =>
      `${products(f)[1]} です。重みを少し増やすと、点数はその ${number(f.passing.value)} 倍、損失はさらにその ${number(f.gaps[f.right])} 倍増えます。重みの勾配には「入ってきた数」が、左へ渡す勾配には「重み」が出てきます。全部の重みについてまとめて書くと、dw = xᵀ · dout です。dw は w と同じ形の表になります。（スライド 25 には dx.T とありますが、正しくは、入ってきた x の x.T です。）バイアスにはいつも 1 がかかると考えられるので、バイアスの勾配は、届いた勾配そのものです。`,
    formula: 'dw = xᵀ · dout、db = Σ dout',
  },
  'backward.affine': {
    title: '自分で書く：affine_backward',
    ask: () => 'Affine に入った数すべての勾配を返す関数を書きましょう。dout[j] は、右から届いたノード j の勾配です。w[i][j] は、入力 i からノード j への重みです。入力 i ごとに、すべてのノード j への道を足します。',
    slips: {
      onePath: () => '道を 1 本しか数えていません。どの入力もすべてのノードに入るので、すべての j について足してください。',
      noGradient: () => '重みだけを足しています。それぞれに dout[j] をかけてください。',
    },
    tell: () => '図の Affine が左へ渡す勾配も、あなたのコードになりました。この繰り返しが逆伝播です。',
    formula: 'dxᵢ = Σⱼ doutⱼ wᵢⱼ',
  },
};

/** 1 色だけで学ぶと。 @type {Record<string, Words>} */
export const alone = {
  'update.alone': {
    title: '1 色だけで学ぶと',
    ask: () => '勾配がそろいました。この 1 色の損失が減るように、すべての重みとバイアスを少しずつ動かします。この色の損失と、学習データの損失の平均は、それぞれどうなるでしょう。',
    choices: () => ['どちらも減る', 'この色の損失は減り、平均は増える', 'この色の損失が減らない'],
    tell: ({ effect }) =>
      effect
        ? `この色の損失は ${loss(effect.before)}\u00a0→\u00a0${loss(effect.after)}、学習データの平均は ${loss(effect.trainBefore)}\u00a0→\u00a0${loss(effect.trainAfter)} です。${effect.trainAfter > effect.trainBefore ? '1 つの色に合う一歩が、ほかの色を悪くすることがあります。だから、多くの色の勾配を平均して、1 回の更新に使います。' : '今回は、ほかの色にも合う一歩でした。しかし、それは偶然です。多くの色の勾配を平均すれば、偶然に頼らずに済みます。'}`
        : '更新してみると、どうなるかわかります。',
  },
};

/** ページでの層の名前。 @param {Facts} f */
function nameOf({ passing: { column } }) {
  return column.startsWith('relu') ? `ReLU${column.slice(4)}` : column === 'data' ? 'Data' : column;
}

/** 舞台のことば。 */
export const stage = {
  tinyTitle: '暗算できるネットワーク',
  tinyLabel: (/** @type {import('../../lesson/tiny.js').Numbers} */ { p, q, sumA, a, sumB, b, score, loss: cost }) =>
    `p は ${chosen(p)}、q は ${chosen(q)}。ノード a は和が ${chosen(sumA)}、出力が ${chosen(a)}。ノード b は和が ${chosen(sumB)}、出力が ${chosen(b)}。点数は ${chosen(score)}、損失は ${chosen(cost)}。`,
  tinyGradients: (/** @type {[string, string][]} */ given) => `勾配は、${given.map(([name, value]) => `${name} ${value}`).join('、')}。`,
  tinyNames: { p: 'p', q: 'q', a: 'a', b: 'b', sumA: 'a の和', sumB: 'b の和', score: '点数', pa: 'p から a への重み', pb: 'p から b への重み', qb: 'q から b への重み', as: 'a から点数への重み', bs: 'b から点数への重み', viaA: 'a を通る道', viaB: 'b を通る道' },
  tinyScore: '点数',
  tinyLoss: '損失',
  tinyFormula: '損失 = (点数 − 目標)² ÷ 2',
  tinyWanted: (/** @type {number} */ value) => `目標：${chosen(value)}`,
  tinyKey: '勾配',
  tinyNudge: (/** @type {string} */ what) => `動かす数：${what}`,
  tinyBy: (/** @type {number} */ by) => (by > 0 ? `+${chosen(by)}` : chosen(by)),
  tinyRest: 'つまみを動かしてください。',
  tinyRatio: (/** @type {string} */ grown, /** @type {string} */ by, /** @type {string} */ ratio) => `${grown} ÷ ${by} = ${ratio} 倍`,
  tinyTried: ['幅', '倍率'],
  tinySlope: (/** @type {number} */ value) => `● での傾き：${chosen(value)}`,
  tinyCurve: (/** @type {string} */ what) => `損失の曲線（横軸：${what}）`,
};
