// How the walk of a scene is gone: on, back, and to any of its stops, exactly.
import { alone, stopOf, stopsOf } from '../embed/scenes.js';

/** @typedef {import('./session.js').Journey} Journey */

/**
 * @param {object} page
 * @param {() => Journey} page.open
 * @param {(work: (journey: Journey) => void) => void} page.act does something with the journey, and shows what has become of it
 * @param {() => void} page.halt ends whatever is under way
 * @param {() => void} page.travel goes on with the way to a step
 */
export function createStops({ open, act, halt, travel }) {
  /**
   * Goes to a stop; below the first, to the first, and past the last, to the last.
   * @param {number} index
   */
  function go(index) {
    halt();
    act((journey) => {
      const { state } = journey;
      const stops = stopsOf(state);
      const to = stops[Math.min(stops.length - 1, Math.max(0, index))];
      // What was opened at another stop is not in the way of this one.
      if (state.selected !== null) journey.put({ selected: null });
      if ('step' in to) {
        if (stops.length > 1) journey.put({ step: to.step });
        return;
      }
      const updated = state.at === 'update';
      if (to.at === 'update') {
        if (updated) return;
        // An update follows from the whole pass.
        journey.put({ at: 'backward:affine1' });
        journey.steps.forward();
      } else journey.put(updated ? { at: to.at, step: state.step - 1 } : { at: to.at });
    });
    travel();
  }

  /**
   * One stop on or back. The whole network is walked on without an end.
   * @param {number} by 1 or −1
   * @param {boolean} [around] whether the last stop is followed by the first
   */
  function on(by, around = false) {
    const { state } = open();
    if (state.scene === 'whole' || !alone(state)) {
      halt();
      act(({ steps }) => (by > 0 ? steps.forward() : steps.back()));
      return;
    }
    const [here, stops] = [stopOf(state), stopsOf(state)];
    const at = stops[here];
    // Between two stops, the one before is one back.
    const between = 'step' in at ? state.step > at.step : at.at !== state.at;
    const index = by < 0 && between ? here : here + by;
    go(around && index === stops.length ? 0 : index);
  }

  return { go, on };
}
