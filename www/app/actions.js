// Actions: everything that a view, a key or a page around the element can ask for, by name. Each is a function of the
// session and its own arguments, run by `session.dispatch` as one change.
import { withCatch } from '../colours/catches.js';
import { begun, countOf, joined, customSetOf, withSample } from '../colours/custom-set.js';
import { withDrawing, withoutDrawing } from '../colours/drawings.js';
import { pictureTextOf } from '../colours/pictures.js';
import { settingsFor } from '../colours/datasets.js';
import { isAtHand } from '../core/data-file.js';
import { PICTURES } from '../core/facts.js';
import { withShape } from '../core/shape.js';
import { CoreError } from '../core/wasm.js';
import { keepLanguage } from '../state/language.js';
import { initial, listed } from '../state/schema.js';
import { firstWords } from '../text/index.js';
import { same } from '../util/same.js';
import { isCaught } from './catching.js';
import { courseOf } from './course.js';
import { playing, teaching, training } from './jobs.js';
import { clearMessage, offerUndo } from './messages.js';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('../state/schema.js').State} State */
/** @typedef {import('../core/wasm.js').Settings} Settings */
/** @typedef {import('../colours/custom-set.js').CustomSet} CustomSet */

/**
 * Stops what is running and begins anew in some way, with an undo for a while.
 * @param {Session} session
 * @param {(session: Session) => void} begin
 */
function anew(session, begin) {
  session.runner.stop();
  begin(session);
  offerUndo(session);
}

/**
 * Edits the custom set.
 * @param {Session} session
 * @param {(own: CustomSet) => CustomSet | null} change null where there is no room
 */
function edit(session, change) {
  anew(session, ({ store, history }) => {
    const own = change(store.state.own);
    if (!own) throw new CoreError('noRoom');
    history.edit(own);
  });
}

/** @typedef {{ [name: string]: (session: Session, ...args: any[]) => any }} Table */

