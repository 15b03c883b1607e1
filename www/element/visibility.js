// Whether an element can be seen: on the page, and inside what the window and its scrolling parents show. What is drawn
// out of sight waits until it comes into sight.

/**
 * @param {object} element
 * @param {() => void} element.come what is done when it comes into sight
 * @param {() => void} element.go what is done when it goes out of sight
 * @param {() => void} element.draw
 */
export function createSight({ come, go, draw }) {
  /** @type {IntersectionObserver | null} */
  let observer = null;
  // Until it is known it counts as seen: who makes an element by hand can look at it before it is on a page.
  let seen = true;
  let waiting = false;

  /** @param {IntersectionObserverEntry[]} entries */
  function look(entries) {
    seen = entries[entries.length - 1].isIntersecting;
    if (!seen) return go();
    come();
    catchUp();
  }

  /** Draws what has waited. */
  function catchUp() {
    if (!waiting) return;
    waiting = false;
    draw();
  }

  /** Draws now, or as soon as it can be seen. */
  function show() {
    waiting = true;
    if (seen) catchUp();
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
