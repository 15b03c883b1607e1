// How long a job may work beside a frame: as long as what else the frame needs leaves of it, so that no frame is late. What
// else it needs is what the last ones needed: the drawing of the page, and the browser's own style, layout and paint.

/** The time from frame to frame on a slow screen, ms; a frame that takes longer is late. */
const SLOWEST = 1000 / 60;
/** The shares of a frame that a job has at least and at most. */
const [LEAST, MOST] = [0.25, 0.75];
/** What is kept free for what can't be foreseen, ms. */
const SPARE = 1;
/** How many of the last frames say how fast the screen is. */
const FRAMES = 9;
/** How fast the estimate follows a frame that needed more, and one that needed less. */
const [RISE, FALL] = [0.5, 0.1];

/** @param {(work: () => void) => void} [after] calls it when the frame has been drawn */
export function createShare(after = (work) => void setTimeout(work)) {
  /** The times between the last frames, ms. @type {number[]} */
  let gaps = [];
  let [last, begun] = [0, 0];
  /** What a frame needs beside the job, ms. */
  let other = SLOWEST / 3;

  /** The time between frames of this screen, ms. A late frame doesn't count, nor does a lone early one. */
  const period = () => Math.min(SLOWEST, [...gaps].sort((a, b) => a - b)[2] ?? SLOWEST);

  return {
    /**
     * Begins a frame.
     * @param {number} now its time
     * @returns {number} how long the job may work in it, ms
     */
    begin(now) {
      if (now > last) gaps = [...gaps.slice(1 - FRAMES), now - last];
      last = now;
      begun = performance.now();
      const whole = period();
      const late = Math.max(0, begun - now);
      return Math.min(MOST * whole, Math.max(LEAST * whole, whole - late - other - SPARE));
    },
    /**
     * The job has worked, and the page is drawn; the browser's part comes yet.
     * @param {number} milliseconds what it was given
     */
    end(milliseconds) {
      const start = begun;
      after(() => {
        // A job that has worked for longer than it was given will do so again.
        const needed = Math.max(0, performance.now() - start - milliseconds);
        other += (needed - other) * (needed > other ? RISE : FALL);
      });
    },
  };
}