/** @satisfies {Table} */
export const ACTIONS = {
  // The state.
  put: ({ changes }, /** @type {Partial<State>} */ change) => changes.put(change),
  /** Puts an intake of a given state in force, and names what was wrong in it. */
  take: ({ store, changes, runner }, /** @type {{ change: Partial<State>, wrong: string[] }} */ { change, wrong }, /** @type {(keys: string[]) => string} */ called = listed) => {
    const interrupts = /** @type {const} */ (['settings', 'own', 'drawn', 'step', 'moves', 'at']);
    if (interrupts.some((key) => change[key] !== undefined)) runner.stop();
    changes.put(change);
    // During a replay nothing can be compared yet.
    const all = changes.progress() === null ? [...wrong, ...changes.missed(change)] : wrong;
    if (all.length > 0) store.problem = new CoreError('badState', { keys: called(all) });
  },
  lang: ({ changes }, /** @type {State['lang']} */ lang) => {
    keepLanguage(lang);
    changes.put({ lang });
  },
  color: ({ changes }, /** @type {number[]} */ rgb) => changes.put({ color: /** @type {[number, number, number]} */ (rgb), label: null, scope: 'one' }),
  /** Keeps the picked colour where it fools the trained network. */
  catch: ({ store, changes }) => {
    const { color, catches } = store.state;
    const kept = isCaught(store) ? withCatch(catches, color) : catches;
    if (kept !== catches) changes.put({ catches: [...kept] });
  },
  /** A colour of the data: the row of the batch where it is in it, else the picked colour. */
  sample: ({ store, changes }, /** @type {import('../core/wasm.js').Sample} */ { rgb }) => {
    const row = store.workbench.samples.findIndex((sample) => same(sample.rgb, rgb));
    if (store.state.scope === 'batch' && row >= 0) changes.put({ row });
    else if (store.workbench.pictures) changes.put({ picture: pictureTextOf(rgb, store.data), label: null, scope: 'one' });
    else changes.put({ color: /** @type {[number, number, number]} */ ([...rgb]), label: null, scope: 'one' });
  },
  /** A picture of the data or a drawing, by its text. */
  picture: ({ changes }, /** @type {string} */ picture) => changes.put({ picture, label: null, scope: 'one' }),
  room: ({ store, changes }, /** @type {State['room']} */ room) => {
    clearMessage(store);
    changes.put({ room });
  },
  /** Learning rate and batch, which act at once. */
  settings: ({ store, changes }, /** @type {Partial<Settings>} */ settings) => changes.put({ settings: { ...store.state.settings, ...settings } }),

  // Numbers.
  select: ({ changes }, /** @type {string | null} */ selected) => changes.put({ selected }),
  /** Shows a number in the room of the network. */
  open: ({ changes }, /** @type {string} */ address) => changes.put({ room: 'network', selected: address }),
  revisit: ({ navigation }, /** @type {number} */ by) => navigation.alongAddresses(by),
  blame: ({ navigation }) => navigation.toBlame(),
  blameAll: ({ navigation }) => navigation.toAllBlame(),
  nudge: ({ store }, /** @type {number | null} */ size) => {
    store.nudge = size;
  },

  // The way through a pass, and through the steps of training.
  forward: ({ navigation }, around = true) => navigation.move(1, around),
  back: ({ navigation }) => navigation.move(-1, false),
  phase: ({ runner, navigation }, /** @type {import('../core/pass-positions.js').Phase} */ phase) => {
    runner.stop();
    navigation.toPhase(phase);
  },
  /** To any position of the pass; to the update by making it. */
  at: ({ navigation }, /** @type {string} */ at) => navigation.toPosition(at),
  stop: ({ navigation }, /** @type {number} */ index) => navigation.toStop(index),
  /** From whom the updates of a pass of one colour learn: all colours of the batch, or that one alone. */
  learnFrom: ({ runner, updates }, /** @type {State['update']} */ who) => {
    runner.stop();
    updates.choose(who);
  },
  step: ({ runner, changes }, /** @type {number} */ step) => {
    runner.stop();
    changes.put({ step });
  },

  // Training.
  play: (session) => {
    const going = session.runner.playing();
    session.runner.stop();
    if (!going) session.run(playing(session));
  },
  /** Makes the first updates as a time-lapse, and stops by itself. */
  teach: (session) => session.run(teaching(session)),
  /** Makes so many updates; ends early where training diverges, and where something else is run. */
  train: (session, /** @type {number} */ steps) => session.run(training(session, steps)),
  /** Ends whatever is running. */
  rest: ({ runner }) => runner.stop(),

  /** Goes on after a trap of the core. */
  restart: (session) => session.restart(),

  // New beginnings, and the runs.
  reset: (session) => anew(session, ({ history }) => history.begin({})),
  newSeed: (session) => anew(session, ({ history }) => history.newSeed()),
  hidden: (session, /** @type {number[]} */ hidden) => anew(session, ({ history }) => history.begin({ hidden })),
  /** From given first weights: settings with them, and what is told of them. */
  beginWith: (session, /** @type {Partial<Settings>} */ settings, /** @type {Record<string, string>} */ told) => anew(session, ({ history }) => history.beginWith(settings, told)),
  begin: (session, /** @type {Partial<Settings>} */ settings) => anew(session, ({ history }) => history.begin(settings)),
  /** Another data set. A custom set begins with two classes that have a name in the reader's language. */
  dataset: (session, /** @type {Settings['data']} */ set) =>
    anew(session, ({ store, changes, history }) => {
      const { own, lang, settings } = store.state;
      if (set === 'own') changes.put({ own: begun(own, firstWords(lang).ownFirst) });
      if (set !== settings.data) history.choose(set);
    }),
  /** Begins as on a first visit. The run so far is kept, and the custom set and the progress of the lesson stay. */
  startAnew: ({ notices, runner, history, changes }) => {
    notices.withdraw('left');
    runner.stop();
    const { settings, own: _, lang: __, theme: ___, step: ____, drawn: _____, ...first } = initial();
    history.begin(settings);
    changes.put(first);
  },
  undo: ({ runner, history }) => {
    runner.stop();
    history.undo();
  },
  rename: ({ history }, /** @type {number} */ id, /** @type {string} */ name) => history.rename(id, name),
  reveal: ({ history }, /** @type {number} */ id, /** @type {boolean} */ visible) => history.reveal(id, visible),
  drop: (session, /** @type {number} */ id) => {
    session.history.drop(id);
    offerUndo(session);
  },
  resume: ({ runner, changes }, /** @type {number} */ id) => {
    runner.stop();
    changes.resume(id);
  },
  /** Trains so many steps under settings beside the lecture's, as a run of that name; gives how it went. Waits for the file of the data, where they have one. */
  experiment: async (session, /** @type {string} */ name, /** @type {Partial<Settings>} */ settings, /** @type {number} */ steps) => {
    const { runner, store, history, commit } = session;
    runner.stop();
    const set = settings.data !== undefined && Object.hasOwn(PICTURES, settings.data) ? settings.data : 'dominant';
    const begin = () => {
      history.begin(withShape(settingsFor(set, store.state.settings), settings));
      history.rename(0, name);
      // The run before is on the list, and a new beginning was asked for: no message is needed.
      store.problem = null;
    };
    if (isAtHand(set)) begin();
    else if (!(await session.withFile(set, begin))) return null;
    const laid = store.state.settings;
    /** @type {Promise<boolean> | undefined} */
    let trained;
    commit(() => (trained = session.run(training(session, steps))));
    await trained;
    const course = courseOf(session, laid, steps);
    // Divergence is shown as the outcome.
    if (course?.summary.diverged !== undefined) commit(() => (store.problem = null));
    return course;
  },

  // The custom set.
  edit,
  replace: (session, /** @type {CustomSet} */ own) => anew(session, ({ store, history }) => history.begin(settingsFor('own', store.state.settings, countOf(own)), own)),
  unedit: (session) => anew(session, ({ history }) => history.unedit()),
  /** Adds the colours of a built-in data set. */
  mix: (session, /** @type {Settings['data']} */ set) =>
    edit(session, (own) => {
      const { classes, samples } = session.changes.coloursOf(set);
      return joined(own, customSetOf(classes, samples));
    }),
  /** Gives the colour on display a class, in the room of colours, where that can be seen. */
  join: (session, /** @type {number} */ label) => {
    const { state, data, shown } = session.store;
    if (state.room !== 'colours' || state.settings.data !== 'own' || label >= data.classes.length) return;
    edit(session, (own) => withSample(own, { rgb: [...shown.rgb], label }));
  },

  // Own pictures.
  /** Adds the picture on display to the training pictures, with its class. */
  joinPicture: (session) => anew(session, ({ store: { state, workbench, shown }, history }) => {
    if (!workbench.pictures) return;
    const drawn = withDrawing(state.drawn, state.settings.data, shown);
    if (!drawn) throw new CoreError('noMorePictures');
    history.draw(drawn);
  }),
  /** Removes a picture that the learner has added. */
  removePicture: (session, /** @type {ArrayLike<number>} */ rgb) => anew(session, ({ store: { state }, history }) => history.draw(withoutDrawing(state.drawn, state.settings.data, rgb))),
  undraw: (session) => anew(session, ({ history }) => history.undraw()),

  // Messages.
  accept: ({ notices, changes }) => notices.present(changes.progress() !== null)?.act(),
  dismiss: ({ store, notices }) => {
    if (!store.problem) notices.dismiss();
    store.problem = null;
  },

  // The lesson.
  'lesson/toggle': ({ lesson }) => lesson.toggle(),
  /** Lays the page out for a step. */
  'lesson/lay': ({ runner, store, changes }, /** @type {Partial<State>} */ change) => {
    runner.stop();
    clearMessage(store);
    changes.put(change);
  },
  'lesson/enter': ({ lesson }, /** @type {string} */ name) => lesson.enter(name),
  'lesson/answer': ({ lesson }, /** @type {string | number} */ given) => lesson.answer(given),
  'lesson/keep': ({ lesson }, /** @type {string | number} */ given) => lesson.keep(given),
  'lesson/conclude': ({ lesson }, /** @type {number | null} */ outcome) => lesson.conclude(outcome),
  'lesson/check': ({ lesson }, /** @type {string} */ body) => lesson.check(body),
  'lesson/write': ({ lesson }, /** @type {string} */ body) => lesson.write(body),
  'lesson/show': ({ lesson }) => lesson.show(),
  'lesson/go': ({ lesson }, /** @type {number} */ by) => lesson.go(by),
  'lesson/on': ({ lesson }) => lesson.on(),
  'lesson/reset': ({ lesson }) => lesson.reset(),
  'lesson/chapters': ({ lesson }, /** @type {string} */ chapters) => lesson.choose(chapters),
};

/** @typedef {typeof ACTIONS} Actions */
/**
 * The arguments of an action beside the session.
 * @template {keyof Actions} K
 * @typedef {Actions[K] extends (session: any, ...args: infer A) => any ? A : never} Arguments
 */
/**
 * The one door for what a learner does: runs an action by its name.
 * @typedef {<K extends keyof Actions>(name: K, ...args: Arguments<K>) => ReturnType<Actions[K]>} Dispatch
 */
