// The session: the state of the page, and the one door through which it changes. `dispatch` runs an action as one
// change; long work goes on by itself in the runner; whoever shows or stores the session subscribes to its changes.
import { fetched, isAtHand } from '../core/data-file.js';
import { CoreError, understood } from '../core/wasm.js';
import { createLesson } from '../lesson/controller.js';
import { initial } from '../state/schema.js';
import { ACTIONS } from './actions.js';
import { createChanges } from './changes.js';
import { createNavigation } from './navigation.js';
import { createNotices } from './notices.js';
import { createRunHistory } from './run-history.js';
import { createRunner } from './runner.js';
import { Store } from './store.js';
import { createUpdates } from './updates.js';

/** @typedef {import('../state/schema.js').State} State */
/** @typedef {import('../state/storage.js').Records} Records */

/**
 * What a session may be given besides its state.
 * @typedef {object} Options
 * @property {Records | null} [storage] where the progress of the lesson is stored; null where it is not
 * @property {boolean} [addressed] whether the open step of the lesson is shown in the page's address; if left out, where it is stored
 * @property {(work: () => void, milliseconds: number) => void} [later] a timer
 */

export class Session {
  /** Whether the present change is made by the running job alone; a learner's own change is shown whole, and at once. */
  working = false;
  /** Depth of the changes that are being made: a change inside another is a part of it. */
  #depth = 1;
  /** How often the core was restarted since a change has come about. */
  #restarts = 0;
  /** Whether the present change is a restart. */
  #restarting = false;
  /** @type {(() => void)[]} */
  #listeners = [];
  /** The change that waits for the file of its data, and the network that it would replace. @type {{ work: () => void, lab: import('../core/wasm.js').Lab } | null} */
  #waiting = null;
  /**
   * What stands between the learner and the session, as where the page follows another one: true where it has taken an act itself.
   * @type {((name: keyof import('./actions.js').Actions, args: readonly unknown[]) => boolean) | null}
   */
  guard = null;
  /** Settled when no change waits for a file any more. @type {Promise<void>} */
  arrival = Promise.resolve();

