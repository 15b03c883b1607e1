// All views of the page, where they stand, and what they may ask for.
import { createAnswer } from './answer.js';
import { createCard } from './card.js';
import { createChart } from './chart.js';
import { createDiagnosis } from './diagnosis.js';
import { createColours } from './colours.js';
import { h } from './dom.js';
import { createHeader } from './header.js';
import { createHelp, createMessage } from './overlay.js';
import { createPhases } from './phases.js';
import { createPicker } from './picker.js';
import { createRuns } from './runs.js';
import { createScene } from './scene.js';
import { createSettings } from './settings.js';
import { createShape } from './shape.js';
import { createShare } from './share.js';
import { createTiles } from './tiles.js';
import { createTraining } from './training.js';
import { createTrials } from './trials.js';

/**
 * What the views can ask for; each is one act of the learner.
 * @typedef {object} On
 * @property {(lang: 'ja' | 'en') => void} lang
 * @property {(theme: 'auto' | 'light' | 'dark') => void} theme
 * @property {(rgb: number[]) => void} color
 * @property {(label: number | null) => void} label
 * @property {(scope: 'one' | 'batch') => void} scope
 * @property {(row: number) => void} row
 * @property {(sample: import('../core.js').Sample) => void} sample
 * @property {(phase: import('../walk.js').Phase) => void} phase
 * @property {() => void} forward
 * @property {() => void} back
 * @property {(address: string | null) => void} select
 * @property {(target: import('../model.js').Target) => void} hover
 * @property {(by: number) => void} trail
 * @property {() => void} blame
 * @property {(h: number | null) => void} nudge how far the gradient check nudges; null: it is closed
 * @property {() => void} play
 * @property {() => void} one
 * @property {(speed: 'slow' | 'normal' | 'fast') => void} speed
 * @property {(step: number) => void} step goes to a step of this run
 * @property {() => void} reset
 * @property {() => void} newSeed
 * @property {() => void} undo
 * @property {(text: string) => Uint8Array} code a text as a QR code, row after row of a square
 * @property {() => string} link the address of the page as it is now
 * @property {(room: import('../state.js').State['room']) => void} room
 * @property {(maps: boolean) => void} maps whether the nodes always show what they see
 * @property {(slice: number) => void} slice saturation of those pictures, percent
 * @property {(set: import('../core.js').Settings['data']) => void} set
 * @property {(hidden: number[]) => void} hidden
 * @property {(change: (own: import('../own.js').Own) => import('../own.js').Own | null) => void} edit one's own colours; null: no room
 * @property {() => void} unedit
 * @property {(set: import('../core.js').Settings['data']) => void} mix a data set into one's own colours
 * @property {(settings: Partial<import('../core.js').Settings>) => void} settings what can change at once
 * @property {(settings: Partial<import('../core.js').Settings>) => void} begin what needs a new beginning
 * @property {(name: string, settings: Partial<import('../core.js').Settings>, steps: number) => Promise<import('../experiments.js').Course | null>} experiment trains so many steps under
 * settings beside the lecture's
 * @property {(address: string) => void} open shows a number in the scene
 * @property {(id: number, name: string) => void} rename a run; 0 is the present one
 * @property {(id: number, visible: boolean) => void} reveal a run in the chart
 * @property {(id: number) => void} drop a run
 * @property {(id: number) => void} resume goes back to a run
 * @property {(log: boolean) => void} log
 * @property {() => void} dismiss
 */

/** @param {On} on */
export function createViews(on) {
  const help = createHelp();
  const message = createMessage(on);
  const share = createShare(on);
  const header = createHeader({ ...on, help: help.toggle, share: share.show });
  const left = [createPicker(on), createAnswer(on)];
  const [scene, card] = [createScene(on), createCard(on)];
  const network = [createPhases(on), scene, card];
  const colours = createColours(on);
  const settings = createSettings(on);
  const laboratory = [createTrials(on), createDiagnosis(on), settings, createRuns(on)];
  const [shape, tiles] = [createShape(on), createTiles(on)];
  const right = [createChart(on), createTraining(on), shape, tiles];
  const part = (/** @type {string} */ name, /** @type {{ element: Element }[]} */ views) =>
    h('div', { class: name }, ...views.map((view) => view.element));
  const middle = part('middle', network);
  const experiments = h('div', { class: 'experiments' }, part('benches', laboratory), settings.apply);
  const elements = [header.element, message.element, part('left', left), middle, colours.element, experiments, part('right', right), share.element, help.element];
  /** What there is in each room besides what is in all of them. */
  const rooms = { network: [...network, tiles], colours: [colours, shape], experiments: [...laboratory, tiles] };
  const always = [header, ...left, ...right.slice(0, 2), message, share, help];

  /** @param {import('../model.js').Model} model */
  function update(model) {
    const { room } = model.state;
    middle.hidden = room !== 'network';
    colours.element.hidden = shape.element.hidden = room !== 'colours';
    tiles.element.hidden = room === 'colours';
    experiments.hidden = room !== 'experiments';
    for (const view of [...always, ...rooms[room]]) view.update(model);
  }

  /**
   * Only what is pointed at has changed.
   * @param {import('../model.js').Model} model
   */
  function point(model) {
    scene.point(model);
    card.point(model);
  }

  return { elements, update, point, help: help.toggle };
}
