// Following the blame: at every hop the words, the column and the end of the line say the same number.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { drawnAt, spot } from '../../www/explain/spot.js';
import { TEXT } from './words.js';
import { sentenceOf } from '../../www/explain/narration.js';
import { number } from '../../www/util/format.js';
import { learner } from './learner.js';

/** Twenty colours all over the cube. @type {number[][]} */
const COLOURS = Array.from({ length: 20 }, (_, i) => [(i * 97 + 13) % 256, (i * 53 + 120) % 256, (i * 31 + 7 * i * i) % 256]);
/** The layers that the way leads through, once each. */
const LAYERS = ['loss', 'softmax', 'affine4', 'relu3', 'affine3', 'relu2', 'affine2', 'relu1', 'affine1'];

/**
 * The number that a column shows at the spot of an address, read from its arrays alone.
 * @param {import('./learner.js').Learner} one
 * @param {string} address
 */
function inColumn(one, address) {
  const { columns } = one.moment();
  const at = spot(address, columns);
  assert.ok(at?.face, `${address} is drawn`);
  const column = columns[at.column];
  const picture = column.opened ?? column.weights;
  if (at.kind === 'dot') return { face: at.face, value: picture?.values[at.row * picture.columns + at.node] };
  return { face: at.face, value: (at.face === 'ghost' ? column.ghost : column.values)?.[at.node] };
}

/**
 * Goes from the loss to a weight hop by hop, and compares at each the value in words, in the column and at the end of the
 * line that led there.
 * @param {import('./learner.js').Learner} one
 */
function walked(one) {
  const hops = [];
  for (let before = ''; before !== one.state().selected; ) {
    before = one.state().selected ?? '';
    const line = before === '' ? null : one.moment().explanation;
    one.dispatch('blame');
    const moment = one.moment();
    const { selected, explanation } = moment;
    assert.ok(selected && explanation);
    const { address, value } = selected;
    if (address === before) break;
    const { face, value: shown } = inColumn(one, address);
    const words = sentenceOf(TEXT.en, explanation);
    const place = `${address}: ${words}`;
    assert.ok(words.startsWith(`${address} is ${number(value)}.`), place);
    assert.equal(shown, value, `the column shows another number: ${place}`);
    assert.equal(drawnAt(address, moment), value, place);
    // The line from the number before ends at this very spot, at the same number.
    const ends = line?.terms.flatMap(({ factors }) => factors.map((factor) => factor.address ?? '')) ?? [];
    const end = ends.find((operand) => isDeepStrictEqual(spot(operand, moment.columns), spot(address, moment.columns)));
    if (line) assert.equal(end && drawnAt(end, moment), value, `the line ends at another number: ${place}`);
    hops.push({ address, value, face });
  }
  return hops;
}

test('from the loss to a weight the words, the column and the end of the line are the same number, for 20 colours', async () => {
  const one = learner();
  for (const [i, color] of COLOURS.entries()) {
    if (i === 10) await one.train(40);
    one.put({ color });
    for (const at of ['forward:loss', 'backward:affine1']) {
      one.put({ at, selected: null });
      const hops = walked(one);
      const layers = hops.map(({ address }) => address.split('.')[0]);
      assert.deepEqual(layers.filter((layer, k) => layer !== layers[k - 1]), LAYERS);
      assert.match(hops.at(-1)?.address ?? '', /^affine1\.w\[\d,\d+\]$/);
      // The outputs stand behind the gradients on the way back, and are the numbers of the cells before it.
      const faces = new Set(hops.filter(({ address }) => /^(affine|relu)\d\.out/.test(address)).map(({ face }) => face));
      assert.deepEqual([...faces], [at === 'forward:loss' ? 'value' : 'ghost']);
      const trail = one.moment().trail;
      assert.deepEqual(trail, hops.map(({ address, value }) => ({ address, value })));
    }
  }
});

