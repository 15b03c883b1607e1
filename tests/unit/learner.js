// A learner without a page: a session without a display, for tests that look at no element.
import { changeOf } from '../../www/app/intake.js';
import { momentOf } from '../../www/app/present.js';
import { Session } from '../../www/app/session.js';
import { dataOf, customSetFrom } from '../../www/colours/records.js';
import { problemOf, story } from '../../www/explain/narration.js';
import { initial } from '../../www/state/schema.js';
import { givenBy, textOf } from '../../www/state/url.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';

/** @typedef {import('../../www/state/schema.js').State} State */
/** @typedef {import('../../www/core/wasm.js').Settings} Settings */

/** A network that learns so quickly that thousands of updates are made at once. */
export const SMALL = { settings: { hidden: [4], train: 20, test: 5 } };

/**
 * Lets the clock run so fast that a turn of the work is over after one update.
 * @param {import('node:test').TestContext} t
 */
export function slowDown(t) {
  let now = performance.now();
  t.mock.method(performance, 'now', () => (now += 20));
}

/**
 * @param {Record<string, unknown>} [given] the state to begin with
 */
export function learner(given = {}) {
  const first = { ...initial(), lang: /** @type {'en'} */ ('en') };
  // Nobody waits here until an undo is offered no more.
  const session = new Session(bindings, { ...first, ...changeOf(given, first).change }, { later: () => {} });
  const { store, history, changes, dispatch } = session;
  const state = () => session.snapshot();

  /** @returns {Promise<void>} settled when no replay is going on any more */
  const arrived = async () => void (await changes.arrival());

  return {
    session,
    dispatch,
    /** @param {(session: Session) => void} work */
    act: (work) => session.commit(() => work(session)),
    state,
    /** @param {string} address */
    value: (address) => store.lab.value(address),
    /** All weights and biases, bit for bit. */
    parameters: () => {
      const columns = /** @type {import('../../www/core/wasm.js').Column[]} */ (store.lab.columns());
      const addresses = columns.flatMap(({ name, params }) => params.map((param) => `${name}.${param.name}`));
      return addresses.map((address) => [...new Uint32Array(store.lab.tensor(address).buffer)].join(' '));
    },
    /** @param {number} steps */
    async train(steps) {
      await dispatch('train', steps);
      return /** @type {import('../../www/core/wasm.js').Summary} */ (store.lab.summary());
    },
    /** @param {number} step */
    async goto(step) {
      dispatch('step', Math.min(step, store.lab.furthest()));
      await dispatch('train', step - session.state.step);
    },
    /**
     * Puts into the state what is allowed of it, and begins the way to a step where there is one.
     * @param {unknown} wanted
     * @returns {Promise<void>} settled when that way has been made
     */
    put(wanted) {
      dispatch('take', changeOf(wanted, { ...session.state, step: store.lab.step() }));
      return arrived();
    },
    /**
     * Opens a run that has ended.
     * @param {number} id
     * @returns {Promise<void>} settled when it is there
     */
    resume(id) {
      dispatch('resume', id);
      return arrived();
    },
    /** @param {Partial<Settings>} settings */
    set: (settings) => dispatch('settings', settings),
    /** The colours, as a page around the element gives and gets them. */
    data: () => dataOf(session.state, store.data),
    /** @param {unknown} given */
    setData(given) {
      const { own, bad } = customSetFrom(given);
      if (own) dispatch('replace', own);
      return bad;
    },
    /** The text of a link to this moment. */
    link: () => textOf(state()),
    /**
     * Follows a link.
     * @param {string} text
     */
    follow(text) {
      return this.put(givenBy(text) ?? {});
    },
    /** What the learner is told, in the page's words; empty for nothing. */
    told: () => (store.problem ? problemOf(TEXT[session.state.lang], store.problem) : ''),
    /** The steps at which the runs that are kept have ended, the latest first. */
    kept: () => history.runs().kept.map(({ summary }) => summary.step),
    /** Everything of the moment. */
    moment: () => momentOf(session, false),
    /** Title and sentence of the moment. */
    story() {
      const text = TEXT[session.state.lang];
      const moment = this.moment();
      const classNames = moment.data.classes.map((id) => text.className(id, session.state.settings.data));
      return story(/** @type {import('../../www/app/view-model.js').Model} */ ({ ...moment, text, classNames, playing: false, lesson: null }));
    },
  };
}

/** @typedef {ReturnType<typeof learner>} Learner */

/**
 * A learner who has opened a link where nothing was open before.
 * @param {string} text
 */
export async function visitor(text) {
  const one = learner();
  await one.follow(text);
  return one;
}
