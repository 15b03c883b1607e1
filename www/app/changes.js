// Changes of the state, and what follows from each: another network, another pass, the replay of a training step.
import { PICTURES } from '../core/facts.js';
import { CoreError } from '../core/wasm.js';
import { same } from '../util/same.js';
import { settingsFor } from '../colours/datasets.js';
import { after, plain, read, written } from '../state/moves.js';
import { takeOver } from './page-runs.js';
import { createReplay } from './replay.js';

/** @typedef {import('../core/wasm.js').Settings} Settings */
/** @typedef {import('../colours/custom-set.js').CustomSet} CustomSet */
/** @typedef {import('../colours/drawings.js').Drawings} Drawings */
/** @typedef {import('../state/schema.js').State} State */
/** @typedef {import('./replay.js').Replay} Replay */

/** Keys that a replay sets at its end, as they were last chosen. */
const AT_THE_END = /** @type {const} */ (['at', 'selected', 'row', 'label']);
/** How long a replay may go on at once before the page gets a turn, ms. */
const AT_ONCE = 250;

/**
 * @param {import('./store.js').Store} store
 * @param {import('./run-history.js').RunHistory} history
 * @param {import('./updates.js').Updates} updates
 * @param {import('./runner.js').Runner} runner
 */
export function createChanges(store, history, updates, runner) {
  /** The replay that is going on. @type {Replay | null} */
  let replay = null;
  /** Settled when the last replay has ended. @type {Promise<unknown>} */
  let arrival = Promise.resolve();

  /**
   * Changes the state, and whatever follows from the change.
   * @param {Partial<State>} change every value of it allowed
   * @throws {Error} where the core refuses; then nothing has changed
   */
  function put(change) {
    const before = store.state;
    const { own, drawn, settings } = before;
    store.state = { ...before, ...change, own, drawn, settings, step: before.step, moves: '' };
    let relaid = false;
    try {
      if (change.drawn) {
        // Those of another set stay as they are.
        const all = { ...drawn, ...change.drawn };
        const work = () => void (relaid = lay(change.settings ?? settings, change.own ?? own, all));
        if (change.picture === undefined) store.keepPicture(work);
        else work();
      } else relaid = lay(change.settings ?? settings, change.own ?? own, drawn);
    } catch (problem) {
      store.state = before;
      throw problem;
    }
    store.state.label = store.clampedLabel(store.state.label);
    if (change.step !== undefined || change.moves !== undefined) {
      const { at, label, selected, row } = store.state;
      const then = { at: at === 'update' && change.at === undefined ? 'forward:data' : at, selected, row, ...(change.label === undefined ? {} : { label }) };
      const departed = depart(change.step ?? before.step, change.moves, then);
      if (departed) {
        Object.assign(store.state, { at: 'forward:data', selected: null, row: 0 });
        start(departed);
        return;
      }
      store.state.step = store.workbench.step;
    }
    // A number that is opened during a replay stays open at its end.
    if (replay) for (const key of AT_THE_END) if (change[key] !== undefined) Object.assign(replay.then, { [key]: store.state[key] });
    follow(change, before, relaid);
  }

  /**
   * Puts settings, the custom set and own pictures in force: at once where only learning rate or batch differ, else on a new network;
   * then the run so far is kept.
   * @param {Settings} settings
   * @param {CustomSet} own
   * @param {Drawings} drawn
   * @returns {boolean} whether anything has changed
   */
  function lay(settings, own, drawn) {
    const { workbench, state } = store;
    const suits = workbench.suits(settings, own, drawn);
    const tuned = suits && workbench.tune(settings);
    const replaced = suits ? null : workbench.build(settings, own, drawn);
    if (state.own.colours !== '' && !same(own, state.own)) history.remember(state.own);
    if (!same(drawn, state.drawn)) history.rememberDrawn(state.drawn);
    Object.assign(state, { own, drawn, settings: workbench.settings });
    if (!replaced) return tuned;
    history.leave(replaced);
    store.renew();
    return true;
  }

  /**
   * Brings pass, position and open number in step with a change.
   * @param {Partial<State>} change
   * @param {State} before
   * @param {boolean} relaid whether settings have changed
   */
  function follow(change, before, relaid) {
    const { state, workbench } = store;
    const keys = /** @type {const} */ (['color', 'picture', 'label', 'scope', 'step']);
    const moved = relaid || keys.some((key) => change[key] !== undefined && !same(change[key], before[key]));
    const left = before.at === 'update' && state.at !== 'update';
    if (moved || left) {
      const updating = state.at === 'update';
      store.pass();
      if (updating && change.at === undefined) state.at = 'forward:data';
    }
    store.keepRow();
    if (!workbench.positions.some((position) => position.at === state.at)) state.at = 'forward:data';
    // Whoever stands inside a pass has begun to walk.
    const inside = store.mood === 'start' && state.at !== 'forward:data';
    if (inside || (change.at !== undefined && change.at !== before.at)) store.mood = 'walk';
    if (state.at === 'update' && !workbench.effect) updates.lookBack();
    // An update that was made stays the one that it is.
    else if (state.at === 'update') state.update = before.update;
    store.notice();
    if (change.selected && !store.has(change.selected)) state.selected = null;
    else if (change.selected) store.addresses.go(change.selected);
    else if (change.selected === null) store.addresses.clear();
  }

  /**
   * Goes to a step: at once where this run has been there, else by a replay of the moves that lead there.
   * @param {number} step
   * @param {string | undefined} moves how it is reached; empty: by the settings alone; undefined: by this run, and on
   * from its end
   * @param {Partial<State>} then what to put into the state there
   * @returns {Replay | null} the replay; null where it is there already
   */
  function depart(step, moves, then) {
    const { settings, own, drawn } = store.state;
    const { lab, workbench } = store;
    const furthest = lab.furthest();
    const wanted = moves === '' ? written(plain(step, settings)) : moves;
    const known = wanted === undefined || (step <= furthest && written(workbench.stretches(step)) === wanted);
    if (replay) {
      replay = null;
      runner.stop();
    }
    if (known) {
      lab.goto(Math.min(step, furthest));
      if (step <= furthest) return null;
    }
    const all = wanted === undefined ? plain(step - furthest, settings) : (read(wanted, step) ?? plain(step, settings));
    // A way that goes on from the end of this run need not be made from its beginning.
    const rest = wanted === undefined ? null : after(all, workbench.stretches(furthest));
    const stretches = rest ?? all;
    if (!known && rest) lab.goto(furthest);
    else if (!known && furthest > 0) {
      history.leave(workbench.build(settings, own, drawn));
      store.renew();
    }
    const way = [...workbench.stretches(workbench.step), ...stretches];
    return createReplay(stretches, (stretch, milliseconds) => workbench.make(stretch, milliseconds), () => takeOver(workbench, way), { step, moves, then });
  }

  /** @param {Replay} departed */
  function start(departed) {
    replay = departed;
    arrival = runner.run({
      work(steps, milliseconds) {
        const made = departed.work(steps, milliseconds);
        store.keepRow();
        return made;
      },
      left: departed.left,
      playing: false,
      first: AT_ONCE,
      // One that another replay has taken the place of changes nothing any more.
      end: (finished) => replay === departed && arrive(finished ? departed : null),
    });
  }

  /**
   * Ends the replay: the settings are in force again, and the position is what was asked for.
   * @param {Replay | null} finished null where it was broken off
   */
  function arrive(finished) {
    replay = null;
    const { learningRate, batch } = store.state.settings;
    const { diverged } = store.workbench.summary();
    store.lab.tune(learningRate, batch);
    store.pass();
    put(finished?.then ?? {});
    if (store.state.step > 0 && store.mood === 'start') store.mood = 'walk';
    history.open(0);
    if (!finished) return;
    const short = store.state.step < finished.step ? ['step'] : [];
    const wrong = [...short, ...missed({ ...finished.then, moves: finished.moves })];
    if (diverged !== undefined) store.problem = new CoreError('diverged', { step: String(diverged) });
    else if (wrong.length > 0) store.problem = new CoreError('badState', { keys: wrong.join(', ') });
    else finished.done();
  }

  /**
   * The keys of a change that did not come about, because there is no such class, position or number here.
   * @param {Partial<State>} change
   */
  function missed(change) {
    const keys = /** @type {const} */ (['label', 'at', 'selected']);
    const wrong = keys.filter((key) => change[key] !== undefined && store.state[key] !== change[key]);
    return change.moves && moves() !== change.moves ? ['moves', ...wrong] : wrong;
  }

  /** How the present step was reached, as a short text. */
  const moves = () => written(store.workbench.stretches(store.state.step));

  /**
   * Makes updates, at least one, and notices divergence. The pass on display stays as it is.
   * @param {number} steps
   * @param {number} milliseconds
   * @param {boolean} [beside] whether it is beside frames that come too fast for each to be measured
   * @returns {number} how many updates were made
   */
  function train(steps, milliseconds, beside = false) {
    // The steps ahead are forgotten when these differ: keep them as a run.
    if (store.lab.forks(false)) history.record();
    const { measurement } = store.workbench;
    const made = beside ? measurement.train(steps, milliseconds) : store.lab.train(steps, milliseconds);
    if (!beside || measurement.fresh) store.notice(made === 0);
    if (store.data.train.length === 0) store.problem = new CoreError('noColours');
    return made;
  }

  /** Measures where training has stopped, and notices divergence. */
  function stand() {
    store.workbench.measurement.stand();
    store.notice();
  }

  /**
   * Goes back to a kept run, to its furthest step; the present one is kept. The run stays on the list until its replay
   * has arrived.
   * @param {number} id
   */
  function resume(id) {
    const run = history.runs().kept.find((one) => one.id === id);
    if (!run) return;
    history.open(id);
    const { own, drawn } = store.state;
    history.begin(run.settings, run.settings.data === 'own' ? run.own : own, Object.hasOwn(PICTURES, run.settings.data) ? { ...drawn, [run.settings.data]: run.drawn } : drawn);
    history.rename(0, run.name);
    store.problem = null;
    put({ step: run.summary.step, moves: run.moves });
    const drop = () => history.release(id);
    if (replay) replay.done = drop;
    else {
      history.open(0);
      if (moves() === run.moves) drop();
    }
  }

  /**
   * Shows a number that is on the path of opened numbers already.
   * @param {string} address of a number in this pass
   */
  function select(address) {
    store.state.selected = address;
    if (replay) replay.then.selected = address;
  }

  return {
    put,
    select,
    missed,
    moves,
    train,
    stand,
    resume,
    /** Settled when no replay is going on any more. */
    arrival: () => arrival,
    /** How much of the present replay has been made, 0 to 1; null where there is none. */
    progress: () => replay?.progress() ?? null,
    /**
     * The colours of a built-in data set, as a custom set has them.
     * @param {Settings['data']} set
     */
    coloursOf: (set) => store.workbench.coloursOf(settingsFor(set, store.state.settings)),
  };
}

/** @typedef {ReturnType<typeof createChanges>} Changes */
