// ことばの意味。キーは glossary.en.js と同じです。`words` は本文に出てくる形で、いくつかあれば | で区切ります。

/** @typedef {{ words: string, means: string }} Term */

export const glossary = {
  forward: { words: '順伝播', means: '左から右へ、層を順に計算して、答えを出すことです。' },
  backward: { words: '逆伝播', means: '右から左へ、損失の勾配を層ごとに求めることです。' },
  activation: { words: '活性化関数', means: '層の間にはさんで、数を曲げる関数です。ここでは ReLU を使います。' },
  loss: { words: '損失', means: '答えがどれだけまちがっているかを表す 1 つの数です。0 に近いほどよい答えです。' },
  gradient: { words: '勾配', means: 'その数を少し増やすと、損失がどれだけ増えるかです。' },
  rate: { words: '学習率', means: '1 回の更新で、重みをどれだけ動かすかを決める数です。' },
  weight: { words: '重み', means: '入ってきた数にかける数です。学習で変わります。' },
  bias: { words: 'バイアス', means: 'かけて足したあとに加える数です。学習で変わります。' },
  neuron: { words: 'ニューロン|ノード', means: '入ってきた数に重みをかけて足し、バイアスを加える、計算のひとつぶです。' },
  hidden: { words: '隠れ層', means: '入力と出力の間にある層です。' },
  entropy: { words: '交差エントロピー', means: '正解の確率の対数に、マイナスをつけた損失です。' },
  teacher: { words: '教師ラベル', means: '人がつけた正解です。' },
  hyper: { words: 'ハイパーパラメーター', means: '学習で決まるのではなく、人が選ぶ数です。層やノードの数、学習率などです。' },
  step: { words: 'ステップ', means: '重みを 1 回更新することです。' },
};
