// What the learner can do, each as one act: what the views and the keys ask for, and what the journey makes of it.
import { CoreError } from '../core/wasm.js';
import { begun, joined, ownOf, withSample } from '../colours/custom-set.js';
import { settingsFor } from '../colours/datasets.js';
import { keepLanguage } from '../state/language.js';
import { TEXT } from '../text/index.js';

/** What is told together with an undo. */
export const UNDONE = ['restarted', 'relearn', 'dropped'];
/** What need not be told for ever. */
const PASSING = [...UNDONE, 'outputs'];

/** @typedef {import('./session.js').Journey} Journey */
/** @typedef {import('../view/index.js').On & { join: (label: number) => void, replace: (own: import('../colours/custom-set.js').Own) => void }} Acts */

/** How long an undo is offered, ms. */
const OFFER = 12_000;

/**
 * @param {object} page what only the page can do
 * @param {() => Journey} page.open the journey
 * @param {(work: (journey: Journey) => void) => void} page.do does something with the journey, and shows what has become of it
 * @param {() => void} page.stop ends whatever trains
 * @param {(by: number) => void} page.on one place on in the walk, or back
 * @param {() => void} page.travel goes on with the way to a step
 * @param {(steps: number) => Promise<unknown>} page.train
 * @param {() => void} page.play
 * @param {(but?: import('../state/schema.js').Change) => string} page.link
 * @param {(text: string) => Uint8Array} page.code
 * @param {(size: number | null) => void} page.nudge
 * @param {(target: import('./view-model.js').Target) => void} page.hover
 * @param {(work: () => void, milliseconds: number) => void} page.later does something after a while
 * @param {() => void} page.accept does what the page around the element has offered
 * @param {() => void} page.decline lets that offer go
 * @returns {Acts}
 */
export function createActs(page) {
  const put = (/** @type {Partial<import('../state/schema.js').State>} */ change) => page.do((journey) => journey.put(change));

  /**
   * Does something that ends what trains.
   * @param {(journey: Journey) => void} work
   */
  function halt(work) {
    page.stop();
    page.do(work);
  }

  /**
   * Begins anew in some way; what was learned can be had back for a while.
   * @param {(journey: Journey) => void} work
   */
  function anew(work) {
    page.stop();
    offer(work);
  }

  /**
   * Does something that can be taken back for a while.
   * @param {(journey: Journey) => void} work
   */
  function offer(work) {
    page.do(work);
    const journey = page.open();
    const { problem } = journey;
    page.later(() => {
      if (problem && PASSING.includes(problem.code) && journey.problem === problem) page.do(() => journey.withdraw());
    }, OFFER);
  }

  /** @param {(own: import('../colours/custom-set.js').Own) => import('../colours/custom-set.js').Own | null} change */
  function edit(change) {
    anew((journey) => {
      const own = change(journey.state.own);
      if (!own) throw new CoreError('noRoom');
      journey.past.edit(own);
    });
  }

  /**
   * Another data set. One's own begin with two classes that have a name in the reader's language.
   * @param {import('../core/wasm.js').Settings['data']} set
   */
  function choose(set) {
    anew((journey) => {
      const { own, lang, settings } = journey.state;
      if (set === 'own') journey.put({ own: begun(own, TEXT[lang].ownFirst) });
      if (set !== settings.data) journey.past.choose(set);
    });
  }

  return {
    lang: (lang) => {
      keepLanguage(lang);
      put({ lang });
    },
    theme: (theme) => put({ theme }),
    color: (rgb) => put({ color: /** @type {[number, number, number]} */ (rgb), label: null, scope: 'one' }),
    label: (label) => put({ label }),
    scope: (scope) => put({ scope }),
    row: (row) => put({ row }),
    sample: (sample) => page.do((journey) => journey.sample(sample)),
    phase: (phase) => halt((journey) => journey.steps.phase(phase)),
    forward: () => page.on(1),
    back: () => page.on(-1),
    select: (selected) => put({ selected }),
    trail: (by) => page.do((journey) => journey.follow(by)),
    blame: () => page.do((journey) => journey.blame()),
    nudge: page.nudge,
    hover: page.hover,
    play: page.play,
    one: () => {
      page.train(1);
    },
    speed: (speed) => put({ speed }),
    step: (step) => halt((journey) => journey.put({ step })),
    reset: () => anew((journey) => journey.past.begin({})),
    newSeed: () => anew((journey) => journey.past.newSeed()),
    undo: () => halt((journey) => journey.past.undo()),
    link: page.link,
    code: page.code,
    room: (room) => page.do((journey) => {
      // What was told in a room is not carried into the next; what can be taken back stays on offer.
      if (!UNDONE.includes(journey.problem?.code ?? '')) journey.problem = null;
      journey.put({ room });
    }),
    maps: (maps) => put({ maps }),
    slice: (slice) => put({ slice }),
    set: choose,
    hidden: (hidden) => anew((journey) => journey.past.begin({ hidden })),
    settings: (settings) => page.do((journey) => journey.put({ settings: { ...journey.state.settings, ...settings } })),
    begin: (settings) => anew((journey) => journey.past.begin(settings)),
    experiment: async (name, settings, steps) => {
      halt((journey) => {
        journey.past.begin({ ...settingsFor('dominant', journey.state.settings), ...settings });
        journey.past.rename(0, name);
        // The run before is on the list; that this one begins anew was asked for.
        journey.problem = null;
      });
      const laid = page.open().state.settings;
      await page.train(steps);
      const course = page.open().course(laid, steps);
      // That it diverged is told as the outcome.
      if (course?.summary.diverged !== undefined) page.do((journey) => (journey.problem = null));
      return course;
    },
    open: (address) => put({ room: 'network', selected: address }),
    rename: (id, name) => page.do((journey) => journey.past.rename(id, name)),
    reveal: (id, visible) => page.do((journey) => journey.past.reveal(id, visible)),
    drop: (id) => offer((journey) => journey.past.drop(id)),
    resume: (id) => {
      halt((journey) => journey.resume(id));
      page.travel();
    },
    edit,
    replace: (own) => anew((journey) => journey.past.begin(settingsFor('own', journey.state.settings), own)),
    unedit: () => anew((journey) => journey.past.unedit()),
    mix: (set) => edit((own) => {
      const { classes, samples } = page.open().coloursOf(set);
      return joined(own, ownOf(classes, samples));
    }),
    join: (label) => {
      const { state, data } = page.open();
      // A class is given where one sees it: in the room of colours.
      if (state.room !== 'colours' || state.settings.data !== 'own' || label >= data.classes.length) return;
      edit((own) => withSample(own, { rgb: [...page.open().shown.rgb], label }));
    },
    log: (log) => put({ log }),
    accept: page.accept,
    dismiss: () => page.do((journey) => {
      if (!journey.problem) page.decline();
      journey.problem = null;
    }),
  };
}
