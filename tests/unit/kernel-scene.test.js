// The scene of a kernel: its stops are the places of the window along a row.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsFor } from '../../www/colours/datasets.js';
import { placed, shownOf, stopOf, stopsOf } from '../../www/embed/scenes.js';
import { initial } from '../../www/state/schema.js';

/** @typedef {import('../../www/state/schema.js').State} State */

/**
 * A scene of a kernel.
 * @param {Partial<State>} given
 * @param {string} [set]
 * @returns {State}
 */
function scene(given, set = 'patterns') {
  const first = initial();
  return { ...first, settings: settingsFor(set, first.settings), scene: 'kernel', ...given };
}

test('the window goes along the row, and in the channel, of the number that is open', () => {
  const state = scene({ layer: 'conv1', at: 'forward:conv1', selected: 'conv1.out[2,3,5,7]' });
  const stops = stopsOf(state);
  assert.equal(stops.length, 12);
  assert.deepEqual(stops[11], { at: 'forward:conv1', selected: 'conv1.out[2,3,5,11]' });
  assert.equal(stopOf(state), 7);
});

test('behind a pooling, and on smaller pictures, a row has fewer places', () => {
  assert.equal(stopsOf(scene({ layer: 'conv2' })).length, 6);
  assert.equal(stopsOf(scene({ layer: 'conv1' }, 'digits')).length, 8);
  assert.equal(stopsOf(scene({ layer: 'conv2' }, 'digits')).length, 4);
});

test('a layer that is no Convolution, or another number, leaves the first Convolution from its left edge on', () => {
  const state = scene({ layer: 'pool1', at: 'backward:affine1', selected: 'affine1.dw[0,1]' });
  assert.deepEqual(stopsOf(state)[0], { at: 'forward:conv1', selected: 'conv1.out[0,0,5,0]' });
  assert.deepEqual([stopOf(state), shownOf(state)], [0, ['data', 'conv1']]);
});

test('on colours the scene brings the patterns with their network', () => {
  const change = placed({ scene: 'kernel', controls: 'step' }, initial());
  assert.deepEqual([change.settings?.data, change.at, change.selected], ['patterns', 'forward:conv1', 'conv1.out[0,0,5,0]']);
  const digits = placed({ scene: 'kernel' }, { ...scene({}, 'digits'), scene: 'whole' });
  assert.equal(digits.settings, undefined, 'pictures that are there stay');
});

test('a network of pictures without a Convolution has one stop, and nothing breaks', () => {
  const state = scene({ layer: 'affine1' });
  const { layers: _, ...dense } = state.settings;
  assert.deepEqual(stopsOf({ ...state, settings: dense }), [{ at: 'forward:data' }]);
  assert.equal(stopOf({ ...state, settings: dense }), 0);
});
