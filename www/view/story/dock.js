// The cards under the stage: the story and a number looked at closely, or in their place the microscope with the code.
import { createCode } from '../microscope/code.js';
import { createMicroscope } from '../microscope/microscope.js';
import { h } from '../dom.js';
import { createNumber } from './number.js';
import { createStory } from './story.js';

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createDock(dispatch, page) {
  const [story, number] = [createStory(dispatch), createNumber(dispatch)];
  const [microscope, code] = [createMicroscope(dispatch, page), createCode()];
  const opened = h('div', { class: 'opened' }, microscope.element, code.element);
  const element = h('div', { class: 'card' }, story.element, number.element, opened);

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const open = model.explanation !== null;
    opened.hidden = !open;
    story.element.hidden = open;
    number.element.hidden = open;
    // Also out of sight: it is there when the number is closed.
    story.update(model);
    if (!open) number.update(model);
    microscope.update(model);
    code.update(model);
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function point(model) {
    if (model.explanation === null) number.update(model);
    microscope.point(model);
  }

  return { element, update, point };
}
