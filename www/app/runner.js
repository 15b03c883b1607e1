// The runner: slices long work (training, playing, replaying), so that the page stays responsive. It runs one job at a
// time, in one of two paces: a job with a rate works beside the animation frames and pauses while the page is out of sight;
// a job without one works in turns, as fast as the page allows, also out of sight.
//
// Beside the frames a job works in what each of them leaves, once it is drawn, and the next one shows what was made.
import { shareLeft } from './frame-share.js';

/** How long a job works in a turn, ms. */
const TURN = 30;
/** The most steps that are asked for at once. */
const MOST = 1e6;

/**
 * @typedef {object} Job
 * @property {(steps: number, milliseconds: number) => number} work makes up to so many steps within about that time; returns how
 * many it has made, 0 where it can't go on
 * @property {() => number} left how many steps are left
 * @property {() => number} [rate] steps a second, Infinity for as many as fit; only for a job beside the frames
 * @property {boolean} playing whether the page shows that training goes on
 * @property {number} [first] how long the first turn may be, ms
 * @property {(finished: boolean) => void} [end] called once, when it has come to its end or was stopped
 */

/**
 * @param {(work: () => void) => void} commit runs a part of the work as one change of the session, and shows it
 * @param {(work: () => void) => void} [after] calls it when the frame has been drawn
 */
export function createRunner(commit, after = (work) => void setTimeout(work)) {
  /** @type {{ job: Job, ended: (finished: boolean) => void } | null} */
  let present = null;
  let frame = 0;
  let resting = false;
  /** When the last frame was, ms, and how many steps of the rate are still to be made. */
  let [last, owed] = [0, 0];
  /** Whether something was made that no frame has shown. */
  let unseen = false;

  /**
   * Ends the present job.
   * @param {boolean} finished
   */
  function end(finished) {
    if (!present) return;
    const { job, ended } = present;
    present = null;
    if (job.rate) cancelAnimationFrame(frame);
    try {
      job.end?.(finished);
    } finally {
      ended(finished);
    }
  }

  /**
   * Does a part of the present job as one change; ends it where there is no more to do.
   * @param {number} steps
   * @param {number} milliseconds
   * @returns {number} how many steps were made
   */
  function slice(steps, milliseconds) {
    let made = 0;
    const running = present;
    commit(() => {
      if (!running) return;
      try {
        made = running.job.work(Math.min(steps, running.job.left()), milliseconds);
      } catch (problem) {
        if (present === running) end(false);
        throw problem;
      }
      if (present === running && (made === 0 || running.job.left() === 0)) end(true);
    });
    return made;
  }

  /**
   * Shows what the job has made since the last frame, and lets it go on when the frame is drawn.
   * @param {number} now
   */
  function onFrame(now) {
    const running = present;
    const rate = running?.job.rate?.() ?? 0;
    // The time of a frame can lie a little before the key press that began the job.
    owed = rate === Infinity ? MOST : Math.min(owed + (Math.max(0, now - last) / 1000) * rate, MOST);
    last = now;
    frame = requestAnimationFrame(onFrame);
    if (unseen) commit(() => {});
    unseen = false;
    const steps = Math.floor(owed);
    if (steps < 1) return;
    after(() => {
      if (present === running && !resting) work(steps, shareLeft(now, performance.now()));
    });
  }

  /**
   * Does a part of the present job that the next frame will show, or the last of it at once.
   * @param {number} steps
   * @param {number} milliseconds
   */
  function work(steps, milliseconds) {
    const running = present;
    if (!running) return;
    let made = 0;
    try {
      made = running.job.work(Math.min(steps, running.job.left()), milliseconds);
    } catch (problem) {
      commit(() => {
        if (present === running) end(false);
        throw problem;
      });
    }
    // Drop steps that a slow machine couldn't finish in time.
    owed = made < steps ? 0 : owed - made;
    unseen = true;
    if (present === running && (made === 0 || running.job.left() === 0)) commit(() => end(true));
  }

  /** Begins to ask for frames, where a job works beside them and can be seen. */
  function watchFrames() {
    cancelAnimationFrame(frame);
    last = performance.now();
    if (present?.job.rate && !resting) frame = requestAnimationFrame(onFrame);
  }

  /** @param {{ job: Job }} running */
  async function takeTurns(running) {
    while (present === running) {
      await new Promise((done) => setTimeout(done));
      if (present === running) slice(MOST, TURN);
    }
  }

  return {
    /**
     * Runs a job; whatever was running ends.
     * @param {Job} job
     * @returns {Promise<boolean>} whether it has come to its end; false where it was stopped
     */
    run(job) {
      stop();
      const ending = new Promise((/** @type {(finished: boolean) => void} */ ended) => (present = { job, ended }));
      const running = /** @type {{ job: Job }} */ (/** @type {unknown} */ (present));
      if (job.rate) {
        owed = 1;
        watchFrames();
      } else {
        slice(MOST, job.first ?? TURN);
        takeTurns(running);
      }
      return ending;
    },
    stop,
    /**
     * Brings the present job to its end at once, where it leads to a step that was asked for by number and takes no longer.
     * @param {number} milliseconds
     */
    finish(milliseconds) {
      const end = performance.now() + milliseconds;
      while (present && !present.job.rate && performance.now() < end) slice(MOST, end - performance.now());
    },
    /** Whether the page shows that training goes on. */
    playing: () => present?.job.playing ?? false,
    /** Asks for no more frames, until `wake`. */
    rest() {
      resting = true;
      cancelAnimationFrame(frame);
    },
    /** Goes on with what `rest` has paused. */
    wake() {
      if (!resting) return;
      resting = false;
      watchFrames();
    },
  };

  /** Ends whatever is running. */
  function stop() {
    if (present) commit(() => end(false));
  }
}

/** @typedef {ReturnType<typeof createRunner>} Runner */
