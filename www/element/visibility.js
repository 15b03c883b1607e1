// Whether an element is visible: on the page, and inside the visible part of the window and its scrolling parents. Drawing
// out of sight waits until the element is visible.

/**
 * @param {object} element
 * @param {() => void} element.shown called when it comes into sight
 * @param {() => void} element.hidden called when it goes out of sight
 * @param {() => void} element.draw
 */
export function createVisibility({ shown, hidden, draw }) {
  /** @type {IntersectionObserver | null} */
  let observer = null;
  // Until it is known it counts as visible: an element that a script has made is drawn before it is on a page.
  let visible = true;
  let waiting = false;

  /** @param {IntersectionObserverEntry[]} entries */
  function look(entries) {
    visible = entries[entries.length - 1].isIntersecting;
    if (!visible) return hidden();
    shown();
    catchUp();
  }

  /** Draws, if a drawing has waited. */
  function catchUp() {
    if (!waiting) return;
    waiting = false;
    draw();
  }

  /** Draws now, or as soon as it can be visible. */
  function show() {
    waiting = true;
    if (visible) catchUp();
  }

  /** @param {Element} element */
  function watch(element) {
    end();
    observer = new IntersectionObserver(look);
    observer.observe(element);
  }

  function end() {
    observer?.disconnect();
  }

  return { watch, end, show, catchUp };
}
