// Views that are created when they are wanted for the first time, so that the page is there sooner.

/**
 * @typedef {{ element: HTMLElement, update: (model: import('../app/view-model.js').Model) => void }} View
 */

/**
 * A view that isn't there yet. Until it is, a comment holds its place among the others.
 * @template {View} V
 * @param {() => V} create
 */
export function lazily(create) {
  const place = document.createComment('');
  /** @type {V | null} */
  let view = null;

  /** The view, created now where it was not. */
  function get() {
    if (view) return view;
    view = create();
    place.replaceWith(view.element);
    return view;
  }

  /**
   * Shows it, and creates it for that, or hides it.
   * @param {boolean} visible
   */
  function show(visible) {
    const shown = visible ? get() : view;
    if (shown) shown.element.hidden = !visible;
  }

  return {
    place,
    get,
    show,
    /** Updates it where it is there. @param {import('../app/view-model.js').Model} model */
    update: (model) => view?.update(model),
  };
}
