// All views of the page, and which of them are visible.
import { isPicture } from '../core/tensor-shape.js';
import { isOfOneLayer } from '../embed/scenes.js';
import { createBlack } from './page/black.js';
import { createAnswer } from './page/answer.js';
import { createDock } from './story/dock.js';
import { attribute, h } from './dom.js';
import { createLazily } from './lazy.js';
import { createHeader } from './page/header.js';
import { createHelp, createMessage } from './page/overlay.js';
import { createPad } from './pad/pad.js';
import { createPicker } from './page/picker.js';
import { createPhoneStrip } from './page/phone-strip.js';
import { createStage } from './stage/stage.js';
import { createShape } from './training/shape.js';
import { createRun } from './training/run.js';
import { createStepper } from './scene/stepper.js';
import { createStops } from './stops/stops.js';

/**
 * Services of the page that the views need beside `dispatch`.
 * @typedef {object} Page
 * @property {(target: import('../app/view-model.js').Target) => void} point shows a spot that is hovered or focused
 * @property {(but?: import('../state/schema.js').Change) => string} link the address at which others open the page as it is now, but for this
 * @property {() => import('../element/shared-address.js').Reach} reach who can open that address
 * @property {(text: string) => Uint8Array} qrCode a text as a QR code, row after row of a square; empty where it is too long
 * @property {() => void} arrived draws it anew, with views and words that have come
 * @property {(kind: import('../export/index.js').Kind) => Promise<{ name: string, blob: Blob }>} file the network as a file to take home
 * @property {() => void} restart lays out anew what the core has lost
 * @property {(file: File) => Promise<string>} openWeights begins anew with the weights of a file; gives the sentence why not, empty where it did
 */

/** A side panel: a part that the lesson knows, or the pad, which takes the place of the picker. @typedef {import('../lesson/step.js').Part | 'pad'} Side */

/**
 * @param {import('../app/actions.js').Dispatch} dispatch
 * @param {Page} page
 */
