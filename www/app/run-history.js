// What lies behind: the runs that have ended, new beginnings and how they are taken back, and one's own colours
// before each edit. Nothing the learner made is let go of without a way back.
import { same } from '../core/workbench.js';
import { rebased } from '../colours/merged-set.js';
import { CoreError, summaryOf } from '../core/wasm.js';
import { createKept } from './undo-buffers.js';
import { stretchesOf, written } from '../state/moves.js';
import { settingsFor } from '../colours/datasets.js';

/** @typedef {import('../core/workbench.js').Laid} Laid */
/** @typedef {import('../core/wasm.js').Settings} Settings */
/** @typedef {import('../colours/custom-set.js').Own} Own */

/** @param {import('./stand.js').Stand} stand */
export function createPast(stand) {
  const kept = createKept();
  /** The name of the present run. */
  let name = '';
  /** The run that was let go last. @type {import('./runs.js').Run | null} */
  let dropped = null;

  /**
   * Keeps a run, as far as it went.
   * @param {Laid} [laid] the present one, if left out
   * @returns {number} its id; 0 where it has not gone anywhere
   */
  function record({ lab, settings, own } = stand.bench) {
    const furthest = lab.furthest();
    if (furthest === 0) return 0;
    const step = lab.step();
    if (step < furthest) lab.goto(furthest);
    const summary = summaryOf(lab, /** @type {import('../core/wasm.js').Data} */ (lab.data()));
    if (step < furthest) lab.goto(step);
    const moves = written(stretchesOf(lab.moves(), furthest));
    return kept.record({ name, settings: { ...settings }, own, moves, summary, curve: lab.curve() });
  }

  /**
   * Lets go of what a new layout has replaced; its run is kept.
   * @param {Laid} laid
   */
  function leave(laid) {
    record(laid);
    name = '';
    laid.lab.free();
  }

  /**
   * Begins again with other settings. What was learned can be had back by `undo`, and its run is kept.
   * @param {Partial<Settings>} settings
   * @param {Own} own
   * @param {'restarted' | 'relearn'} [why]
   */
  function restart(settings, own, why = 'restarted') {
    const [state, { mood }] = [{ ...stand.state }, stand];
    const laid = stand.bench.build({ ...state.settings, ...settings }, own);
    const run = record(laid);
    Object.assign(stand.state, { own, at: 'forward:data', selected: null, label: settings.data ? null : state.label });
    stand.trail.clear();
    stand.renew();
    if (run === 0) {
      laid.lab.free();
      stand.notice();
    } else {
      const steps = laid.lab.furthest();
      kept.putAway({ laid, state, mood, run, name });
      stand.problem = new CoreError(why, { steps: String(steps) });
    }
    name = '';
  }

  /**
   * Begins again with other settings, and perhaps other colours of one's own.
   * @param {Partial<Settings>} settings
   * @param {Own} [own]
   */
  function begin(settings, own = stand.state.own) {
    const before = stand.state.own;
    restart(settings, own);
    if (!same(own, before)) kept.edited(before);
  }

  /** Begins again with other first weights and other colours. */
  function newSeed() {
    begin({ seed: stand.bench.freshSeed() });
  }

  /**
   * Begins again with another data set, and with the settings that suit it.
   * @param {Settings['data']} set
   */
  function choose(set) {
    begin(settingsFor(set, stand.state.settings));
  }

  /** Takes back what is told: that a run was let go, or a new beginning; what was learned since is kept as a run. */
  function undo() {
    if (stand.problem?.code === 'dropped' && dropped) {
      kept.bringBack(dropped);
      [dropped, stand.problem] = [null, null];
      return;
    }
    const old = kept.takeUp();
    if (!old) return;
    record();
    stand.bench.restore(old.laid);
    const { settings, own, at } = old.state;
    stand.state = { ...stand.state, settings, own, at: at === 'update' ? 'forward:data' : at };
    stand.pass();
    [stand.mood, name] = [old.mood, old.name];
    stand.problem = null;
    const now = (old.adopted ?? []).reduce((sum, { before, after }) => rebased(sum, before, after), own);
    if (old.adopted) wear(now);
  }

  /**
   * Puts one's own colours in force where they are in use.
   * @param {Own} own
   */
  function wear(own) {
    const { state } = stand;
    const classes = own.classes.length === state.own.classes.length ? '' : String(own.classes.length);
    if (state.settings.data !== 'own') {
      state.own = own;
      return;
    }
    restart({}, own, 'relearn');
    // The classes are the nodes of the last layer.
    if (classes === '') return;
    if (stand.problem?.code === 'relearn') stand.problem.details.classes = classes;
    else stand.problem ??= new CoreError('outputs', { classes });
  }

  /**
   * Changes one's own colours; the network has to learn them anew.
   * @param {Own} own
   */
  function edit(own) {
    const before = stand.state.own;
    if (same(own, before)) return;
    wear(own);
    kept.edited(before);
  }

  /**
   * Takes up what other tabs have made of one's own colours. What is told stays.
   * @param {Own} own
   */
  function adopt(own) {
    const { problem, state } = stand;
    kept.adopt({ before: state.own, after: own });
    wear(own);
    stand.problem = problem ?? stand.problem;
  }

  /** Takes the last edit back. */
  function unedit() {
    const before = kept.lastEdit();
    if (!before) return;
    wear(before);
    kept.unedited();
  }

  return {
    record,
    leave,
    begin,
    newSeed,
    choose,
    undo,
    edit,
    adopt,
    unedit,
    canUnedit: kept.canUnedit,
    open: kept.open,
    /** @param {Own} own colours that an undo shall find */
    remember: (own) => kept.edited(own),
    /** The runs that have ended, the latest first, and the name of the present one. */
    runs: () => ({ name, kept: kept.runs() }),
    /**
     * Names a run; the present one where there is no such id.
     * @param {number} id
     * @param {string} given
     */
    rename(id, given) {
      if (id === 0) name = given;
      else kept.change(id, { name: given });
    },
    /**
     * Shows a run in the chart, or hides it.
     * @param {number} id
     * @param {boolean} visible
     */
    reveal: (id, visible) => kept.change(id, { visible }),
    /** @param {number} id of a run that is no more one that has ended */
    release: (id) => kept.drop(id),
    /**
     * Lets a run go; `undo` brings it back as long as that is told.
     * @param {number} id
     */
    drop(id) {
      dropped = kept.drop(id) ?? null;
      if (dropped) stand.problem = new CoreError('dropped', { id: String(id), name: dropped.name });
    },
  };
}

/** @typedef {ReturnType<typeof createPast>} Past */
