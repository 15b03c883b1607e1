// ことばの意味。キーは glossary.en.js と同じです。`words` は本文に出てくる形で、いくつかあれば | で区切ります。

/** @typedef {{ words: string, means: string }} Term */

export const glossary = {
  forward: { words: '順伝播', means: '左から右へ、層を順に計算して、答えを出すことです。' },
  backward: { words: '逆伝播', means: '右から左へ、勾配を 1 層ずつ求めることです。' },
  activation: { words: '活性化関数', means: 'Affine から出た数を変える関数です。これがないと、層を重ねても 1 層と同じ働きしかできません。ここでは ReLU を使います。' },
  loss: { words: '損失', means: '答えがどれだけまちがっているかを表す 1 つの数です。0 に近いほどよい答えです。' },
  gradient: { words: '勾配', means: '数を少し増やしたとき、損失が、増やした分の何倍増えるかを表します。マイナスなら減ります。' },
  rate: { words: '学習率', means: '1 回の更新で、重みやバイアスをどれだけ動かすかを決める数です。勾配にかけて使います。' },
  weight: { words: '重み', means: '入ってきた数にかける数です。学習で変わります。' },
  bias: { words: 'バイアス', means: '重みをかけて足したあとに加える数です。学習で変わります。' },
  neuron: { words: 'ニューロン|ノード', means: '計算の単位です。入ってきた数に重みをかけて足し、バイアスを加えます。' },
  hidden: { words: '隠れ層', means: '入力と出力の間にある層です。' },
  entropy: { words: '交差エントロピー', means: '損失のひとつです。正解の確率の自然対数に、マイナスをつけた数です。' },
  teacher: { words: '教師ラベル', means: 'ネットワークに教える正解です。' },
  hyper: { words: 'ハイパーパラメーター', means: '学習で変わるのではなく、人が決める数です。層やノードの数、学習率などです。' },
  step: { words: 'ステップ', means: '重みを 1 回更新することです。' },
};
