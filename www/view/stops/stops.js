// The stops: every position of a pass by its name. The row above the stage is the way forward, the one below it the way
// back, which ends with the update. Any stop can be gone to.
import { createMeaning } from './meaning.js';
import { createRow } from './row.js';

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createStops(dispatch) {
  const go = (/** @type {string} */ at) => dispatch('at', at);
  const [above, below] = [createRow('above', go), createRow('below', go)];
  const meaning = createMeaning([above, below]);

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, positions, position, columns, playing, mood } = model;
    const titles = new Map(columns.map(({ name, title }) => [name, title]));
    const stops = positions.map(({ at, phase, column }) => {
      const title = titles.get(column) ?? '';
      return { at, phase, column, title: phase === 'update' ? text.stops.update : title, name: text.stops.stop(phase, title) };
    });
    const forward = stops.filter(({ phase }) => phase === 'forward' || phase === 'loss');
    const backward = stops.slice(forward.length).reverse();
    // While it trains there is no place in a pass: what is shown is the end of forward.
    const here = playing ? -1 : position;
    const done = playing || mood === 'trained' ? forward.length - 1 : Math.min(position, forward.length - 1);
    above.update(forward, { now: here < forward.length ? here : -1, last: done, label: text.stops.forward, way: `${text.stops.forward} →` });
    const back = here < forward.length ? -1 : stops.length - 1 - here;
    below.update(backward, { now: back, last: back, label: text.stops.backward, way: `← ${text.stops.backward}` });
    meaning.update(model);
  }

  /**
   * Puts the stops in line with the columns of the stage.
   * @param {ReadonlyMap<string, number>} places the middle of each column, px from the left of the rows
   */
  function arrange(places) {
    meaning.hide();
    above.arrange(places);
    below.arrange(places);
  }

  return { above: above.element, below: below.element, meaning: meaning.element, update, arrange };
}
