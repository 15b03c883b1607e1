// How long a job may work after a frame was drawn: for as long as the frame leaves before the next one, so that none is late.

/** The time from frame to frame, ms: 60 a second are smooth, and a faster screen is not worth fewer updates. */
const FRAME = 1000 / 60;
/** The shares of a frame that a job has at least and at most. */
const [LEAST, MOST] = [0.25, 0.75];
/** What is kept free, ms: a job works a little longer than it was given. */
const SPARE = 0.7;

/**
 * @param {number} frame when the frame began, ms
 * @param {number} now when it was drawn, ms
 * @returns {number} ms
 */
export function shareLeft(frame, now) {
  return Math.min(MOST * FRAME, Math.max(LEAST * FRAME, frame + FRAME - now - SPARE));
}
