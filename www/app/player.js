// Plays the training: so many steps a second, or as many as fit beside a smooth page.

/** Steps a second for each speed. */
const RATE = { slow: 2, normal: 30, fast: Infinity };
/** How much of a frame training may take, ms. */
const BUDGET = 11;
/** The most steps that are asked for at once. */
const MOST = 1e6;

/**
 * @param {object} work
 * @param {(steps: number, milliseconds: number) => number} work.train makes up to so many steps, returns how many
 * @param {() => 'slow' | 'normal' | 'fast'} work.speed
 * @param {(going: boolean) => void} work.shown called after each frame's steps, and with `false` at the end
 */
export function createPlayer({ train, speed, shown }) {
  let frame = 0;
  let going = false;
  let resting = false;
  let last = 0;
  let owed = 0;

  /** @param {number} now */
  function tick(now) {
    const rate = RATE[speed()];
    // A frame's time can lie a little before the key press that began the training.
    owed = rate === Infinity ? MOST : Math.min(owed + (Math.max(0, now - last) / 1000) * rate, MOST);
    last = now;
    const steps = Math.floor(owed);
    frame = requestAnimationFrame(tick);
    if (steps < 1) return;
    const made = train(steps, BUDGET);
    // What a slow machine could not do in time is not owed for ever.
    owed = made < steps ? 0 : owed - made;
    if (made === 0) stop();
    else shown(true);
  }

  function play() {
    if (going) return;
    going = true;
    owed = 1;
    begin();
  }

  function stop() {
    if (!going) return;
    going = false;
    cancelAnimationFrame(frame);
    shown(false);
  }

  function begin() {
    cancelAnimationFrame(frame);
    last = performance.now();
    if (going && !resting) frame = requestAnimationFrame(tick);
  }

  /** Asks for no more frames, until `wake`. */
  function rest() {
    resting = true;
    cancelAnimationFrame(frame);
  }

  /** Goes on from where it was, if it plays. */
  function wake() {
    if (!resting) return;
    resting = false;
    begin();
  }

  return { play, stop, rest, wake, playing: () => going };
}
