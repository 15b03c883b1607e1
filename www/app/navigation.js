// Navigation: from position to position of a pass, from stop to stop of a scene, and from number to number.
import { endOf, indexOf } from '../core/pass-positions.js';
import { alone, stopOf, stopsOf } from '../embed/scenes.js';
import { causeOf, causesOf, trailOf } from '../explain/trail.js';

/**
 * @param {import('./store.js').Store} store
 * @param {import('./changes.js').Changes} changes
 * @param {import('./updates.js').Updates} updates
 * @param {import('./runner.js').Runner} runner
 */
export function createNavigation(store, changes, updates, runner) {
  /** The stop to go to once the first replay has ended. @type {number | null} */
  let pending = null;

  /** The index of the present position in the pass. */
  const here = () => indexOf(store.workbench.positions, store.state.at);

  /** To the next position: the next layer, the update, and then the next pass. */
  function forward() {
    if (store.mood === 'trained') {
      store.go('forward:data');
      return;
    }
    const next = store.workbench.positions[here() + 1];
    if (!next) {
      store.pass();
      store.go('forward:data');
    } else if (next.phase === 'update') updates.make();
    else store.go(next.at);
  }

  /** To the position before; from the beginning of a pass, to the end of the one before it. */
  function back() {
    const index = here();
    if (index === 0 || store.mood === 'trained') {
      if (store.state.step > 0) updates.lookBack();
      return;
    }
    store.workbench.takeBack();
    store.go(store.workbench.positions[index - 1].at);
  }

  /**
   * To the end of a phase of the present pass; to the update by making it, and from an update to the next one by
   * another pass.
   * @param {import('../core/pass-positions.js').Phase} phase
   */
  function toPhase(phase) {
    const { workbench } = store;
    if (phase !== 'update') {
      workbench.takeBack();
      store.go(workbench.positions[endOf(workbench.positions, phase)].at);
      return;
    }
    if (workbench.effect) store.pass();
    updates.make();
  }

  /**
   * To a position of the pass: to the update by making it, to any other by going there. In a scene by itself only its
   * stops can be reached.
   * @param {string} at
   */
  function toPosition(at) {
    const { state, workbench } = store;
    if (alone(state) && state.scene !== 'whole') {
      const index = stopsOf(state).findIndex((stop) => 'at' in stop && stop.at === at);
      if (index >= 0) toStop(index);
      return;
    }
    if (!workbench.positions.some((position) => position.at === at)) return;
    pending = null;
    runner.stop();
    if (at === 'update') toPhase('update');
    else {
      workbench.takeBack();
      store.go(at);
    }
  }

  /**
   * To a stop of the scene; below the first, to the first, and past the last, to the last.
   * @param {number} index
   */
  function toStop(index) {
    pending = null;
    runner.stop();
    const { state } = store;
    const stops = stopsOf(state);
    const to = stops[Math.min(stops.length - 1, Math.max(0, index))];
    // A number that was opened at another stop doesn't stay open.
    if (state.selected !== null) changes.put({ selected: null });
    if ('step' in to) {
      if (stops.length > 1) changes.put({ step: to.step });
      return;
    }
    const updated = state.at === 'update';
    if (to.at === 'update') {
      if (updated) return;
      // An update follows from the whole pass.
      changes.put({ at: updates.lastAt() });
      forward();
    } else changes.put(updated ? { ...to, step: state.step - 1 } : to);
  }

  /**
   * One place on or back: in the whole network a position, without an end; in a scene a stop.
   * @param {1 | -1} by
   * @param {boolean} around whether the last stop of a scene is followed by its first
   */
  function move(by, around) {
    pending = null;
    const { state } = store;
    if (state.scene === 'whole' || !alone(state)) {
      runner.stop();
      if (by > 0) forward();
      else back();
      return;
    }
    const [present, stops] = [stopOf(state), stopsOf(state)];
    const at = stops[present];
    // Between two stops, back leads to the earlier one.
    const between = 'step' in at ? state.step > at.step : at.at !== state.at;
    const index = by < 0 && between ? present : present + by;
    toStop(around && index === stops.length ? 0 : index);
  }

  /**
   * Back or forward along the numbers that were opened, past those that are not in this pass.
   * @param {number} by −1 one back, 1 one on
   */
  function alongAddresses(by) {
    const { addresses, state } = store;
    let stride = by;
    while (by < 0 ? addresses.canGoBack() : addresses.canGoOn()) {
      addresses.move(stride);
      stride = Math.sign(by);
      const address = addresses.current();
      if (address === null || !store.has(address)) continue;
      changes.select(address);
      return;
    }
    if (by < 0) changes.put({ selected: null });
    else if (state.selected) addresses.go(state.selected);
  }

  /**
   * How a number of the pass came about.
   * @type {import('../explain/trail.js').Explain}
   */
  const explain = (address) => store.lab.explain(address);

  /** The layer that the input goes into. */
  const first = () => store.workbench.positions[1].column;

  /** The trail of the blame that has led to the open number. */
  function trail() {
    const path = store.addresses.path();
    // Numbers that are not in this pass can't be explained.
    const known = path.slice(path.findLastIndex((address) => !store.has(address)) + 1);
    return trailOf(known, explain, first());
  }

  /** From the open number to its largest cause; from none, to the loss. */
  function toBlame() {
    const { selected } = store.state;
    const next = selected === null ? 'loss.out' : causeOf(selected, explain, first());
    if (next) changes.put({ selected: next });
  }

  /** The whole way of the blame at once: from the open number, or from the loss, to the weight at its end. */
  function toAllBlame() {
    const start = store.state.selected ?? 'loss.out';
    const hops = [start, ...causesOf(start, explain, first())];
    for (const hop of hops) store.addresses.go(hop);
    changes.put({ selected: hops[hops.length - 1] });
  }

  return {
    forward,
    back,
    toPhase,
    toPosition,
    toStop,
    move,
    alongAddresses,
    explain,
    trail,
    toBlame,
    toAllBlame,
    /** Whether there is anything to go back to. */
    canGoBack: () => here() > 0 || store.state.step > 0,
    /** How many stops the scene has. */
    stops: () => stopsOf(store.state).length,
    /** On which stop of the scene it stands, or is about to; between two, the one before. */
    stop: () => pending ?? stopOf(store.state),
    /** @param {number | null} stop to go to when `arrive` is called, unless another move comes before */
    expect(stop) {
      pending = stop;
    },
    /** Goes to the stop that was expected, if there is one. */
    arrive() {
      if (pending !== null) toStop(pending);
    },
  };
}

/** @typedef {ReturnType<typeof createNavigation>} Navigation */
