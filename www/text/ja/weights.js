// 重みのファイルのことば。
import { LIMITS } from '../../core/facts.js';
import { count } from '../../util/format.js';

/** @typedef {Record<string, string>} Details */

const HOW = 'NumPy の np.savez か、このページの「重み」で保存したファイルを選んでください。';

/** @param {Details} d */
const file = (d) => (d.name === '' ? 'ファイル' : `ファイルの中の ${d.name} `);

export const weights = {
  homeOpen: '重みを読み込む…',
  homeOpenHow: '.npz（NumPy の np.savez、np.savez_compressed）か .json の重みから、学習を始められます。ページのどこに落としても読み込みます。',
  homeOpening: '読み込んでいます…',
};

export const weightProblems = {
  begunWith: (/** @type {Details} */ d) =>
    `${d.file} の重みとバイアス ${d.numbers} 個から始めます。${d.hidden === undefined ? '' : `ネットワークは、それに合わせて並べました（隠れ層：${d.hidden === '' ? 'なし' : d.hidden}）。`}${d.steps === '0' ? '' : `それまでの ${d.steps} ステップは残してあります。`}`,
  weights: (/** @type {Details} */ d) => `最初の重みが ${count(Number(d.found))} 個ありますが、このネットワークの重みとバイアスは ${count(Number(d.wanted))} 個です。形の合う重みを渡してください。`,
  notFinite: (/** @type {Details} */ d) => `${d.address} が計算できない値（NaN か無限大）です。その値を直して、もう一度読み込んでください。`,
  givenTooLarge: () => '読み込んだ重みが大きすぎて、計算できません（NaN）。もっと小さい重みを読み込むか、設定の「最初の重み」を選び直してください。',
  weightsNoFile: () => `このファイルは重みのファイル（.npz か .json）ではありません。${HOW}`,
  weightsSingle: () => 'このファイルには配列が 1 つしかありません（np.save）。すべての重みとバイアスを np.savez で 1 つのファイルに保存してください。',
  weightsNone: () => `このファイルには重みの配列がありません。${HOW}`,
  weightsTooMany: () => `このファイルは大きすぎます。読み込めるのは、重みとバイアスを合わせて ${count(LIMITS.mostWeights)} 個までです。`,
  weightsCut: (/** @type {Details} */ d) => `${file(d)}が途中で切れているか、壊れています。もう一度保存し直してください。`,
  weightsPacked: (/** @type {Details} */ d) => `${file(d)}は、ここでは開けない方法で圧縮されています。np.savez で保存し直してください。`,
  weightsNoArray: (/** @type {Details} */ d) => `${file(d)}は NumPy の数の配列ではありません。np.savez で保存し直してください。`,
  weightsKind: (/** @type {Details} */ d) => `${d.name} の型は ${d.kind} です。float32 か float64 にして（${d.name}.astype(np.float32)）、保存し直してください。`,
  weightsTooLarge: (/** @type {Details} */ d) => `${d.address} の ${d.value} は、絶対値が大きすぎて float32 で表せません。もっと小さい値にしてください。`,
  weightsMissing: (/** @type {Details} */ d) => `${d.name} がありません。ファイルにあるのは ${d.known} です。`,
  weightsShape: (/** @type {Details} */ d) => `${d.name} の形は ${d.found} ですが、このネットワークでは ${d.wanted} です。形を合わせるか、ネットワークやデータを先に選び直してください。`,
  weightsMore: (/** @type {Details} */ d) => `ファイルには、このネットワークにない ${d.names} もあります。ネットワークの形を合わせるか、それを除いて保存し直してください。`,
  weightsCount: (/** @type {Details} */ d) => `${d.name} には数が ${d.found} 個ありますが、形 ${d.shape} と合いません。`,
  weightsRagged: (/** @type {Details} */ d) => `${d.name} の行の長さがそろっていません。どの行も同じ長さにしてください。`,
  weightsNoNumber: (/** @type {Details} */ d) => `${d.name} に、数ではないものがあります。数だけの配列にしてください。`,
};
