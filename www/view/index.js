// All views of the page, where they stand, and what they may ask for.
import { createAnswer } from './answer.js';
import { createCard } from './card.js';
import { createChart } from './chart.js';
import { h } from './dom.js';
import { createHeader } from './header.js';
import { createHelp, createMessage } from './overlay.js';
import { createPhases } from './phases.js';
import { createPicker } from './picker.js';
import { createScene } from './scene.js';
import { createTiles } from './tiles.js';
import { createTraining } from './training.js';

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
 * @property {() => void} reset
 * @property {() => void} newSeed
 * @property {() => void} undo
 * @property {(log: boolean) => void} log
 * @property {() => void} dismiss
 */

/** @param {On} on */
export function createViews(on) {
  const help = createHelp();
  const message = createMessage(on);
  const header = createHeader({ ...on, help: help.toggle });
  const left = [createPicker(on), createAnswer(on)];
  const [scene, card] = [createScene(on), createCard(on)];
  const middle = [createPhases(on), scene, card];
  const right = [createChart(on), createTraining(on), createTiles(on)];
  const part = (/** @type {string} */ name, /** @type {{ element: Element }[]} */ views) =>
    h('div', { class: name }, ...views.map((view) => view.element));
  const elements = [header.element, part('left', left), part('middle', middle), part('right', right), message.element, help.element];
  const all = [header, ...left, ...middle, ...right, message, help];

  /** @param {import('../model.js').Model} model */
  function update(model) {
    for (const view of all) view.update(model);
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
