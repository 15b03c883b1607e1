// The type of a step of the lesson. It holds no words: those are in lesson.js of each language, by its id.

/** @typedef {import('./facts.js').Facts} Facts */
/** @typedef {import('../state/schema.js').State} State */
/** @typedef {import('../core/wasm.js').Settings} Settings */

/**
 * The actions of a step when its answer is shown.
 * @typedef {object} On
 * @property {(change: Partial<State>) => void} put
 * @property {(phase: import('../core/pass-positions.js').Phase) => void} phase
 * @property {(settings: Partial<Settings>) => void} begin
 * @property {(steps: number) => Promise<unknown>} train
 * @property {(samples: readonly import('../core/wasm.js').Sample[]) => void} teach adds colours to the custom set
 */

/** Parts of the page that can be shown beside the scene. @typedef {'picker' | 'answer' | 'chart' | 'training' | 'shape' | 'tiles'} Part */

/** The view in the middle of the page. @typedef {'scene' | 'neuron' | 'planes' | 'tiny' | 'kernel' | 'cnn'} Stage */

/** A gradient of the tiny network. @typedef {keyof import('./tiny.js').Gradients} GradientName */

/**
 * How the tiny network is shown.
 * @typedef {object} TinyStage
 * @property {number} q its second input
 * @property {import('./tiny.js').Nudgeable} number that can be nudged
 * @property {'always' | 'after' | 'never'} nudge when it can be: at any time, once the question is answered, or not at all
 * @property {GradientName | null} asked the gradient that the question asks for
 * @property {readonly GradientName[]} before the gradients that are shown from the beginning
 * @property {readonly GradientName[]} after those that are shown once it is answered
 * @property {readonly (keyof typeof import('./tiny.js').WEIGHTS)[]} lit the connections that the question is about
 * @property {boolean} [gates] false where it is shown without ReLU
 */

/**
 * How a question is answered: type a number; choose an answer; select a number of the scene; do something on the page;
 * predict an experiment; predict what an act on the page leads to; write a function.
 * @typedef {'number' | 'choose' | 'click' | 'do' | 'try' | 'predict' | 'code'} Kind
 */

/**
 * @typedef {object} Step
 * @property {string} id chapter and step: `forward.softmax`
 * @property {Kind} kind
 * @property {Stage} [stage] the scene, if left out
 * @property {boolean} [optional] whether the lesson goes on as well without it
 * @property {boolean} [asksName] whether the name that people gave to the colour is hidden before it is answered
 * @property {boolean} [plane] of the stage `neuron`: whether its plane is shown in the cube of colours
 * @property {TinyStage} [tiny] of the stage `tiny`
 * @property {{ free: boolean, at: number | null, pooled: boolean }} [kernel] of the stage `kernel`: whether its weights can be set, where
 * the window stands that is asked about (null where it can be moved), and whether pooling is shown
 * @property {readonly Part[]} side
 * @property {Partial<Omit<State, 'settings'>> & { settings?: Partial<Settings> }} [setup] how the page has to stand; `settings`
 * are those beside the lecture's
 * @property {(on: On, facts: Facts) => void} [reveal] shows the answer on the page
 * @property {(facts: Facts) => number} [answer] of `number`: the right number
 * @property {(facts: Facts) => number} [shown] of `number`: what the operands give as the question shows them; left out where it
 * shows them exactly
 * @property {(facts: Facts) => Record<string, number>} [slips] of `number`: the results of known slips
 * @property {(facts: Facts) => number} [right] of `choose`: the index of the right choice; −1 where every choice is right
 * @property {(address: string, facts: Facts) => string | null} [hit] of `click`: the slip that a selected number is; null where
 * it is right
 * @property {(facts: Facts) => boolean} [done] of `do`: whether the task is done
 * @property {(facts: Facts) => number | null} [outcome] of `predict`: the index of what has happened; null before that. `reveal`
 * makes it happen
 * @property {string} [experiment] of `try`: its id
 * @property {string} [exercise] of `code`: its name, see layers/
 */

/**
 * @typedef {object} Chapter
 * @property {string} id
 * @property {number} minutes that a lecturer plans for it
 * @property {readonly Step[]} steps
 */

/** A network counts as trained from this share of right training colours on. */
export const LEARNED = 0.95;
/** The parts for picking a colour and reading the answer. @type {readonly Part[]} */
export const COLOUR = ['picker', 'answer'];
/** The parts for training. @type {readonly Part[]} */
export const TRAINING = ['chart', 'training'];
/** The lecture's colour, at the beginning of a pass with the first weights of its network. @type {NonNullable<Step['setup']>} */
export const LECTURE = { room: 'network', scope: 'one', update: 'all', color: [122, 66, 94], label: null, selected: null, step: 0, maps: false, settings: {} };
