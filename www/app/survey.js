// The survey: what is drawn of a network as a whole, and not of a pass. Beside a training it is not made anew for every frame,
// because it takes as long as some updates.
import { answersOf } from '../colours/regions.js';
import { pictures, wheelIn } from '../core/wasm.js';

/** @typedef {import('../core/wasm.js').Lab} Lab */
/** What is surveyed: the core with its data, whether these are pictures, and whose turn it is. @typedef {{ readonly lab: Lab, data: import('../core/wasm.js').Data, readonly pictures: boolean, turns: import('./turns.js').Turns }} Surveyed */

/** The colour of a node that does not fire: a grey on which both black and white can be seen. */
const BACKDROP = { light: [205, 203, 196], dark: [74, 77, 84] };

/** Colours along each edge of the RGB cube. */
const SIDE = 13;
/** Those colours, red the slowest: `r, g, b, r, g, b, …`. */
const LATTICE = Uint8Array.from({ length: SIDE ** 3 * 3 }, (_, i) => {
  const at = Math.floor(i / 3);
  return (Math.floor(at / SIDE ** (2 - (i % 3))) % SIDE) * (255 / (SIDE - 1));
});
/** How often the cube follows the training, ms. */
const CUBE_EVERY = 200;

export class Survey {
  /** @type {import('../core/wasm.js').Bindings} */
  #bindings;
  /** @type {Surveyed} */
  #bench;
  /** @type {Lab | null} the lab whose pictures were drawn last */
  #drawn = null;
  #stamp = 0;
  /** How often each of them may be drawn beside a training. @type {import('./turns.js').Pace} */
  #mapsPace;
  /** Whose wheel was drawn last, in which brightness, and how often one was. It takes as long as two updates. */
  #wheel = { lab: /** @type {Lab | null} */ (null), value: 0, times: 0 };
  /** @type {import('./turns.js').Pace} */
  #wheelPace;
  /** What the channels of the first Convolution see. */
  #patches = { lab: /** @type {Lab | null} */ (null), found: /** @type {import('./view-model.js').Space['patches']} */ ([]) };
  /** @type {import('./turns.js').Pace} */
  #patchesPace;
  /** The answers over the RGB cube. @type {{ stamp: number, time: number, answers: Uint8Array } | null} */
  #cube = null;

  /**
   * @param {import('../core/wasm.js').Bindings} bindings
   * @param {Surveyed} bench
   */
  constructor(bindings, bench) {
    this.#bindings = bindings;
    this.#bench = bench;
    this.#mapsPace = bench.turns.pace(100, 0.03);
    this.#wheelPace = bench.turns.pace(25, 0.08);
    this.#patchesPace = bench.turns.pace(200, 0.1);
  }

  /**
   * The maps of all nodes, drawn anew where anything has changed; beside a training a few times a second only, because they
   * take as long as several updates.
   * @param {number} slice saturation, percent
   * @param {boolean} dark whether the page is dark
   * @param {boolean} beside whether they stand beside a training that goes on
   * @returns {import('./view-model.js').Maps}
   */
  look(slice, dark, beside) {
    const [r, g, b] = BACKDROP[dark ? 'dark' : 'light'];
    const { lab } = this.#bench;
    const late = lab !== this.#drawn || !beside || this.#mapsPace.due();
    if (late && (this.#mapsPace.run(() => lab.look(slice / 100, r, g, b)) || lab !== this.#drawn)) this.#stamp += 1;
    this.#drawn = lab;
    const [width, height] = this.#bindings.mapSize();
    return { stamp: this.#stamp, width, height, pixels: (layer) => pictures(lab, layer) };
  }

  /**
   * The classes over the wheel of a brightness, drawn anew where anything has changed.
   * @param {number} value the brightness, 0 to 1
   * @param {boolean} playing whether it is one of many frames, so that it must not take long
   * @returns {import('./view-model.js').WheelGrid}
   */
  wheel(value, playing) {
    const { lab } = this.#bench;
    const count = this.#bench.data.classes.length;
    const same = lab === this.#wheel.lab && value === this.#wheel.value;
    if (!playing || !same || this.#wheelPace.due()) {
      if (this.#wheelPace.run(() => lab.drawWheel(value, !playing)) || !same) this.#wheel.times += 1;
      Object.assign(this.#wheel, { lab, value });
    }
    return { stamp: this.#wheel.times, value, count, ...wheelIn(lab, count) };
  }

  /**
   * The data of the room of colours: the loss of every colour, the decision over hue and lightness, and
   * over the RGB cube. While training the cube follows a few times a second only.
   * @param {number} slice saturation, percent
   * @param {boolean} playing
   * @param {Float32Array} losses of every colour
   * @returns {import('./view-model.js').Space}
   */
  space(slice, playing, losses) {
    const { lab } = this.#bench;
    const now = performance.now();
    if (this.#cube?.stamp !== this.#stamp && !(playing && this.#cube && now - this.#cube.time < CUBE_EVERY)) {
      const asked = this.#bench.pictures ? new Uint8Array() : LATTICE;
      this.#cube = { stamp: this.#stamp, time: now, answers: answersOf(lab.predict(asked), this.#bench.data.classes.length) };
    }
    return {
      losses,
      colours: this.#bindings.mapColours(slice / 100),
      decision: lab.decision(),
      patches: this.#bench.pictures ? this.#see(playing) : [],
      side: SIDE,
      cube: this.#cube?.answers ?? new Uint8Array(),
    };
  }

  /**
   * For each channel of the first Convolution where in the training pictures it is largest; beside a training a few times a
   * second only.
   * @param {boolean} playing
   */
  #see(playing) {
    const { lab } = this.#bench;
    if (this.#patches.lab !== lab || !playing || this.#patchesPace.due()) this.#patches.found = this.#patchesPace.run(() => lab.patches());
    this.#patches.lab = lab;
    return this.#patches.found;
  }
}
