// The store: the state of the page, the network on the workbench, and the pass that is on display. It keeps the two in
// step with each other; what may change them is in changes.js, updates.js and run-history.js.
import { inputOf, pictureTextOf, textOfBytes } from '../colours/pictures.js';
import { CoreError } from '../core/wasm.js';
import { Workbench } from './workbench.js';
import { createAddressHistory } from './address-history.js';
import { number } from './view-model.js';

/** What the learner did last: nothing yet, a step through the layers, or training. @typedef {'start' | 'walk' | 'trained'} Mood */

export class Store {
  /** @type {import('../state/schema.js').State} */
  state;
  /** @type {Workbench} */
  workbench;
  /** @type {Mood} */
  mood = 'start';
  /** The numbers that were opened one after another. */
  addresses = createAddressHistory();
  /** The problem to show; null for none. @type {CoreError | null} */
  problem = null;
  /** Why something can't be stored, until it is shown as the problem. @type {import('../state/storage.js').Problem | null} */
  unsaved = null;
  /** What is under the pointer or the keyboard. @type {import('./view-model.js').Target} */
  pointed = null;
  /** By how much the gradient check nudges its number; null while the check is closed. @type {number | null} */
  nudge = null;
  /** Which problem of the present network was shown last. */
  #noticed = '';

  /**
   * @param {import('../core/wasm.js').Bindings} bindings
   * @param {import('../state/schema.js').State} state
   * @throws {Error} where the core refuses the settings
   */
  constructor(bindings, state) {
    this.state = state;
    this.workbench = new Workbench(bindings, state.settings, state.own, state.drawn);
    Object.assign(state, { settings: this.workbench.settings, step: 0 });
    this.pass();
  }

  /** The core, to read numbers from. */
  get lab() {
    return this.workbench.lab;
  }

  /** The colours of the data set. */
  get data() {
    return this.workbench.data;
  }

  /** The colour on display, with its right class. */
  get shown() {
    return this.workbench.samples[this.state.row];
  }

  /** The picked colour, or the picture. */
  get input() {
    return inputOf(this.state, this.data);
  }

  /**
   * Does something that may change the numbers of the data's pictures, and keeps the picture on display.
   * @param {() => void} work
   */
  keepPicture(work) {
    const { input, state: { picture, settings: { data } } } = this;
    // The first picture is always the first.
    const pictures = this.workbench.pictures && picture !== '';
    if (pictures) this.state.picture = textOfBytes(input);
    work();
    if (pictures) this.state.picture = this.state.settings.data === data ? pictureTextOf(input, this.data) : picture;
  }

  /** Computes a pass of the picked colour or of the batch, with the present weights. */
  pass() {
    const { state, workbench } = this;
    if (this.data.train.length === 0) state.scope = 'one';
    const rgb = /** @type {number[]} */ (this.input);
    state.label = this.clampedLabel(state.label);
    workbench.pass(state.scope === 'batch' ? 'batch' : { rgb, label: state.label ?? workbench.teacher(rgb).label });
    state.step = workbench.step;
    this.keepRow();
    // A number that is not in this pass can't stay open.
    if (state.selected !== null && !this.has(state.selected)) {
      state.selected = null;
      this.addresses.clear();
    }
  }

  /** Keeps the row on display inside the pass. */
  keepRow() {
    this.state.row = Math.min(this.state.row, this.workbench.samples.length - 1);
  }

  /**
   * Moves to a position of the pass.
   * @param {string} at
   */
  go(at) {
    this.state.at = at;
    this.state.step = this.workbench.step;
    this.mood = 'walk';
  }

  /** Shows a new pass after training, with its forward done. */
  showTrained() {
    this.pass();
    this.state.at = 'forward:loss';
    this.mood = 'trained';
  }

  /** Follows the workbench after it was laid out anew; colour, language and the like stay. */
  renew() {
    [this.problem, this.#noticed] = [null, ''];
    this.state.settings = this.workbench.settings;
    this.pass();
    this.mood = 'start';
  }

  /** Begins anew with the network that the core has lost; colour, mood and the like stay. */
  revive() {
    this.workbench.renew();
    this.addresses.clear();
    Object.assign(this.state, { settings: this.workbench.settings, at: 'forward:data', selected: null, row: 0 });
    [this.problem, this.#noticed] = [null, ''];
    this.pass();
  }

  /**
   * The nearest class there is; null stays null.
   * @param {number | null} label
   */
  clampedLabel(label) {
    return label === null ? null : Math.min(label, this.data.classes.length - 1);
  }

  /**
   * Whether the pass has a number of that address.
   * @param {string} address
   */
  has(address) {
    return number(this.lab, address) !== null;
  }

  /**
   * Reports first weights that can't be computed with, and divergence; each once.
   * @param {boolean} [again] reports it even if it was reported before
   */
  notice(again = false) {
    const { diverged, trainLoss, step } = this.workbench.summary();
    const unusable = step === 0 && trainLoss !== undefined && !Number.isFinite(trainLoss);
    const now = unusable ? 'tooLarge' : diverged === undefined ? '' : `diverged ${diverged}`;
    if (now === this.#noticed && !again) return;
    this.#noticed = now;
    if (unusable) this.problem = new CoreError(this.state.settings.weights === '' ? 'tooLarge' : 'givenTooLarge');
    else if (diverged !== undefined) this.problem = new CoreError('diverged', { step: String(diverged) });
    else if (this.problem?.code === 'diverged') this.problem = null;
  }
}
