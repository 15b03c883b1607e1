// Which buttons the story has at a moment: one that leads on, and at most one other beside "back". Plain values, no page.

/** @typedef {import('../../app/view-model.js').Model} Model */
/** @typedef {'play' | 'teach' | 'forward'} Act an action of the session that needs no argument */
/** @typedef {{ act: Act, label: string }} Way */

/**
 * @typedef {object} Ways
 * @property {Way} next the way on
 * @property {Way | null} other a way beside it
 * @property {boolean} aside whether the other is only a quiet link
 * @property {boolean} back whether there is a way back to show
 * @property {boolean} canGoBack whether it can be gone now
 */

/**
 * @param {Model} model
 * @returns {Ways}
 */
export function waysOf(model) {
  const { text, mood, playing, opening, solo, state, summary, data } = model;
  const bounded = solo !== null && state.scene !== 'whole';
  const canGoBack = !playing && (bounded ? solo.stop > 0 : model.canStepBack);
  const teach = { act: /** @type {const} */ ('teach'), label: text.teach };
  if (playing) return { next: { act: 'play', label: `❚❚ ${text.pause}` }, other: null, aside: false, back: true, canGoBack };
  if (opening && canLearn(model)) return { next: { ...teach, label: `${text.teach} ▶` }, other: { act: 'forward', label: text.walkFirst }, aside: true, back: false, canGoBack };
  const learned = mood === 'trained' && summary.trainAccuracy === 1;
  const other = canLearn(model) && !learned && data.train.length > 0 ? teach : null;
  return { next: { act: 'forward', label: onward(model) }, other, aside: false, back: true, canGoBack };
}

/**
 * Whether the network can be taught from here: not on a slide that only steps, and in the lesson only where training is
 * part of the step.
 * @param {Model} model
 */
function canLearn({ data, solo, lesson, state }) {
  if (data.train.length === 0 || (solo !== null && state.controls !== 'full')) return false;
  return lesson === null || lesson.step.side.includes('training');
}

/**
 * The label of the way on through a pass.
 * @param {Model} model
 */
function onward({ text, mood, solo, state, positions, position, summary }) {
  // A scene by itself ends with its last stop.
  if (solo !== null && state.scene !== 'whole' && solo.stop === solo.stops - 1) return `↺ ${text.sceneAgain}`;
  if (mood === 'trained') return `${text.nextTrained} ▶`;
  if (positions[position + 1]?.phase === 'update') return `${text.nextUpdate} ▶`;
  if (position === positions.length - 1) return `${text.nextAgain} ▶`;
  return `${position > 0 || summary.step > 0 ? text.next : text.start} ▶`;
}
