// The run history: runs that have ended, new beginnings with their undo, and edits of the custom set with theirs.
// Nothing that the learner made is thrown away without an undo.
import { countOf } from '../colours/custom-set.js';
import { same } from '../util/same.js';
import { rebased } from '../colours/merged-set.js';
import { drawnIn, rebasedDrawings } from '../colours/drawings.js';
import { withShape } from '../core/shape.js';
import { CoreError, summaryOf } from '../core/wasm.js';
import { BEGINNINGS } from './messages.js';
import { createUndoBuffers } from './undo-buffers.js';
import { stretchesOf, written } from '../state/moves.js';
import { resized, settingsFor } from '../colours/datasets.js';

/** @typedef {import('./workbench.js').Laid} Laid */
/** @typedef {import('../core/wasm.js').Settings} Settings */
/** @typedef {import('../colours/custom-set.js').CustomSet} CustomSet */
/** @typedef {import('../colours/drawings.js').Drawings} Drawings */

/** @param {import('./store.js').Store} store */
export function createRunHistory(store) {
  const buffers = createUndoBuffers();
  /** The name of the present run. */
  let name = '';
  /** The run that was dropped last. @type {import('./runs.js').Run | null} */
  let dropped = null;

  /**
   * Keeps a run, as far as it went.
   * @param {Laid} [laid] the present one, if left out
   * @returns {number} its id; 0 where it has not gone anywhere
   */
  function record({ lab, settings, own, drawn } = store.workbench.laid) {
    const furthest = lab.furthest();
    if (furthest === 0) return 0;
    const step = lab.step();
    if (step < furthest) lab.goto(furthest);
    const summary = summaryOf(lab, /** @type {import('../core/wasm.js').Data} */ (lab.data()));
    if (step < furthest) lab.goto(step);
    const moves = written(stretchesOf(lab.moves(), furthest));
    return buffers.record({ name, settings: { ...settings }, own, drawn, moves, summary, curve: lab.curve() });
  }

  /**
   * Frees the network that a new one has replaced; its run is kept.
   * @param {Laid} laid
   */
  function leave(laid) {
    record(laid);
    name = '';
    laid.lab.free();
  }

  /**
   * Begins anew with other settings. `undo` brings the present network back, and its run is kept.
   * @param {Partial<Settings>} settings
   * @param {CustomSet} own
   * @param {'restarted' | 'relearn' | 'begunWith'} [why]
   * @param {Drawings} [drawn]
   * @param {Record<string, string>} [told] what the message says besides
   */
  function restart(settings, own, why = 'restarted', drawn = store.state.drawn, told = {}) {
    const [state, { mood, problem: offer }] = [{ ...store.state }, store];
    const laid = store.workbench.build(withShape(state.settings, settings), own, drawn);
    const run = record(laid);
    Object.assign(store.state, { own, drawn, at: 'forward:data', selected: null, label: settings.data ? null : state.label });
    store.addresses.clear();
    store.renew();
    if (run === 0) {
      const given = why === 'begunWith';
      const chosen = given || (settings.data !== undefined && settings.data !== state.settings.data);
      // A network that is on offer already stays so.
      const waits = offer !== null && BEGINNINGS.includes(offer.code);
      if (chosen && !waits) buffers.putAway({ laid, state, mood, run, name });
      else laid.lab.free();
      store.notice();
      if (given) store.problem = new CoreError(why, { ...told, steps: '0' });
      else if (chosen) store.problem ??= waits ? offer : new CoreError('chosen');
    } else {
      const steps = laid.lab.furthest();
      buffers.putAway({ laid, state, mood, run, name });
      store.problem = new CoreError(why, { ...told, steps: String(steps) });
    }
    name = '';
  }

  /**
   * Begins anew with other settings, and perhaps another custom set and other own pictures.
   * @param {Partial<Settings>} settings
   * @param {CustomSet} [own]
   * @param {Drawings} [drawn]
   */
  function begin(settings, own = store.state.own, drawn = store.state.drawn) {
    const { own: before, drawn: pictures } = store.state;
    restart(settings, own, 'restarted', drawn);
    if (!same(own, before)) buffers.edited(before);
    if (!same(drawn, pictures)) buffers.redrawn(pictures);
  }

  /**
   * Begins anew with first weights that are given.
   * @param {Partial<Settings>} settings with them, and with the shape of their network where it is another
   * @param {Record<string, string>} told what is said of them
   */
  const beginWith = (settings, told) => restart(settings, store.state.own, 'begunWith', store.state.drawn, told);

  /** Begins anew with other first weights and other colours. */
  function newSeed() {
    begin({ seed: store.workbench.freshSeed() });
  }

  /**
   * Begins anew with another data set, and with the settings that suit it.
   * @param {Settings['data']} set
   */
  function choose(set) {
    begin(settingsFor(set, store.state.settings, countOf(store.state.own)));
  }

  /** Undoes the dropping of a run, where that is the present message, else the last new beginning; the run since then is kept. */
  function undo() {
    if (store.problem?.code === 'dropped' && dropped) {
      buffers.bringBack(dropped);
      [dropped, store.problem] = [null, null];
      return;
    }
    const old = buffers.takeUp();
    if (!old) return;
    record();
    const { settings, own, drawn, at } = old.state;
    store.keepPicture(() => {
      store.workbench.restore(old.laid);
      store.state = { ...store.state, settings, own, drawn, at: at === 'update' ? 'forward:data' : at };
      store.pass();
    });
    [store.mood, name] = [old.mood, old.name];
    store.problem = null;
    const now = (old.adopted ?? []).reduce((sum, { before, after }) => rebased(sum, before, after), own);
    if (old.adopted) applyCustomColours(now);
    if (old.redrawn) applyDrawings(old.redrawn.reduce((sum, { before, after }) => rebasedDrawings(sum, before, after), drawn));
  }

  /**
   * Puts own pictures in force: where those of the set in use are others, the network begins anew.
   * @param {Drawings} drawn
   */
  function applyDrawings(drawn) {
    const { state } = store;
    const { data } = state.settings;
    if (drawnIn(drawn, data) === drawnIn(state.drawn, data)) {
      state.drawn = drawn;
      return;
    }
    store.keepPicture(() => restart({}, state.own, 'relearn', drawn));
  }

  /**
   * Changes the own pictures; the network has to learn them anew.
   * @param {Drawings} drawn
   */
  function draw(drawn) {
    const before = store.state.drawn;
    if (same(drawn, before)) return;
    applyDrawings(drawn);
    buffers.redrawn(before);
  }

  /** Undoes the last change of the own pictures. */
  function undraw() {
    const before = buffers.lastDrawn();
    if (!before) return;
    applyDrawings(before);
    buffers.undrawn();
  }

  /**
   * Takes over the changes that other tabs have made to the own pictures. The present message stays.
   * @param {Drawings} drawn
   */
  function adoptDrawn(drawn) {
    const { problem, state } = store;
    buffers.adoptDrawn({ before: state.drawn, after: drawn });
    applyDrawings(drawn);
    store.problem = problem ?? store.problem;
  }

  /**
   * Puts a custom set in force: where it is in use, the network begins anew.
   * @param {CustomSet} own
   */
  function applyCustomColours(own) {
    const { state } = store;
    const classes = own.classes.length === state.own.classes.length ? '' : String(own.classes.length);
    if (state.settings.data !== 'own') {
      state.own = own;
      return;
    }
    // Another number of classes is another shape.
    restart({ ...resized(state.settings, countOf(state.own), countOf(own)), ...(classes === '' ? {} : { weights: '' }) }, own, 'relearn');
    // The classes are the nodes of the last layer.
    if (classes === '') return;
    if (store.problem?.code === 'relearn') store.problem.details.classes = classes;
    else store.problem ??= new CoreError('outputs', { classes });
  }

  /**
   * Edits the custom set; the network has to learn it anew.
   * @param {CustomSet} own
   */
  function edit(own) {
    const before = store.state.own;
    if (same(own, before)) return;
    applyCustomColours(own);
    buffers.edited(before);
  }

  /**
   * Takes over the changes that other tabs have made to the custom set. The present message stays.
   * @param {CustomSet} own
   */
  function adopt(own) {
    const { problem, state } = store;
    buffers.adopt({ before: state.own, after: own });
    applyCustomColours(own);
    store.problem = problem ?? store.problem;
  }

  /** Undoes the last edit. */
  function unedit() {
    const before = buffers.lastEdit();
    if (!before) return;
    applyCustomColours(before);
    buffers.unedited();
  }

  return {
    record,
    leave,
    begin,
    beginWith,
    newSeed,
    choose,
    undo,
    edit,
    adopt,
    unedit,
    draw,
    undraw,
    adoptDrawn,
    canUnedit: buffers.canUnedit,
    canUndraw: () => buffers.lastDrawn() !== undefined,
    /** @param {Drawings} drawn own pictures that `undraw` can go back to */
    rememberDrawn: (drawn) => buffers.redrawn(drawn),
    /** Lets go what the core has lost. */
    forget: buffers.forget,
    open: buffers.open,
    /** @param {CustomSet} own a custom set that `unedit` can go back to */
    remember: (own) => buffers.edited(own),
    /** The runs that have ended, the latest first, and the name of the present one. */
    runs: () => ({ name, kept: buffers.runs() }),
    /**
     * Names a run; the present one where there is no such id.
     * @param {number} id
     * @param {string} given
     */
    rename(id, given) {
      if (id === 0) name = given;
      else buffers.change(id, { name: given });
    },
    /**
     * Shows a run in the chart, or hides it.
     * @param {number} id
     * @param {boolean} visible
     */
    reveal: (id, visible) => buffers.change(id, { visible }),
    /** @param {number} id of a run that is the present one again */
    release: (id) => buffers.drop(id),
    /**
     * Drops a run; `undo` brings it back as long as the message about it is shown.
     * @param {number} id
     */
    drop(id) {
      dropped = buffers.drop(id) ?? null;
      if (dropped) store.problem = new CoreError('dropped', { id: String(id), name: dropped.name });
    },
  };
}

/** @typedef {ReturnType<typeof createRunHistory>} RunHistory */
