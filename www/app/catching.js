// Catching: whether the picked colour fools the network, and what it says of the colours caught before.
import { bestOf } from '../colours/regions.js';
import { indexOf, endOf } from '../core/pass-positions.js';
import { alone } from '../embed/scenes.js';

/** @typedef {import('../colours/catches.js').Rgb} Rgb */
/**
 * A caught colour, as the network and the teacher name it now.
 * @typedef {object} Catch
 * @property {Rgb} rgb
 * @property {number} answer the network's class; −1 where it has none
 * @property {number} label the right class; −1 where nobody knows it
 */

/** Whether the teacher knows a class, by a rule or by the nearest colour. @param {import('../core/wasm.js').Teacher} teacher */
const knows = ({ why }) => why.kind === 'rule' || why.kind === 'like';

/**
 * Whether the picked colour is a catch: the trained network has answered, and the teacher knows better. In the lesson and
 * in a scene by itself nothing is caught.
 * @param {import('./store.js').Store} store
 */
export function isCaught({ state, workbench }) {
  const { positions } = workbench;
  const answered = indexOf(positions, state.at) >= endOf(positions, 'forward');
  if (workbench.pictures || state.step === 0 || !answered || state.scope !== 'one' || state.label !== null || state.lesson !== '' || alone(state)) return false;
  const [{ answer, label }] = caught(workbench, [state.color]);
  return answer >= 0 && label >= 0 && answer !== label;
}

/**
 * @param {import('./workbench.js').Workbench} workbench
 * @param {readonly Rgb[]} colours
 * @returns {Catch[]}
 */
export function caught(workbench, colours) {
  if (colours.length === 0) return [];
  const probabilities = workbench.lab.predict(Uint8Array.from(colours.flat()));
  const classes = workbench.data.classes.length;
  return colours.map((rgb, i) => {
    const teacher = workbench.teacher(rgb);
    return { rgb, answer: bestOf(probabilities.subarray(i * classes, (i + 1) * classes)), label: knows(teacher) ? teacher.label : -1 };
  });
}
