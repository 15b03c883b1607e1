// How long a job may work beside a frame: as long as what else the frame needs leaves of it, so that none is late. What else
// it needs is what the last ones needed: the drawing of the page, and the browser's own style, layout and paint.

/** The time from frame to frame, ms: 60 a second are smooth, and a faster screen is not worth fewer updates. */
const FRAME = 1000 / 60;
/** The shares of a frame that a job has at least and at most. */
const [LEAST, MOST] = [0.25, 0.75];
/** What is kept free for what can't be foreseen, ms. */
const SPARE = 1;
/** How fast the estimate follows a frame that needed more, and one that needed less. */
const [RISE, FALL] = [0.5, 0.1];

/** @param {(work: () => void) => void} [after] calls it when the frame has been drawn */
export function createShare(after = (work) => void setTimeout(work)) {
  /** What a frame needs beside the job, ms. */
  let other = FRAME / 3;
  let begun = 0;

  return {
    /**
     * Begins a frame.
     * @param {number} now its time
     * @returns {number} how long the job may work in it, ms
     */
    begin(now) {
      begun = performance.now();
      const late = Math.max(0, begun - now);
      return Math.min(MOST * FRAME, Math.max(LEAST * FRAME, FRAME - late - other - SPARE));
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
