// The words of the chapter "Backward by hand", of its stage, and of the steps that go on from it. Same keys as in ../ja/.
import { WANTED } from '../../lesson/tiny.js';
import { chosen, count, loss, number, precise } from '../../util/format.js';

/** @typedef {import('../../lesson/facts.js').Facts} Facts */
/** @typedef {import('../ja/lesson.js').Words} Words */

const inBrackets = (/** @type {number} */ value, /** @type {(value: number) => string} */ form = chosen) => (value < 0 ? `(${form(value)})` : form(value));
/** Which two numbers could be multiplied for the gradient of a weight. @param {Facts} f */
function products({ gaps, right, passing: { value, weights } }) {
  const [node, weight, gradient] = [value, weights[right], gaps[right]].map((one) => inBrackets(one, number));
  return [`${weight} × ${gradient}`, `${node} × ${gradient}`, `${node} × ${weight}`];
}
/** The slip of taking the ratio of a nudge that is too large. */
const coarse = () => 'That is the ratio for one nudge. Make the nudge smaller and smaller, upward and downward. Which number do the ratios come close to?';

/** @type {Record<string, Words>} */
export const hand = {
  'hand.nudge': {
    title: 'Nudge the score',
    ask: ({ tiny: { numbers: n } }) =>
      `This network is small enough to compute in your head. Its score is ${chosen(n.score)}, ${chosen(WANTED)} is wanted, and the loss is (${chosen(n.score)} − ${chosen(WANTED)})² ÷ 2 = ${chosen(n.loss)}. Nudge the score with the slider and watch the loss change: by how many times the nudge? The smaller the nudge, the closer the answer comes to a whole number. Which?`,
    slips: {
      ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`by${i}`, coarse])),
      value: () => 'That is the score itself. Look at how much the loss changes, and divide by the nudge.',
      grown: () => 'That is how much the loss changed. Divide it by the nudge.',
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `Near this point the loss grows ${chosen(d.score)} times as much as the score. On the curve that is the slope, and this slope is the gradient of the score. With this loss it is always the score minus the wanted score: ${chosen(n.score)} − ${chosen(WANTED)} = ${chosen(d.score)}.`,
  },
  'hand.path': {
    title: 'Along one path',
    ask: ({ tiny: { numbers: n, gradients: d } }) =>
      `The score has the gradient ${chosen(d.score)}. Now go left along the thick path, through a. If a grows by a little, the score grows ${chosen(n.as)} times as much. If p grows by a little, a grows ${chosen(n.pa)} times as much (a is above 0, so ReLU changes nothing). Along this path alone, how many times as much as p does the loss grow?`,
    slips: {
      half: ({ tiny: { gradients: d } }) => `${chosen(d.a)} is the gradient of a. You still have to go from a to p.`,
      weights: ({ tiny: { gradients: d } }) => `That is how many times as much the score grows. The loss grows ${chosen(d.score)} times as much as the score.`,
      added: () => 'You added the factors. Two times as much, and then three times as much, makes six times as much: multiply them.',
      value: () => 'You multiplied by the value of p. Multiply by the weight from p to a.',
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `${chosen(d.score)} × ${chosen(n.as)} × ${chosen(n.pa)} = ${chosen(d.viaA)}. Along a path, multiply. On the way you passed the gradient of a: ${chosen(d.score)} × ${chosen(n.as)} = ${chosen(d.a)}. Remember it; it will be used again.`,
  },
  'hand.sum': {
    title: 'Add up the paths',
    ask: ({ tiny: { numbers: n, gradients: d } }) =>
      `p also goes into b, and b into the score with the weight ${chosen(n.bs)}. So p acts on the loss along two paths. The one through a gives ${chosen(d.viaA)}. What is the gradient of p, with both paths?`,
    slips: {
      onlyA: () => 'That is the path through a alone. What does the path through b add?',
      onlyB: () => 'That is the path through b alone. Add the path through a.',
      unsigned: ({ tiny: { numbers: n } }) => `You lost a minus: the weight from b to the score is ${chosen(n.bs)}, so the path through b pulls the other way.`,
      half: ({ tiny: { numbers: n } }) => `You added the gradients of a and b. Each still has to be multiplied by the weight that leads from p to it: ${chosen(n.pa)} and ${chosen(n.pb)}.`,
      weights: ({ tiny: { gradients: d } }) => `Both paths are right, but they end at the score. The loss grows ${chosen(d.score)} times as much as the score.`,
      product: () => 'Multiply along a path, but add the two paths: p acts along both at once.',
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `Through b: ${chosen(d.score)} × ${inBrackets(n.bs)} × ${chosen(n.pb)} = ${chosen(d.viaB)}. Together: ${chosen(d.viaA)} + ${inBrackets(d.viaB)} = ${chosen(d.p)}. Multiply along each path, then add up the paths. That is all of backpropagation.`,
  },
  'hand.check': {
    title: 'Does the nudge agree?',
    ask: ({ tiny: { gradients: d } }) =>
      `You computed ${chosen(d.p)} without moving anything. Now nudge p itself: up or down by 0.01, the smallest nudge. What is the ratio then?`,
    tell: ({ tiny: { gradients: d, ratio, by } }) =>
      `${by === 0 ? '' : `Nudged: ${number(ratio)}. `}Computed: ${chosen(d.p)}. They agree, and the smaller the nudge, the closer they come. In mathematics this slope is called a derivative, and “multiply along each path, then add up” is called the chain rule.`,
    formula: 'dL/dp = dL/ds · (ds/da · da/dp + ds/db · db/dp)',
  },
  'hand.weight': {
    title: 'The gradient of a weight',
    ask: ({ tiny: { numbers: n, gradients: d } }) =>
      `Learning changes weights, so it needs the gradients of weights. Take the weight ${chosen(n.pa)} from p to a. If it grows by a little, the sum in a grows ${chosen(n.p)} times as much, because p is ${chosen(n.p)}. The gradient of a is ${chosen(d.a)}. What is the gradient of this weight?`,
    slips: {
      passed: ({ tiny: { numbers: n } }) => `You multiplied by the weight, ${chosen(n.pa)}. That gives what is passed on to p. This time the weight moves, and p stays: multiply by p.`,
      arrived: () => 'That is the gradient that arrives at a. Multiply it by what came in along this connection.',
      forward: () => 'That is p times the weight: the way forward. Multiply p by the gradient that arrives at a.',
      plain: () => 'You jumped over the weight from a to the score. Begin with the gradient of a.',
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `${chosen(n.p)} × ${chosen(d.a)} = ${chosen(d.pa)}: what came in, times the gradient that arrives. Check it with the slider. The gradient of a, ${chosen(d.a)}, was used again, as promised.`,
    formula: 'dw = x · dout',
  },
  'hand.closed': {
    title: 'Where ReLU is closed',
    ask: ({ tiny: { numbers: n, gradients: d } }) =>
      `Now q is ${chosen(n.q)}. The sum in b becomes ${chosen(n.sumB)}, so ReLU makes it 0. The score is ${chosen(n.score)} and has the gradient ${chosen(d.score)}. What is the gradient of p now?`,
    slips: {
      through: () => 'You counted the path through b. If p grows by a little, the sum in b stays below 0, and b stays 0. What, then, reaches the score along that path?',
      blocked: () => 'Only b is closed. The path through a is still open.',
      weights: ({ tiny: { gradients: d } }) => `That ends at the score. The loss grows ${chosen(d.score)} times as much as the score.`,
      half: ({ tiny: { numbers: n, gradients: d } }) => `Start with the new gradient of the score, ${chosen(d.score)}, and go all the way: two weights, ${chosen(n.as)} and ${chosen(n.pa)}.`,
    },
    tell: ({ tiny: { numbers: n, gradients: d } }) =>
      `Only the path through a: ${chosen(d.score)} × ${chosen(n.as)} × ${chosen(n.pa)} = ${chosen(d.viaA)}. The gradient ${chosen(d.b)} arrives at b, but the closed ReLU lets nothing through. Nudge the sum in b: as long as it stays below 0, the loss does not move. Its slope is 0.`,
    formula: 'ReLU: dx = dout where x > 0, else 0',
  },
  'hand.flat': {
    title: 'And without ReLU?',
    ask: ({ tiny: { numbers: n } }) =>
      `Suppose we take ReLU away. Then a = ${chosen(n.pa)}p, b = p − q and score = ${chosen(n.as)}a − b. These two layers can be replaced by a single one: score = ?·p + q. Which weight must p have?`,
    slips: {
      onlyA: () => 'That is the path through a. p also goes through b.',
      onlyB: () => 'That is the path through b. p also goes through a.',
      unsigned: () => 'b enters the score with a minus.',
      first: () => 'Those are the weights of the first layer. The second multiplies them again.',
    },
    tell: ({ tiny: { numbers: n } }) =>
      `${chosen(n.as)} × ${chosen(n.pa)}p − (p − q) = ${chosen(n.pa * n.as + n.pb * n.bs)}p + q. Two Affine layers in a row are no more than one Affine layer, however many nodes they have. Only the ReLU between them makes a second layer worth having.`,
  },
  'hand.cost': {
    title: 'Why from right to left?',
    ask: (f) =>
      `Gradients can also be found by nudging alone: for each number go forward twice, once with it a little larger and once with it a little smaller. Our network for colours has ${count(f.parameters)} weights and biases. How many times would it have to go forward to find all their gradients?`,
    slips: { once: (f) => `That is once for each of the ${count(f.parameters)} numbers. Each needs two: one a little larger, one a little smaller.` },
    tell: (f) =>
      `2 × ${count(f.parameters)} = ${count(2 * f.parameters)} times, for a single update. Backpropagation goes forward once and backward once. From right to left, each gradient is computed only once, and everything to its left uses it: the gradient of a served both p and the weight before it. That is why.`,
  },
};

/** What the real network passes back. @type {Record<string, Words>} */
export const passing = {
  'backward.pass': {
    title: 'From Affine4 to ReLU3',
    ask: (f) =>
      `Now the same in the real network. Node ${f.passing.node} of ${nameOf(f)} goes into all ${f.scores.length} scores, so there are ${f.scores.length} paths. The gradients of the scores are ${f.gaps.map(precise).join(', ')} (${f.classes.join(', ')}); the weights into them are ${f.passing.weights.map(precise).join(', ')}. What is the gradient of this node? You may use a calculator.`,
    slips: {
      onePath: (f) => `That is only the path to ${f.classes[f.right]}. The node goes into ${f.scores.length} scores: add up ${f.scores.length} paths.`,
      sign: () => 'The size is right, the sign is not. Look at the signs of each product.',
      unsigned: () => 'You left out the minus signs. Some paths pull the other way.',
      weights: () => 'You added up the weights alone. Multiply each by the gradient of its score.',
    },
    tell: (f) =>
      `${f.gaps.map((gap, i) => `${inBrackets(gap, precise)} × ${inBrackets(f.passing.weights[i], precise)}`).join(' + ')} = ${number(f.passing.gradient)}. The gradient says how many times as much the loss grows as the score; the weight, how many times as much the score grows as the node. Multiply along each path, add up the paths. For all nodes at once: dx = dout · wᵀ, where wᵀ leads back from the scores to the nodes.${f.passing.value > 0 && f.relu ? ` The node is above 0, so ${nameOf(f)} passes the gradient on unchanged.` : ''}`,
    formula: 'dx = dout · wᵀ',
  },
  'backward.weight': {
    title: 'And the weight between them?',
    ask: (f) =>
      `The same node ${f.passing.node} is ${number(f.passing.value)}. Its weight into the score of ${f.classes[f.right]} is ${number(f.passing.weights[f.right])}, and that score has the gradient ${number(f.gaps[f.right])}. Which product is the gradient of the weight?`,
    choices: products,
    slips: {
      0: () => 'Weight times gradient is what is passed on to the node. This time the weight moves, and the node stays.',
      2: () => 'Node times weight is what the node adds to the score: that is the way forward. A gradient has to come in from the right.',
    },
    tell: (f) =>
      `${products(f)[1]}: if the weight grows by a little, the score grows ${number(f.passing.value)} times as much, and the loss ${number(f.gaps[f.right])} times as much as the score. So what came in stands in the gradient of a weight, and the weight stands in what is passed on. For all weights at once: dw = xᵀ · dout, a table of the same shape as w. (Slide 25 prints dx.T; it is x.T, with the x that came in.) A bias is always multiplied by 1, so its gradient is just the gradient that arrives.`,
    formula: 'dw = xᵀ · dout,  db = Σ dout',
  },
  'backward.affine': {
    title: 'Write it yourself: affine_backward',
    ask: () => 'Write a function that returns the gradients of all numbers that went into Affine. dout[j] is the gradient of node j, which comes from the right; w[i][j] is the weight from input i to node j. For each input i, add up the paths over all nodes j.',
    slips: {
      onePath: () => 'You took only one path. Each input goes into every node: add up over all j.',
      noGradient: () => 'You added up the weights alone. Multiply each by dout[j].',
    },
    tell: () => 'What Affine passes back in the picture is your code now, too. That loop is backpropagation.',
    formula: 'dxᵢ = Σⱼ doutⱼ wᵢⱼ',
  },
};

/** One colour against all of them. @type {Record<string, Words>} */
export const alone = {
  'update.alone': {
    title: 'One colour alone',
    ask: () => 'All gradients are known. Each weight and each bias now moves a little, so that the loss of this one colour falls. What will happen to its loss, and what to the mean loss of all training colours?',
    choices: () => ['Both fall', 'Its own falls, the mean rises', 'Its own does not fall'],
    tell: ({ effect }) =>
      effect
        ? `Loss of this colour: ${loss(effect.before)}\u00a0→\u00a0${loss(effect.after)}. Mean over all training colours: ${loss(effect.trainBefore)}\u00a0→\u00a0${loss(effect.trainAfter)}. ${effect.trainAfter > effect.trainBefore ? 'A step that suits one colour can harm all the others. That is why one update uses the mean of the gradients of many colours.' : 'This time the step suited the others, too. That is luck; the mean of the gradients of many colours relies on no luck.'}`
        : 'Make the update to see what happens.',
  },
};

/** A layer's name on the page. @param {Facts} f */
function nameOf({ passing: { column } }) {
  return column.startsWith('relu') ? `ReLU${column.slice(4)}` : column === 'data' ? 'Data' : column;
}

/** The words of the stage. @type {typeof import('../ja/backward-by-hand.js').stage} */
export const stage = {
  tinyTitle: 'A network to compute in your head',
  tinyLabel: ({ p, q, sumA, a, sumB, b, score, loss: cost }) =>
    `p is ${chosen(p)}, q is ${chosen(q)}. Node a: sum ${chosen(sumA)}, out ${chosen(a)}. Node b: sum ${chosen(sumB)}, out ${chosen(b)}. Score ${chosen(score)}, loss ${chosen(cost)}.`,
  tinyGradients: (given) => ` Gradients: ${given.map(([name, value]) => `${name} ${value}`).join(', ')}.`,
  tinyNames: { p: 'p', q: 'q', a: 'a', b: 'b', sumA: 'sum in a', sumB: 'sum in b', score: 'score', pa: 'weight from p to a', pb: 'weight from p to b', qb: 'weight from q to b', as: 'weight from a to the score', bs: 'weight from b to the score', viaA: 'through a', viaB: 'through b' },
  tinyScore: 'score',
  tinyLoss: 'loss',
  tinyFormula: 'loss = (score − wanted)² ÷ 2',
  tinyWanted: (value) => `wanted: ${chosen(value)}`,
  tinyKey: 'gradient',
  tinyNudge: (what) => `Nudge: ${what}`,
  tinyBy: (by) => (by > 0 ? `+${chosen(by)}` : chosen(by)),
  tinyRest: 'Move the slider.',
  tinyRatio: (grown, by, ratio) => `${grown} ÷ ${by} = ${ratio} times`,
  tinyTried: ['nudge', 'times'],
  tinySlope: (value) => `Slope at ●: ${chosen(value)}`,
  tinyCurve: (what) => `The loss over: ${what}`,
};
