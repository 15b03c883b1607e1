// What is under way: training, playing, or the way to a step. One thing at a time, in turns, so that the page
// breathes meanwhile.
import { createPlayer } from './player.js';

/** How long a turn computes, ms. */
const TURN = 30;
/** The most updates of one turn. */
const CHUNK = 1e6;

/**
 * @param {object} page
 * @param {() => import('./session.js').Journey} page.open the journey
 * @param {(work: (journey: import('./session.js').Journey) => void) => void} page.act does something with the journey, and shows
 * what has become of it
 */
export function createWork({ open, act }) {
  /** Counts whatever ends what is under way. */
  let run = 0;
  /** The run in which `train` is at work. */
  let training = -1;
  const player = createPlayer({
    train: (steps, milliseconds) => open().train(steps, milliseconds),
    speed: () => open().state.speed,
    shown: () => act((journey) => journey.look()),
  });
  const breath = () => new Promise((done) => setTimeout(done));

  /** Whether training goes on by itself. */
  function playing() {
    return player.playing() || training === run;
  }

  /** Ends whatever is under way. */
  function stop() {
    run += 1;
    player.stop();
    open().halt();
  }

  /** Begins to play, or ends it. */
  function play() {
    const going = playing();
    stop();
    if (!going) player.play();
  }

  /**
   * Trains for so many updates. Ends early where training diverges, and where the learner does something else.
   * @param {number} steps
   */
  async function train(steps) {
    stop();
    const mine = run;
    // A single step is over before a button could show it.
    if (steps > 1) training = mine;
    for (let left = Math.floor(steps); left > 0 && mine === run; ) {
      const made = open().train(Math.min(left, CHUNK), TURN);
      act((journey) => journey.look());
      if (made === 0) break;
      left -= made;
      await breath();
    }
    if (training !== mine) return;
    training = -1;
    act(() => {});
  }

  /** Goes on with the way to a step, as long as there is one. */
  async function travel() {
    const mine = run;
    while (open().progress() !== null && mine === run) {
      await breath();
      if (mine === run) act((journey) => journey.travel(TURN));
    }
  }

  return { stop, play, train, travel, playing, rest: player.rest, wake: player.wake };
}
