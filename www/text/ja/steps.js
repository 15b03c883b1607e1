// ネットワークの話の文：1 層ごとに、今していること。キーは ../en/ と同じです。
import { isPicture, sizeOf } from '../../core/tensor-shape.js';
import { count, loss, number, percent, precise } from '../../util/format.js';

/** @typedef {import('../index.js').Step} Step */

/** 入力の数をどう変えたか。 */
const SCALED = {
  raw: '0〜255 の数のままです',
  scaled: '0〜255 の数を、255 で割ってあります',
  standardised: '0〜255 の数を、平均 0、標準偏差 1 にそろえてあります',
};

/** 縦と横。 @param {readonly number[]} shape */
const area = (shape) => shape.slice(-2).join(' × ');

/** @param {import('./about.js').Noun} noun */
export function steps({ one, unit, start, given, called }) {
  /** まだ何も測れないとき。 */
  const unmeasured = `学習データの${one}がまだないので、損失も正解率も測れません。`;

  /** 何色目、何枚目の話か。 @param {Step} s */
  const which = (s) => (s.rows > 1 ? `${count(s.row + 1)} ${unit}目では、` : '');

  /** 1 枚の絵がどんな数になるか。 @param {Step} s */
  const channels = (s) => `${s.shape[0]} チャンネル${s.shape[0] === 3 ? '（赤、緑、青）' : ''}、縦横 ${area(s.shape)} の ${s.values.length} 個の数`;

  /** 測った結果。 @param {Step} s */
  function result(s) {
    if (s.trainAccuracy === undefined) return unmeasured;
    const from = s.sampled ? '見本の' : '';
    const learned = s.right === s.of ? `${count(s.of)} ${unit}すべて` : `${count(s.of)} ${unit}のうち ${count(s.right)} ${unit}`;
    const tested = s.testAccuracy === undefined ? '' : `、学習に使っていない${one}も ${count(s.testOf)} ${unit}${s.testRight === s.testOf ? 'すべて' : `のうち ${count(s.testRight)} ${unit}`}`;
    return `${from}${learned}${tested}に、正しい名前がつきました。${ending(s)}`;
  }

  /** 学習したあとの、次の一言。 @param {Step} s */
  function ending(s) {
    if (s.step < s.furthest) return `これは過去のステップです（${count(s.furthest)} まで学習しました）。`;
    return s.poor ? 'うまく学べていないようです。「実験」のタブの診断を見てみましょう。' : `ネットワークが間違える${one}を探してみましょう。`;
  }

  /** 何を測ったか。 @param {Step} s */
  const measured = (s) => (s.sampled ? `見本 ${count(s.of)} ${unit}` : `${count(s.trained)} ${unit}全体`);

  /** みんなから学んだ更新が何をしたか。 @param {Step} s */
  function together(s) {
    const all = s.taught === s.trained;
    const who = all ? `${count(s.trained)} ${unit}すべてから` : `${count(s.trained)} ${unit}のうち ${count(s.taught)} ${unit}から`;
    const own = s.rows > 1 ? '' : `この${one}${s.among ? '' : all ? `（学習データにはない${one}）` : `（そのなかにはない${one}）`}は ${loss(s.before)}\u00a0→\u00a0${loss(s.after)}。`;
    const why = all && s.trainAfter > s.trainBefore ? '増えたのは、一歩が大きすぎたためです。' : '';
    return (
      `${who}学び、${count(s.parameters)} 個の重みとバイアスのうち ${count(s.moved)} 個を、勾配の平均と反対の向きへ「${s.learningRate} × 平均」だけ動かしました。` +
      `${measured(s)}の損失は ${loss(s.trainBefore)}\u00a0→\u00a0${loss(s.trainAfter)}。${why}${own}`
    );
  }

  /** 1 つだけから学んだ更新が何をしたか。 @param {Step} s */
  function alone(s) {
    const all = s.trained === 0 ? '' : `${measured(s)}の損失は ${loss(s.trainBefore)}\u00a0→\u00a0${loss(s.trainAfter)}。`;
    const why = s.trained > 0 && s.trainAfter > s.trainBefore ? `1 ${unit}に合わせた更新が、ほかの${one}にもよいとは限りません。` : '';
    return (
      `この 1 ${unit}だけから学び、${count(s.parameters)} 個の重みとバイアスのうち ${count(s.moved)} 個を、勾配と反対の向きへ「${s.learningRate} × 勾配」だけ動かしました。` +
      `この${one}の損失は ${loss(s.before)}\u00a0→\u00a0${loss(s.after)}。${all}${why}`
    );
  }

  /** 閉じたゲートを通れなかった数。 @param {Step} s */
  const gated = (s) => (s.gated ? `${which(s)}閉じたゲートで ${count(s.stopped)} 個が止まり、${count(s.passed)} 個が通りました。` : '');

  /** 絶対値がいちばん大きい勾配。 @param {Step} s */
  const strongest = (s) => `勾配の絶対値がいちばん大きいのは w[${s.place.join(',')}] の ${number(s.most)} で、これを増やすと損失は${s.most < 0 ? '減ります' : '増えます'}。`;

  return {
    start,
    startGiven: given,
    startEven: (/** @type {Step} */ s) => `まだ何も学んでいません。どの${one}でも、${s.classes.length} つの答えはどれも ${percent(s.share)} です。`,
    data: (/** @type {Step} */ s) =>
      isPicture(s.shape)
        ? `${s.rows > 1 ? `学習データの ${count(s.rows)} ${unit}をまとめて入れます。図に出ているのは ${count(s.row + 1)} ${unit}目で、` : `この${one}を、`}${channels(s)}として入れます。${SCALED[s.scaling]}。`
        : s.rows > 1
          ? `学習データの ${count(s.rows)} ${unit}をまとめて入れます。絵に出ているのは ${count(s.row + 1)} ${unit}目、${called(s.rgb)} の計算です。`
          : `${one} ${called(s.rgb)} を、${s.values.map((value) => number(value)).join('、')} という ${s.values.length} つの数として入れます。`,
    affine: (/** @type {Step} */ s) =>
      `この ${count(s.nodes)} 個の数はどれも、入ってきた ${count(s.inputs)} 個の数${isPicture(s.given) ? `（${s.given[0]} チャンネルの ${area(s.given)} を 1 列に並べたもの）` : ''}に重みをかけて足し、バイアスを加えたものです。` +
      `${which(s)}いちばん大きいのは ${s.top} 番の ${number(s.most)} です（番号は 0 から）。`,
    relu: (/** @type {Step} */ s) =>
      `0 以下の数を 0 にし、正の数はそのまま通しました。${which(s)}${count(s.nodes)} 個のうち ${count(s.blocked)} 個が 0 になり、${count(s.nodes - s.blocked)} 個が通りました。`,
    softmax: (/** @type {Step} */ s) =>
      `${s.nodes} つの点数を、足すと 1 になる確率に変えました。${which(s)}${s.classes.map((c, i) => `${c} ${percent(s.values[i])}`).join('、')}。ネットワークの答えは${s.answer}です。`,
    loss: (/** @type {Step} */ s) =>
      s.rows > 1
        ? `どれだけ間違っているかを 1 つの数にします。${count(s.rows)} ${unit}の損失を平均すると ${loss(s.loss)} です。0 に近いほどよい答えです。`
        : `どれだけ間違っているかを 1 つの数にします。正解の${s.label}の確率は ${precise(s.share)}。` +
          `損失は −ln ${precise(Math.max(s.share, 1e-7))} = ${loss(s.loss)} です${s.share < 1e-7 ? '（1e−7 より小さい確率は 1e−7 とみなします）' : ''}。0 に近いほどよい答えです。`,
    softmaxBack: (/** @type {Step} */ s) =>
      `ここからは右から左へ戻ります。点数の勾配は、点数を少し増やすと損失がその何倍増えるかです。計算すると「確率 − 正解（1 か 0）」${s.rows > 1 ? `を ${count(s.rows)} で割った数` : ''}になります。` +
      `${which(s)}${s.classes.map((c, i) => `${c} ${number(s.values[i])}`).join('、')}。`,
    affineBack: (/** @type {Step} */ s) =>
      `${gated(s)}重みの勾配は「入ってきた数 × 先の勾配」です。重み ${count(s.inputs * s.nodes)} 個とバイアス ${count(s.nodes)} 個のうち、${strongest(s)}`,
    reluBack: (/** @type {Step} */ s) =>
      `▲ は大きく、▽ は小さくなれば損失が減る数です。${which(s)}` +
      (s.weighted
        ? `どれも、${s.next} の勾配に重みをかけて足したもので、負の重みは向きを逆にします。`
        : `${s.next} から戻ってきたもので、窓の中でいちばん大きかった ${count(s.wishes)} 個だけが受け取りました。`) +
      `${count(s.nodes)} 個のうち ${count(s.blocked)} 個はゲートが閉じていて、この先へ伝わりません。`,
    conv: (/** @type {Step} */ s) =>
      `どの数も、${s.given[0]} チャンネルの ${area(s.kernel)} の窓にある数に重みをかけて足し、バイアスを加えたものです（絵の縁の外は 0）。` +
      `${s.kernel[0]} 個のカーネル（重み ${s.inputs} 個ずつ）が ${s.shape[0]} チャンネルを作り、カーネルの重みは ${sizeOf(s.shape.slice(1))} か所のどこでも同じです。` +
      `${which(s)}いちばん大きいのは [${s.at.join(',')}] の ${number(s.most)} です。`,
    convBack: (/** @type {Step} */ s) => `${gated(s)}カーネルの重みの勾配は、使われた ${sizeOf(s.shape.slice(1))} か所それぞれの「出会った数 × 先の勾配」を足したものです。${strongest(s)}`,
    pool: (/** @type {Step} */ s) =>
      `2 × 2 個ごとに、いちばん大きい数だけを残しました。どのチャンネルも ${area(s.given)} から ${area(s.shape)} に縮み、${count(sizeOf(s.given))} 個のうち ${count(s.nodes)} 個が残りました。` +
      '模様が 1 画素ずれても、同じ数が残りやすくなります。',
    poolBack: (/** @type {Step} */ s) =>
      `▲ は大きく、▽ は小さくなれば損失が減る数です。${which(s)}どれも、${s.next} の勾配に重みをかけて足したものです。` +
      'この先で勾配を受け取るのは、2 × 2 の窓の中でいちばん大きかった数だけで、ほかの 3 つは 0 になります。',
    update: (/** @type {Step} */ s) => (s.taught > 1 || !s.among ? together(s) : alone(s)),
    updated: '重みとバイアスを更新しました。',
    training: (/** @type {Step} */ s) =>
      `順伝播、損失、逆伝播、更新を ${count(s.step)} 回繰り返しました。${s.loss === undefined ? unmeasured : `学習データの損失の平均は ${loss(s.loss)} です。`}`,
    trained: (/** @type {Step} */ s) => result(s),
  };
}
