// The update that a pass leads to: making it, and looking back on one that was made.
import { pictureTextOf } from '../colours/pictures.js';
import { indexOf } from '../core/pass-positions.js';

/**
 * @param {import('./store.js').Store} store
 * @param {import('./run-history.js').RunHistory} history
 */
export function createUpdates(store, history) {
  /** The last position before the update. */
  const lastAt = () => store.workbench.positions[store.workbench.positions.length - 2].at;

  /** Lets the update of a pass of one colour learn from the batch, unless the colour is to teach alone. */
  function prepare() {
    const { state, workbench, data } = store;
    if (state.scope === 'one' && state.update === 'all' && data.train.length > 0 && !workbench.taught) workbench.learnFromBatch();
  }

  /** Makes the update that the pass leads to, and stands on it; where it would diverge, before it. */
  function make() {
    prepare();
    // The steps ahead are forgotten when this one differs: keep them as a run.
    if (store.lab.forks(true)) history.record();
    store.workbench.update();
    const { effect } = store.workbench;
    if (effect) store.go('update');
    else {
      store.pass();
      store.go(lastAt());
    }
    store.notice(effect === null);
  }

  /** Stands on the update that led to the present step, with the pass it was made from and the settings of its time. */
  function lookBack() {
    const { workbench, state, lab } = store;
    const before = state.step - 1;
    const how = before < 0 ? undefined : lab.how(before);
    if (!how) {
      store.go(lastAt());
      return;
    }
    const { batch, colour } = how.feed;
    lab.goto(before);
    if (colour) {
      const shown = workbench.pictures ? { picture: pictureTextOf(colour.rgb, workbench.data) } : { color: colour.rgb };
      Object.assign(state, { scope: 'one', update: 'one', ...shown, label: null });
      if (workbench.teacher(colour.rgb).label !== colour.label) state.label = colour.label;
    } else state.update = 'all';
    lab.tune(how.learningRate, batch ?? state.settings.batch);
    store.pass();
    prepare();
    lab.tune(state.settings.learningRate, state.settings.batch);
    make();
  }

  /**
   * Chooses from whom the updates of a pass of one colour learn. Where one was just made, it is made anew.
   * @param {import('../state/schema.js').State['update']} who
   */
  function choose(who) {
    const { state, workbench } = store;
    const anew = state.at === 'update' && state.scope === 'one' && workbench.effect !== null && state.update !== who;
    if (anew) workbench.takeBack();
    state.update = who;
    if (anew) make();
  }

  /** Whether the next step forward would make an update. */
  function isNext() {
    const { positions } = store.workbench;
    return store.mood !== 'trained' && positions[indexOf(positions, store.state.at) + 1]?.phase === 'update';
  }

  return { make, lookBack, choose, isNext, lastAt };
}

/** @typedef {ReturnType<typeof createUpdates>} Updates */