test('every operand of a gradient that is drawn is the number at the end of its line', () => {
  const one = learner();
  for (const color of COLOURS.slice(0, 5)) {
    one.put({ color, at: 'backward:affine1' });
    for (const [address, faces] of /** @type {[string, (string | null)[]][]} */ ([
      ['affine2.dx[0,3]', ['value', 'value']],
      ['relu2.dout[0,9]', ['value', 'value']],
      ['relu2.dx[0,9]', ['value', 'gate']],
      ['affine2.dout[0,9]', ['value', 'gate']],
      ['affine3.dw[9,4]', ['ghost', 'value']],
      ['affine3.out[0,4]', ['ghost', 'value']],
      ['relu3.out[0,4]', ['ghost', 'gate']],
      ['softmax.dx[0,1]', ['ghost', 'label']],
      ['softmax.loss[0]', ['ghost', 'label']],
      ['affine2.w_new[3,9]', [null, null]],
    ])) {
      one.put({ selected: address });
      const moment = one.moment();
      assert.equal(moment.selected?.address, address);
      const operands = (moment.explanation?.terms ?? []).flatMap(({ factors }) => factors.filter((factor) => factor.address !== null && factor.address !== undefined));
      for (const { address: end, value } of operands) {
        const at = spot(String(end), moment.columns);
        const drawn = drawnAt(String(end), moment);
        if (at?.face !== 'label' && at?.face) assert.equal(drawn, value, `${end} of ${address}`);
        else assert.equal(drawn, null, `${end} of ${address} is not drawn`);
      }
      const found = [0, 1].map((i) => spot(String(operands[i % operands.length].address), moment.columns)?.face ?? null);
      assert.deepEqual(found.slice(0, operands.length), faces.slice(0, operands.length), address);
    }
  }
});

test('what was not computed yet has no number in the picture', () => {
  const one = learner({ color: [10, 200, 30] });
  one.put({ at: 'backward:affine3' });
  const { columns } = one.moment();
  // The gradient has come to Affine3; ReLU2 still shows what it gave out.
  assert.equal(drawnAt('affine3.dx[0,9]', one.moment()), null);
  assert.equal(drawnAt('affine3.dout[0,4]', one.moment()), one.value('affine3.dout[0,4]'));
  assert.equal(spot('relu2.out[0,9]', columns)?.face, 'value');
  one.put({ at: 'forward:affine2' });
  assert.equal(drawnAt('relu2.out[0,9]', one.moment()), null);
});

test('of a batch the cells show one colour, and a number of another is drawn nowhere', () => {
  const one = learner({ scope: 'batch', row: 17, at: 'backward:affine1' });
  const moment = one.moment();
  assert.equal(drawnAt('relu2.dout[17,9]', moment), one.value('relu2.dout[17,9]'));
  assert.equal(drawnAt('relu2.dout[3,9]', moment), null);
  assert.equal(drawnAt('loss.loss[17]', moment), null);
  assert.equal(drawnAt('loss.out', moment), one.value('loss.out'));
});

test('the blame goes the whole way at once, and the way back is the same as hop by hop', () => {
  const [one, other] = [learner({ at: 'forward:loss' }), learner({ at: 'forward:loss' })];
  const hops = walked(one).map(({ address }) => address);
  other.dispatch('blameAll');
  assert.equal(other.state().selected, hops.at(-1));
  assert.deepEqual(other.moment().path, hops);
  assert.deepEqual(other.moment().trail, one.moment().trail);
  other.dispatch('revisit', -3);
  assert.equal(other.state().selected, hops.at(-4));
  assert.deepEqual(other.moment().trail.map(({ address }) => address), hops.slice(0, -3));
  // From the number that is open, and from a weight no further.
  other.dispatch('blameAll');
  assert.equal(other.state().selected, hops.at(-1));
  other.dispatch('blameAll');
  assert.deepEqual(other.moment().path, hops);
});

test('a number that was opened by hand has no trail, and the loss alone is none', () => {
  const one = learner({ at: 'backward:affine1' });
  one.put({ selected: 'affine2.out[0,3]' });
  assert.deepEqual(one.moment().trail, []);
  one.dispatch('blame');
  assert.equal(one.moment().trail.length, 2);
  one.put({ selected: null });
  one.dispatch('blame');
  assert.deepEqual(one.moment().trail, []);
});