  /**
   * @param {import('../core/wasm.js').Bindings} bindings
   * @param {State} state
   * @param {Options} [options]
   * @throws {Error} where the core refuses the settings
   */
  constructor(bindings, state, { storage = null, addressed = storage !== null, later = (work, milliseconds) => void setTimeout(work, milliseconds) } = {}) {
    const { at, selected, step, moves, row } = state;
    this.bindings = bindings;
    this.later = later;
    this.store = new Store(bindings, state);
    this.runner = createRunner((work) => this.#work(work));
    this.history = createRunHistory(this.store);
    this.updates = createUpdates(this.store, this.history);
    this.changes = createChanges(this.store, this.history, this.updates, this.runner);
    this.navigation = createNavigation(this.store, this.changes, this.updates, this.runner);
    this.notices = createNotices();
    this.lesson = createLesson(this, storage, addressed);
    this.changes.put({ at, selected, step, moves, row });
    this.changes.note();
    this.store.mood = step === 0 && this.state.at === 'forward:data' ? 'start' : 'walk';
    this.#depth = 0;
  }

  /**
   * A session of a state; where the core refuses its settings, one of the lecture's settings, with the reason as its
   * problem.
   * @param {import('../core/wasm.js').Bindings} bindings
   * @param {State} state
   * @param {Options} [options]
   */
  static open(bindings, state, options) {
    try {
      return new Session(bindings, { ...state }, options);
    } catch (problem) {
      const { lang, theme, own, drawn } = state;
      const session = new Session(bindings, { ...initial(), lang, theme, own, drawn }, options);
      const known = understood(problem);
      // The core that has trapped is another one by now, so there is nothing to restart.
      session.store.problem = known.code === 'trapped' ? new CoreError('unknown', known.details) : known;
      return session;
    }
  }

  /** The state; not to be changed from outside. */
  get state() {
    return this.store.state;
  }

  /** Whether the core has lost the network by a trap. Then nothing is done but to restart. */
  get lost() {
    return this.store.workbench.lost;
  }

  /**
   * Lays out anew what the core has lost, as far as it was: with its run; where that has led to a trap again, without it; and after
   * another one with the lecture's settings.
   */
  restart() {
    const { runner, store, changes } = this;
    if (!this.lost) return;
    try {
      runner.stop();
    } catch {
      // What was running can't be shown any more.
    }
    this.#restarts += 1;
    this.#restarting = true;
    if (this.#restarts > 2) store.workbench.laid.settings = { ...initial().settings, weights: '' };
    changes.restart(this.#restarts === 1);
  }

  /** A copy of the state that a link, a file or another page can hold. */
  snapshot() {
    return structuredClone({ ...this.state, moves: this.changes.moves() });
  }

  /**
   * Runs an action as one change.
   * @type {import('./actions.js').Dispatch}
   */
  dispatch = (name, ...args) => {
    // What is written is kept all the same.
    if (this.lost && name !== 'restart' && name !== 'lesson/write') return /** @type {any} */ (this.commit(() => this.store.lab.step()));
    /** @type {any} */
    let result;
    this.commit(() => {
      result = /** @type {import('./actions.js').Table} */ (ACTIONS)[name](this, ...args);
    });
    if (!(result instanceof Promise)) return result;
    return /** @type {any} */ (result.catch((problem) => this.commit(() => {
      throw problem;
    })));
  };

  /**
   * A learner's own act: an action, unless the guard takes it.
   * @type {import('./actions.js').Dispatch}
   */
  act = (name, ...args) => /** @type {any} */ (this.guard?.(name, args) ? undefined : this.dispatch(name, ...args));

  /**
   * Runs a job to its end; whatever was running ends.
   * @param {import('./runner.js').Job} job
   * @returns {Promise<boolean>} whether it has come to its end; false where it was stopped
   */
  run(job) {
    return this.runner.run(job);
  }

  /**
   * Makes a change, shows the problem where it fails, and informs the subscribers. A change inside another is a part of
   * it, and fails with it. One that needs a file is made anew when the file has come.
   * @param {() => void} work
   */
  commit = (work) => {
    this.#depth += 1;
    try {
      work();
    } catch (problem) {
      if (this.#depth > 1) throw problem;
      const { code, details: { set = '' } } = (this.store.problem = understood(problem));
      if (code === 'noFile' && !isAtHand(set)) this.arrival = this.#fetch(set, work);
    } finally {
      this.#depth -= 1;
    }
    if (this.#depth > 0) return;
    if (!this.working) this.#keep();
    for (const listener of this.#listeners) listener();
  };

  /** Keeps, after a learner's change, what a restart needs. */
  #keep() {
    const restarting = this.#restarting;
    this.#restarting = false;
    if (this.lost) return;
    this.changes.note();
    if (!restarting && this.changes.progress() === null) this.#restarts = 0;
  }

  /**
   * Fetches the file of a data set, and then makes a change.
   * @param {string} set
   * @param {() => void} work
   * @returns {Promise<boolean>} whether it was made: not where the file can't be fetched, or another network was laid out meanwhile
   */
  async withFile(set, work) {
    let made = false;
    this.arrival = this.#fetch(set, () => {
      work();
      made = true;
    });
    await this.arrival;
    return made;
  }

  /**
   * Fetches the file of a data set and makes the change that failed without it, unless another network was laid out meanwhile.
   * @param {string} set
   * @param {() => void} work
   */
  async #fetch(set, work) {
    const waiting = (this.#waiting = { work, lab: this.store.lab });
    const message = (this.store.problem = new CoreError('fetching', { set }));
    /** @param {() => void} then */
    const end = (then) => {
      const wanted = this.#waiting === waiting && this.store.lab === waiting.lab && !this.lost;
      if (this.store.problem !== message && !wanted) return;
      this.commit(() => {
        if (this.store.problem === message) this.store.problem = null;
        if (wanted) then();
      });
    };
    await fetched(set).then(() => end(work), (problem) => end(() => (this.store.problem = understood(problem))));
  }

  /**
   * Makes a change that is a part of the running job.
   * @param {() => void} work
   */
  #work(work) {
    this.working = true;
    try {
      this.commit(work);
    } finally {
      this.working = false;
    }
  }

  /**
   * @param {() => void} listener called after every change, in the order of subscription
   * @returns {() => void} ends the subscription
   */
  subscribe(listener) {
    this.#listeners.push(listener);
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== listener);
    };
  }
}

