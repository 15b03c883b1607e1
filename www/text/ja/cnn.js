// 「画像のネットワーク」の章と、その舞台の言葉。キーは ../en/ と同じです。
import { vgg16 } from '../../lesson/vgg16.js';
import { chosen, count } from '../../util/format.js';

/** @typedef {import('./lesson.js').Words} Words */

const { stages, affine, total } = vgg16();
const convolutions = stages.flat();
const learned = convolutions.reduce((sum, layer) => sum + layer.learned, 0);

/** @type {Record<string, Words>} */
export const cnn = {
  'cnn.draw': {
    title: '絵をかいてみる',
    ask: () => 'このネットワークには、12 × 12 画素の絵が入ります。横じま、縦じま、斜めじま、市松のどれかを当てるのが仕事です。1 枚かいてみましょう。',
    tell: (f) => `まだ何も学んでいないので、答えは偶然です。入るのは ${count(f.inputs)} 個の数、つまり、すべての画素の赤・緑・青です。最初のほうの層は、初めて見るものです。Convolution（畳み込み）は、小さな窓から絵を見る層です。`,
  },
  'cnn.edge': {
    title: 'カーネルを手で決める',
    ask: () => '窓は 3 × 3 画素を取り出し、それぞれに重みをかけて足します。この 9 個の重みを「カーネル」と呼びます。絵は、暗い所（0）の中に明るい四角形（1）があります。ReLU を通したあと、四角形の左の辺だけが 0 より大きくなるように、カーネルを決めてください。重みを押すと変わります。',
    tell: () => '左をマイナス、右をプラスにすると、同じ明るさが続く所では 0 になり、左から右へ明るくなる所だけ 0 より大きくなります。この 9 個の重みを、絵のどこでも使います。CNN では人が決める必要はありません。ほかの重みと同じように、学習で決まります。',
    formula: 'out[i,j] = Σₖ Σₗ x[i+k−1, j+l−1] · w[k,l] + b',
  },
  'cnn.window': {
    title: '窓を 1 つ計算する',
    ask: () => '今度は、窓が四角形の右の辺にあります。ReLU の前の数はいくつでしょう。',
    slips: {
      sign: () => '大きさは合っていますが、符号が逆です。明るい画素は、左側の重みの下にあります。',
      sum: () => '画素をそのまま足しています。先に、それぞれの重みをかけてください。',
      relu: () => 'それは ReLU を通したあとの数です。ReLU に入る数を答えてください。',
    },
    tell: (f) => `${chosen(f.kernel.out[21])} です。ここでは左から右へ暗くなるので、和はマイナスになり、ReLU で 0 になります。右の辺も見つけたいときは、カーネルをもう 1 つ使います。カーネル 1 つにつき、チャンネルが 1 つできます。`,
  },
  'cnn.pool': {
    title: 'max pooling',
    ask: () => 'max pooling（最大プーリング）は、2 × 2 個の数のうち、いちばん大きい数だけを残します。四角形の角にある 4 つの数からは、いくつが残るでしょう。',
    slips: {
      sum: () => '4 つを足しています。残るのは、いちばん大きい数だけです。',
      mean: () => 'それは平均です。残るのは、いちばん大きい数だけです。',
      smallest: () => 'それはいちばん小さい数です。残るのは、いちばん大きい数です。',
    },
    tell: (f) => `${chosen(f.kernel.pooled[5])} です。これで絵の高さと幅が半分になりました。2 × 2 のどこに辺があったかは、もうわかりません。そのかわり、模様が 1 画素ずれても、同じ数が残ります。`,
    formula: 'out = 2 × 2 の最大値',
  },
  'cnn.count': {
    title: '重みはいくつ必要？',
    ask: () => '30 × 30 画素の白黒の絵は、900 個の数です。ノードが 50 個の Affine 層では、そのすべてを、すべてのノードとつなぎます。重みは何個になるでしょう（バイアスは数えません）。',
    slips: {
      sum: () => '画素ごとに、ノードの数だけ重みがあります。かけ算をしてください。',
      pixels: () => 'それはノード 1 個の分です。ノードは 50 個あります。',
      kernel: () => 'それは、バイアスを入れたカーネル 1 つの数です。Affine 層ではいくつでしょう。',
    },
    tell: () => 'カーネルなら、絵がどんなに大きくても、重み 9 個とバイアス 1 個です。少ない重みを、どの場所でも使う。それが CNN の工夫です。表は、写真を見分けるネットワーク VGG16 です。',
  },
  'cnn.race': {
    title: '勝つのはどちら？',
    ask: () => 'Convolution を使わず、Affine と ReLU だけのネットワーク（ノードは 50、100、50）に、同じ 480 枚の絵を学ばせます。見たことのない 200 枚を、どれくらい当てられるでしょう。',
    tell: () => 'CNN は、同じ絵から同じ回数の更新で学んで、新しい絵を 10 枚のうち 9 枚ほど当てます。',
  },
  'cnn.why': {
    title: 'なぜでしょう？',
    ask: () => 'Affine だけのネットワークは、新しい絵をよく間違えます。重みがずっと少ない CNN は、同じ回数の更新で、10 枚のうち 9 枚ほどを当てます。なぜでしょう。',
    choices: () => ['重みが多いから', '長く学習したから', 'カーネルが 1 か所で学んだことを、どの場所でも使えるから'],
    slips: {
      0: () => 'CNN の重みは、ずっと少ないのです。ネットワークの図で数えてみてください。',
      1: () => '更新の回数も、学んだ絵も同じです。',
    },
    tell: () => 'Affine 層にとって、1 画素下から始まるしま模様は、まったく別の入力です。重みも別なので、あらゆる位置と色の例を見なければなりません。カーネルは、辺がどこにあっても見つけます。その仕組みが最初から組み込まれているので、少ない例で足ります。',
  },
  'cnn.vgg': {
    title: '本物の VGG16',
    ask: () => `VGG16 が学習で決める数は ${count(total)} 個です。Convolution が ${count(convolutions.length)} 層、Affine が ${count(affine.length)} 層あります。いちばん多いのはどこでしょう。`,
    choices: () => ['Convolution', '最初の Affine', '最後の Affine'],
    slips: {
      0: () => `${count(convolutions.length)} 層を合わせても ${count(learned)} 個です。カーネルは小さいからです。`,
      2: () => `その層は ${count(affine[affine.length - 1].learned)} 個です。もっと多くの数が入る層があります。`,
    },
    tell: () => `${count(total)} 個のうち ${count(affine[0].learned)} 個が、最初の Affine にあります。${count(affine[0].from)} 個の数が ${count(affine[0].to)} 個のノードとつながるからです。使われている層は、もう知っているものばかりです。Convolution、ReLU、max pooling、Affine、Softmax。順伝播も、損失も、逆伝播も、更新も、色のときと同じように働きます。`,
  },
};

export const stage = {
  kernelTitle: '窓が絵の上を動きます',
  kernelPicture: '絵',
  kernelKernel: 'カーネル',
  kernelOut: 'Convolution',
  kernelWeight: (/** @type {number} */ row, /** @type {number} */ column, /** @type {string} */ weight) => `${row} 行 ${column} 列の重み：${weight}`,
  kernelPlace: '窓を動かす',
  kernelPlaceAt: (/** @type {number} */ row, /** @type {number} */ column, /** @type {string} */ sum) => `${row} 行 ${column} 列：${sum}`,
  cnnTitle: 'VGG16：224 × 224 画素の写真を見分けるネットワーク',
  cnnMiniature: 'このページの模様のネットワークは、これを小さくしたものです。ReLU と MaxPool のついた Convolution が 2 つあり、そのあとに Affine と Softmax が続きます。',
  cnnHead: ['層', 'チャンネル、または数', '学習で決める数'],
  cnnTotal: '合計',
};
