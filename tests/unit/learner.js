// A learner without a page: the journey led as the element leads it, for tests that look at no element.
import { createActs } from '../../www/app/actions.js';
import { understood } from '../../www/core/wasm.js';
import { dataOf, ownFrom } from '../../www/colours/records.js';
import { changeOf } from '../../www/state/intake.js';
import { Journey } from '../../www/app/session.js';
import { givenBy, textOf } from '../../www/state/url.js';
import { initial } from '../../www/state/schema.js';
import { problemOf, story } from '../../www/explain/narration.js';
import { TEXT } from '../../www/text/index.js';
import { createWork } from '../../www/app/work.js';
import { bindings } from './core.js';

/** @typedef {import('../../www/state/schema.js').State} State */
/** @typedef {import('../../www/core/wasm.js').Settings} Settings */

const unused = () => {
  throw new Error('only the element can do this');
};

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
 * @param {() => void} [shown] called whenever a page would show what has become of the journey
 */
export function learner(given = {}, shown = () => {}) {
  const first = { ...initial(), lang: /** @type {'en'} */ ('en') };
  const journey = new Journey(bindings, { ...first, ...changeOf(given, first).change });
  /** @param {(journey: Journey) => void} work */
  const act = (work) => {
    try {
      work(journey);
    } catch (problem) {
      journey.problem = understood(problem);
    }
    shown();
  };
  const work = createWork({ open: () => journey, act });
  const acts = createActs({
    open: () => journey,
    do: act,
    stop: work.stop,
    on: unused,
    travel: work.travel,
    train: work.train,
    play: unused,
    link: unused,
    code: unused,
    nudge: unused,
    hover: unused,
    // Nobody waits so long here.
    later: () => {},
    accept: unused,
    decline: unused,
  });
  const state = () => structuredClone({ ...journey.state, moves: journey.moves() });

  return {
    journey,
    acts,
    act,
    stop: work.stop,
    travel: work.travel,
    state,
    /** @param {string} address */
    value: (address) => journey.lab.value(address),
    /** All weights and biases, bit for bit. */
    parameters: () => {
      const names = /** @type {string[]} */ (journey.lab.columns().map((/** @type {{ name: string }} */ { name }) => name));
      const affines = names.filter((name) => name.startsWith('affine'));
      return affines.flatMap((name) => [`${name}.w`, `${name}.b`]).map((address) => [...new Uint32Array(journey.lab.tensor(address).buffer)].join(' '));
    },
    /** @param {number} steps */
    async train(steps) {
      await work.train(steps);
      return /** @type {import('../../www/core/wasm.js').Summary} */ (journey.lab.summary());
    },
    /** @param {number} step */
    async goto(step) {
      work.stop();
      act((one) => one.put({ step: Math.min(step, one.lab.furthest()) }));
      await work.train(step - journey.state.step);
    },
    /**
     * Puts into the state what is allowed of it, and begins the way to a step where there is one.
     * @param {unknown} wanted
     * @returns {Promise<void>} settled when that way has been made
     */
    put(wanted) {
      const { change, wrong } = changeOf(wanted, { ...journey.state, step: journey.lab.step() });
      if (change.settings || change.own || change.step !== undefined || change.moves !== undefined || change.at !== undefined) work.stop();
      act((one) => {
        one.put(change);
        if (one.progress() === null) wrong.push(...one.missed(change));
        if (wrong.length > 0) one.problem = understood(Object.assign(new Error(), { code: 'badState', details: { keys: [...new Set(wrong)].join(', ') } }));
      });
      return work.travel();
    },
    /**
     * Opens a run that has ended.
     * @param {number} id
     * @returns {Promise<void>} settled when it is there
     */
    resume(id) {
      work.stop();
      act((one) => one.resume(id));
      return work.travel();
    },
    /** @param {Partial<Settings>} settings */
    set: (settings) => act((one) => one.put({ settings: { ...one.state.settings, ...settings } })),
    /** The colours, as a page around the element gives and gets them. */
    data: () => dataOf(journey.state, journey.data),
    /** @param {unknown} given */
    setData(given) {
      const { own, bad } = ownFrom(given);
      if (own) acts.replace(own);
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
    told: () => (journey.problem ? problemOf(TEXT[journey.state.lang], journey.problem) : ''),
    /** The steps at which the runs that are kept have ended, the latest first. */
    kept: () => journey.past.runs().kept.map(({ summary }) => summary.step),
    /** Everything of the moment. */
    moment: () => journey.describe(null, { dark: false, playing: false }),
    /** Title and sentence of the moment. */
    story() {
      const text = TEXT[journey.state.lang];
      return story(/** @type {import('../../www/app/view-model.js').Model} */ ({ ...this.moment(), text, playing: false, lesson: null }));
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
