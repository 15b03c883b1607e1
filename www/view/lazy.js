// Views that are created when they are wanted for the first time, so that the page is there sooner.
import { fetchParts, part } from './parts.js';

/** @typedef {import('../app/view-model.js').Model} Model */
/**
 * @typedef {{ element: HTMLElement, update: (model: Model) => void }} View
 */

/**
 * How views that aren't there yet are made, for one display.
 * @param {object} display
 * @param {() => Model | null} display.model the latest
 * @param {() => void} display.arrived called when a part has come that a view waits for
 */
export function createLazily({ model, arrived }) {
  /**
   * A view whose module comes when it is wanted. Until it is there, a comment holds its place among the others.
   * @template {import('./parts.js').PartName | null} N
   * @template {View} V
   * @param {N} name of the part that has its module; null where that is there already
   * @param {(module: N extends import('./parts.js').PartName ? import('./parts.js').Parts[N] : null) => V} create
   */
  function lazily(name, create) {
    const place = document.createComment('');
    /** @type {V | null} */
    let view = null;
    let coming = false;
    const isThere = () => name === null || part(name) !== undefined;
    const fetched = () => (name === null ? null : fetchParts([name], model()?.state.lang ?? 'en'));

    /** The view, created now where it was not; null where its module has first to come. */
    function get() {
      if (view || !isThere()) {
        if (!view && !coming) fetch();
        return view;
      }
      view = create(/** @type {any} */ (name && part(name)));
      place.replaceWith(view.element);
      return view;
    }

    /** Fetches its module. Where that fails, it is tried again when the view is wanted next. */
    async function fetch() {
      coming = true;
      try {
        await fetched();
        arrived();
      } catch {
        // There is no network.
      }
      coming = false;
    }

    /**
     * Shows it, and creates it for that, or hides it.
     * @param {boolean} visible
     */
    function show(visible) {
      const shown = visible ? get() : view;
      if (shown) shown.element.hidden = !visible;
    }

    /**
     * Does something with the view as it is now, as soon as it is there.
     * @param {(view: V) => void} act
     */
    async function use(act) {
      if (!isThere()) await fetched();
      const [now, latest] = [/** @type {V} */ (get()), model()];
      if (latest) now.update(latest);
      act(now);
    }

    return {
      place,
      get,
      /** The view, where it is there. */
      there: () => view,
      show,
      use: (/** @type {(view: V) => void} */ act) => void use(act).catch(() => {}),
      /** Updates it where it is there. @param {Model} now */
      update: (now) => view?.update(now),
    };
  }

  return lazily;
}