export function createViews(dispatch, page) {
  const black = createBlack();
  /** @type {import('../app/view-model.js').Model | null} */
  let latest = null;
  /** Whether everything was drawn before. */
  let drawn = false;
  // Dialogs, and what other rooms than the network's show.
  const lazily = createLazily({ model: () => latest, arrived: page.arrived });
  const [help, share, importer] = [lazily(null, createHelp), lazily('share', (views) => views.createShare(dispatch, page)), lazily('importer', (views) => views.createImporter(dispatch))];
  const [neuron, planes] = [lazily('lesson', (views) => views.createNeuron(dispatch)), lazily('lesson', (views) => views.createPlanes(dispatch))];
  const [tiny, kernel] = [lazily('lesson', (views) => views.createTiny(dispatch)), lazily('lesson', (views) => views.createKernel(dispatch))];
  const [cnn, editor, sheet] = [lazily('lesson', (views) => views.createCnn()), lazily('lesson', (views) => views.createEditor(dispatch)), lazily('lesson', (views) => views.createSheet(dispatch, page))];
  const panel = lazily('lesson', (views) => views.createPanel(dispatch, page, { summary: () => sheet.use((view) => view.summary()), plan: () => sheet.use((view) => view.plan()), opened: drawn }));
  const colours = lazily('colours', (views) => views.createColours(dispatch, () => importer.use((view) => view.show())));
  const experiments = lazily('experiments', (views) => views.createExperiments(dispatch));
  const message = createMessage(dispatch, page.restart);
  const header = createHeader(dispatch, { help: () => help.use((view) => view.toggle()), share: () => share.use((view) => view.show()) });
  const [stops, scene, dock] = [createStops(dispatch), createStage(dispatch, page, align), createDock(dispatch, page)];
  const strip = createPhoneStrip((picking) => appElement().classList.toggle('picking', picking));
  const stepper = createStepper(dispatch);
  /** The side panels, by name: the colour, or the pad for pictures, on the left; training on the right. */
  const left = { picker: createPicker(dispatch), pad: createPad(dispatch), answer: createAnswer(dispatch) };
  const run = createRun(dispatch);
  const right = { ...run.parts, shape: createShape(dispatch) };
  const sides = /** @type {[Side, { element: HTMLElement, update: (model: import('../app/view-model.js').Model) => void }][]} */ (Object.entries({ ...left, ...right }));
  const part = (/** @type {string} */ name, /** @type {{ element: Element }[]} */ views) =>
    h('div', { class: name }, ...views.map((view) => view.element));
  const middle = h('div', { class: 'middle' }, stops.above, scene.element, stops.below, stops.meaning, dock.element, editor.place);
  const [first, last] = [part('left', Object.values(left)), part('right', [run, right.shape])];
  const elements = [header.element, message.element, panel.place, strip.element, first, middle, neuron.place, planes.place, tiny.place, kernel.place, cnn.place, colours.place, experiments.place, last, stepper.element, share.place, help.place, sheet.place, importer.place, black.element];
  /** The views of each room, besides those of all rooms. */
  const rooms = { network: [stops, scene, dock, editor], colours: [colours], experiments: [experiments] };
  /** @type {readonly import('../app/view-model.js').ColumnModel[]} */
  let columns = [];

  /** Puts the stops in line with the columns of the scene. */
  function align() {
    const shift = scene.element.offsetLeft - stops.above.offsetLeft;
    stops.arrange(new Map(columns.flatMap(({ name }) => {
      const x = scene.place(name);
      return x === null ? [] : [[name, x + shift]];
    })));
  }

  const appElement = () => /** @type {HTMLElement} */ (header.element.parentElement);

  /**
   * Whether a side panel is visible.
   * @param {Side} side
   * @param {import('../app/view-model.js').Model} model
   */
  function beside(side, model) {
    const { lesson, state, solo, data } = model;
    if (side === (isPicture(data.shape) ? 'picker' : 'pad')) return false;
    const name = side === 'pad' ? 'picker' : side;
    if (solo) return accompanies(name, state);
    // Before a room only what a question needs stands beside the picture.
    if (isEnlarged(model) && !['do', 'try'].includes(lesson?.step.kind ?? '')) return false;
    // The course of a training is not shown before it is predicted.
    const early = name === 'chart' && lesson?.step.kind === 'try' && lesson.attempt.settled === null && !lesson.attempt.busy;
    if (lesson) return lesson.step.side.includes(name) && !early;
    return name === 'shape' ? state.room === 'colours' : name === 'tiles' ? state.room !== 'colours' : true;
  }

  /**
   * The view in the middle; empty where it is that of a room.
   * @param {import('../app/view-model.js').Model} model
   */
  function stageOf({ solo, lesson, state: { scene: alone, room } }) {
    if (solo && alone === 'loss') return '';
    if (solo && alone === 'neuron') return 'neuron';
    return room === 'network' ? (lesson?.step.stage ?? 'scene') : '';
  }

  /**
   * Whether the picture has the room of what stands around it: before a room only it and one sentence count.
   * @param {import('../app/view-model.js').Model} model
   */
  const isEnlarged = (model) => model.state.present && model.solo === null && stageOf(model) === 'scene';

  /**
   * @param {import('../app/view-model.js').Model} model
   * @param {boolean} [lively] whether only what moves with every update of the weights is to be drawn: the words follow soon
   */
  function update(model, lively = false) {
    latest = model;
    if (lively) {
      const moving = { network: [scene], colours: [colours.there()], experiments: [] }[model.state.room];
      for (const view of [...moving, left.picker, ...Object.values(run.parts)]) if (view && !view.element.hidden) view.update(model, true);
      return;
    }
    const { state: { room, present, scene: alone, controls }, lesson, solo } = model;
    const stage = stageOf(model);
    columns = model.columns;
    const app = appElement();
    app.classList.toggle('taught', lesson !== null);
    app.classList.toggle('presenting', lesson !== null && present);
    app.classList.toggle('picking', strip.update(model));
    app.classList.toggle('wide', stage === 'scene' && lesson === null && solo === null);
    const enlarged = isEnlarged(model);
    app.classList.toggle('enlarged', enlarged);
    app.parentElement?.classList.toggle('solo', solo !== null);
    attribute(app, 'data-scene', solo ? alone : null);
    attribute(app, 'data-controls', solo ? controls : null);
    header.element.hidden = solo !== null || enlarged;
    middle.hidden = stage !== 'scene';
    neuron.show(stage === 'neuron');
    planes.show(stage === 'planes');
    tiny.show(stage === 'tiny');
    kernel.show(stage === 'kernel');
    cnn.show(stage === 'cnn');
    colours.show(room === 'colours');
    experiments.show(room === 'experiments');
    if (lesson) panel.get();
    if (lesson?.step.exercise !== undefined) editor.get();
    // Beside the stage the right class is chosen with the colour; elsewhere under the answer.
    const home = app.classList.contains('wide') ? left[isPicture(model.data.shape) ? 'pad' : 'picker'].more : left.answer.element;
    if (left.answer.choice.parentElement !== home) home.append(left.answer.choice);
    for (const [name, view] of sides) {
      view.element.hidden = !beside(name, model);
      if (!view.element.hidden) view.update(model);
    }
    first.hidden = Object.values(left).every(({ element }) => element.hidden);
    last.hidden = Object.values(right).every(({ element }) => element.hidden);
    app.classList.toggle('alone', lesson !== null && (lesson.step.side.length === 0 || (enlarged && first.hidden && last.hidden)));
    const quiet = solo !== null && controls === 'none';
    dock.element.hidden = lesson?.step.exercise !== undefined || quiet;
    stops.above.hidden = quiet || (solo !== null && isOfOneLayer(model.state));
    stops.below.hidden = stops.above.hidden || (solo !== null && alone === 'forward');
    // The cube can always be turned where there is anything to press.
    const led = solo !== null && controls !== 'full';
    for (const one of [stops.above, stops.below]) one.toggleAttribute('inert', led);
    if (stage === 'neuron') neuron.get()?.element.toggleAttribute('inert', led);
    if (room === 'colours') colours.get()?.element.toggleAttribute('inert', led && (quiet || alone !== 'cube'));
    for (const one of [scene.element, last]) one.toggleAttribute('inert', quiet);
    // Of a kernel a number is open, and the story has no room beside it.
    stepper.element.hidden = !solo || quiet || (stage !== '' && alone !== 'kernel') || solo.stops < 2;
    const staged = stage === 'neuron' ? [neuron] : stage === 'planes' ? [planes] : stage === 'tiny' ? [tiny] : stage === 'kernel' ? [kernel] : stage === 'cnn' ? [cnn] : rooms[room];
    for (const view of [header, panel, ...staged, stepper, message, share, help, sheet, importer]) view.update(model);
    drawn = true;
  }

  /**
   * Updates only the pointed spot.
   * @param {import('../app/view-model.js').Model} model
   */
  function point(model) {
    scene.point(model);
    dock.point(model);
  }

  return { elements, update, lose: message.lose, point, addressAt: scene.addressAt, help: () => help.use((view) => view.toggle()), black, rest: () => panel.there()?.rest(), importer: importer.use };
}

/**
 * Whether a part stands beside a scene by itself: the loss is such a part, and where all can be set, so is the colour.
 * @param {import('../lesson/step.js').Part} name
 * @param {import('../state/schema.js').State} state
 */
function accompanies(name, { scene, controls }) {
  if (scene === 'loss') return name === 'chart' || (name === 'training' && controls === 'full');
  if (scene === 'colours' || scene === 'cube') return false;
  return controls === 'full' && (name === 'picker' || (name === 'answer' && scene !== 'neuron'));
}
