// One movement at a time: how far it has come, and a frame for each part of it. Where there are no frames (out of sight,
// on paper), and for those who want no motion, only its end is shown.

/** What moves, and for how long, ms. */
export const DURATION = { affine: 700, slide: 1500, activation: 350, output: 500, loss: 400, backward: 700, slow: 1500, gate: 450, update: 900, sweep: 1000 };

/** @typedef {keyof typeof DURATION} Kind */

/** @param {() => void} draw draws the present part */
export function createMotion(draw) {
  /** @type {{ kind: Kind, start: number, late: ReturnType<typeof setTimeout> } | null} */
  let present = null;
  let frame = 0;

  function stop() {
    if (!present) return;
    cancelAnimationFrame(frame);
    clearTimeout(present.late);
    present = null;
  }

  /** @param {number} now */
  function step(now) {
    if (!present) return;
    if (now - present.start >= DURATION[present.kind]) stop();
    else frame = requestAnimationFrame(step);
    draw();
  }

  return {
    /** @param {Kind} kind */
    begin(kind) {
      stop();
      if (matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden) return;
      const late = setTimeout(() => {
        stop();
        draw();
      }, DURATION[kind] * 2);
      present = { kind, start: performance.now(), late };
      frame = requestAnimationFrame(step);
    },
    stop,
    /**
     * How far a movement has come.
     * @returns {{ kind: Kind, part: number } | null} `part` from 0 to 1; null where nothing moves
     */
    now() {
      return present && { kind: present.kind, part: Math.min(1, Math.max(0, (performance.now() - present.start) / DURATION[present.kind])) };
    },
  };
}

/**
 * A part of a movement as a movement of its own, slower towards its ends.
 * @param {number} part of the whole, 0 to 1
 * @param {number} from
 * @param {number} to
 * @returns {number} 0 before `from`, 1 after `to`
 */
export function eased(part, from, to) {
  const t = Math.min(1, Math.max(0, (part - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
