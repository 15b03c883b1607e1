// Work that is asked for often, and done at most once a frame: the first call at once, later ones in the next frame, of
// which only the last counts.

/** @param {() => void} work */
export function onceAFrame(work) {
  let frame = 0;
  let asked = false;

  function onFrame() {
    frame = 0;
    if (asked) call();
  }

  /** Does the work now, or in the next frame. */
  function call() {
    asked = frame !== 0;
    if (asked) return;
    frame = requestAnimationFrame(onFrame);
    work();
  }

  /** Does what is still asked for now. */
  function flush() {
    if (!asked) return;
    asked = false;
    work();
  }

  return { call, flush, /** Whether something is asked for. */ waiting: () => asked };
}
