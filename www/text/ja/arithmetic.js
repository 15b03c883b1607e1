// 1 つの数の計算を言う文。キーは ../en/ と同じです。
import { count, number } from '../../util/format.js';

/** @typedef {import('../index.js').Arithmetic} Arithmetic */

/** どの数をそのまま受け取ったか。 @param {Arithmetic} a */
const taken = ({ from }) => (from === null ? '' : `${from} をそのまま受け取った数です。`);

/** どの窓の和か。 @param {Arithmetic} a */
const over = ({ window }) => (window === null ? '' : `${window.grids} チャンネルの ${window.height} × ${window.width} の窓の和で、`);

/** @param {Pick<import('./about.js').Noun, 'one' | 'unit'>} noun */
export function arithmetic({ one, unit }) {
  /** 何色、何枚の平均か。 @param {Arithmetic} a */
  const mean = ({ mean: of }) => (of === null ? '' : `${count(of.rows)} ${unit}の平均です${of.own === null ? '' : `（この${one}だけなら ${of.own}）`}。`);

  return (/** @type {Arithmetic} */ a) =>
    ({
      given: `${a.address} は ${a.value}。${taken(a)}この計算の前から決まっている数です。`,
      gate: `${a.address} は ${a.value}。${taken(a)}${a.parts[1] === 0 ? `${a.terms[0]} をそのまま通します。` : `${a.terms[0]} を止めて 0 にします。`}`,
      atMostZero: `${a.address} は ${a.value}。${taken(a)}${a.terms[0]} は${a.parts[0] <= 0 ? '0 以下なので止めます。' : '0 より大きいので通します。'}`,
      softmax: `${a.address} は ${a.value}。${taken(a)}${a.parts.map(number).join(' と ')} を足した数で、${number(a.parts[a.index])} を割りました。`,
      minusLog: `${a.address} は ${a.value}。${taken(a)}${a.terms.join(' + ')} の対数に、マイナスをつけた数です。${a.floor === null ? '' : `（${number(a.floor)} より小さい数は ${number(a.floor)} とみなします）`}`,
      max: `${a.address} は ${a.value}。${taken(a)}${a.terms.join('、')} のうちいちばん大きい数です。`,
      place: `${a.address} は ${a.value}。${taken(a)}${a.terms.join('、')} のうち何番目がいちばん大きいかを、0 から数えた数です。`,
      at: `${a.address} は ${a.value}。${taken(a)}${a.parts[1] === a.place ? `窓の中でいちばん大きかったので、${a.terms[0]} がここに戻ります。` : '窓の中でいちばん大きい数ではなかったので、勾配は戻りません。'}`,
      sum: `${a.address} は ${a.value}。${taken(a)}${mean(a)}${over(a)}${a.terms.join(' + ')} です。`,
    })[a.kind];
}
