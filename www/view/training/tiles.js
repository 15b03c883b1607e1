// The data: every training and test colour as a tile, by its right class; a cross marks a wrong answer.
import { hex } from '../../util/format.js';
import { hue } from '../../colours/predictions.js';
import { over } from '../../util/tint.js';
import { attribute, h, say } from '../dom.js';
import { roving } from '../roving.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createTiles(dispatch) {
  const sets = ['train', 'test'].map(() => ({ title: h('h2'), list: h('div', { class: 'tiles', role: 'group' }) }));
  const element = h('section', { class: 'data' }, ...sets.flatMap(({ title, list }) => [title, list]));
  const ready = sets.map(({ list }) => roving(list, () => Math.max(1, Math.round(list.clientWidth / (list.firstElementChild?.clientWidth || 12)))));
  /** @type {import('../../core/wasm.js').Data | null} */
  let built = null;
  /** @type {{ tile: HTMLElement, index: number, set: number }[]} */
  let tiles = [];

  /** @param {import('../../core/wasm.js').Data} data */
  function build(data) {
    built = data;
    tiles = [];
    [data.train, data.test].forEach((samples, set) => {
      const order = samples.map((_, index) => index).sort((a, b) => samples[a].label - samples[b].label || hue(samples[a].rgb) - hue(samples[b].rgb));
      sets[set].list.replaceChildren(
        ...order.map((index) => {
          const tile = h('button', { type: 'button', class: 'tile', click: () => dispatch('sample', samples[index]) });
          tile.style.background = hex(samples[index].rgb);
          tile.classList.toggle('light', over(samples[index].rgb) === '#000');
          tiles.push({ tile, index, set });
          return tile;
        }),
      );
      ready[set]();
    });
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text, data, answers, shown }) {
    if (data !== built) build(data);
    const wrong = [0, 0];
    for (const { tile, index, set } of tiles) {
      const sample = (set === 0 ? data.train : data.test)[index];
      const answer = answers[set === 0 ? index : data.train.length + index];
      const miss = answer !== sample.label;
      if (miss) wrong[set] += 1;
      const here = sample.rgb.every((channel, i) => channel === shown.rgb[i]);
      tile.classList.toggle('miss', miss);
      tile.classList.toggle('here', here);
      const label = text.tile(sample.rgb, data.classes[sample.label], data.classes[answer]);
      attribute(tile, 'aria-label', label);
      attribute(tile, 'title', label);
    }
    say(sets[0].title, text.trainData(data.train.length, wrong[0]));
    say(sets[1].title, text.testData(data.test.length, wrong[1]));
    sets.forEach(({ title, list }) => attribute(list, 'aria-label', title.textContent));
  }

  return { element, update };
}
