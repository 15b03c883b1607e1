// A participant's page in the room: it follows the lecturer's moment, answers in the lesson's own panel, and names colours.
import { typed } from '../lesson/number-answer.js';
import { createLine } from '../view/room/line.js';
import { createPad } from '../view/room/pad.js';
import { createResults } from '../view/room/results.js';
import { createFollower } from './follower.js';
import { createGuest } from './guest.js';
import { isWorded, resultsOf, stepIn } from './question.js';
import { coloursOf, orderOf } from './round.js';

/** @typedef {import('../app/session.js').Session} Session */
/** @typedef {import('../app/actions.js').Actions} Actions */

/** Acts that change nothing of what the lecturer shows: they don't leave it. @type {ReadonlySet<string>} */
const QUIET = new Set(['dismiss', 'accept', 'lang', 'lesson/write', 'lesson/check']);
/** Likewise these keys of the state. */
const LOOKS = ['theme', 'speed', 'log'];

/** @param {import('./index.js').Given} given */
export function createParticipant({ own, sessionOf, visitor, say, later, words, text, dress }) {
  const follower = createFollower({ say, later, stance: visitor.own ? 'own' : 'following', changed: () => update() });
  const guest = createGuest(own, sessionOf, (session) => {
    session.guard = guard;
    session.subscribe(() => later(update, 0));
  });
  const line = createLine({
    stand(stance) {
      [reason, left] = ['', ''];
      follower.stand(stance);
    },
    name: () => turn(follower.round()?.round ?? ''),
  });
  const pad = createPad({
    vote: (place, label) => follower.vote(order[place], label),
    close: () => turn(''),
  });
  const results = createResults({
    close() {
      closed = follower.question()?.question ?? '';
      update();
    },
    save: null,
  });
  /** The id of the round whose colours are shown; empty for none. */
  let naming = '';
  /** The id of the round that was opened last. */
  let opened = '';
  /** The order in which this page shows the colours of the round, and which they are. @type {number[]} */
  let order = [];
  /** @type {import('./round.js').Rgb[]} */
  let colours = [];
  /** The question whose answers were closed, and the one that has ended on this page. */
  let [closed, concluded] = ['', ''];
  /** Why it doesn't follow any more; what is to come after a round. */
  let [reason, left] = ['', ''];
  let connected = false;
  /** The moment that is shown. @type {string | null} */
  let shown = null;

  const session = () => /** @type {Session} */ (sessionOf(own));
  session().guard = () => follower.paused();
  session().subscribe(() => later(update, 0));

  /** The lesson on the lecturer's scene, where the open question is its question. */
  function asked() {
    const question = follower.question();
    const lesson = isWorded(text()) ? (guest.session()?.lesson.latest() ?? null) : null;
    return question && lesson && lesson.step.id === stepIn(question.question) && guest.session()?.state.lesson === lesson.step.id ? { question, lesson } : null;
  }

  /**
   * What stands between the participant and the lecturer's scene.
   * @param {keyof Actions} name
   * @param {readonly unknown[]} args
   * @returns {boolean} whether it has taken the act
   */
  function guard(name, args) {
    // Held still.
    if (follower.paused()) return true;
    if (follower.stance() === 'own') return false;
    if (name === 'lesson/answer' && asked() && !follower.question()?.revealed) return answer(/** @type {string | number} */ (args[0]));
    if (follower.stance() !== 'following') return false;
    if (QUIET.has(name) || (name === 'put' && Object.keys(/** @type {object} */ (args[0])).every((key) => LOOKS.includes(key)))) return false;
    reason = words().apartWhy;
    follower.stand('apart');
    return false;
  }

  /**
   * Gives an answer to the room; it is judged when the lecturer reveals.
   * @param {string | number} given
   */
  function answer(given) {
    const { number } = /** @type {import('./messages.js').Question} */ (follower.question());
    const value = number ? typed(String(given)).value : Number(given);
    // The lesson says that it is no number.
    if (!Number.isFinite(value)) return false;
    follower.answer(number ? { value } : { choice: value });
    guest.session()?.dispatch('lesson/keep', given);
    return true;
  }

  /** Shows the colours of a round, or hides them. @param {string} round its id; empty for none */
  function turn(round) {
    naming = round;
    update();
  }

  /** Shows the page that is wanted. */
  function stand() {
    const [stance, moment] = [follower.stance(), follower.moment()];
    visitor.keep(stance === 'own');
    if (stance === 'own' || moment === null) {
      guest.leave();
      shown = null;
      return;
    }
    if (stance === 'apart') {
      guest.hold();
      shown = null;
      return;
    }
    if (shown === moment) return;
    // What the participant had begun there ends.
    if (shown === null) guest.rest();
    shown = moment;
    left = '';
    guest.show(moment).then(update, () => (shown = null));
  }

  /** Brings the lesson on the lecturer's scene in step with the question. */
  function attend() {
    const now = asked();
    if (!now || follower.stance() === 'own') return;
    const { question, lesson: { attempt } } = now;
    const given = follower.ledger.given(question.question);
    if (!question.revealed) {
      if (given !== null && attempt.given === null && attempt.settled === null) guest.session()?.dispatch('lesson/keep', given);
    } else if (concluded !== question.question && attempt.settled === null) {
      concluded = question.question;
      guest.session()?.dispatch('lesson/conclude', question.number ? null : (question.right ?? null));
    }
  }

  /** What the line says beside where one stands. */
  function note() {
    const [open, now, stance] = [follower.question(), asked(), follower.stance()];
    const here = now !== null && stance !== 'own';
    if (open && !open.revealed && !here && stance !== 'following' && follower.ledger.given(open.question) === null) return words().askedAway;
    if (stance === 'own') return '';
    if (stance === 'apart' && (!now || now.question.revealed || follower.ledger.given(now.question.question) === null)) return reason;
    if (left !== '' || !now || now.question.revealed) return left;
    const given = follower.ledger.given(now.question.question);
    if (given === null) return words().asked;
    const name = resultsOf(now.question, now.lesson, text(), words(), given).own;
    return follower.ledger.arrived(now.question.question) ? words().sent(name) : words().sending(name);
  }

  /** @returns {import('../view/room/pad.js').PadModel | null} */
  function padOf() {
    const round = follower.round();
    if (!round || round.ended || naming !== round.round || follower.paused()) return null;
    return { words: words(), round: round.round, names: round.names, colours: order.map((i) => colours[i]), voted: order.map((i) => follower.ledger.voted(round.round, i)), ended: false };
  }

  function update() {
    dress();
    const round = follower.round();
    if (round && round.round !== opened) {
      opened = round.round;
      order = orderOf(visitor.id, round.colours);
      colours = coloursOf(round.seed, round.colours);
      naming = follower.stance() === 'own' ? '' : opened;
    } else if (round?.ended && naming === round.round) [naming, left] = ['', words().padEnded];
    stand();
    attend();
    const padding = padOf();
    const element = guest.shown();
    element.inert = follower.paused() || padding !== null;
    line.update({ words: words(), stance: follower.stance(), led: follower.moment() !== null, connected, paused: follower.paused(), naming: Boolean(round && !round.ended && padding === null), note: note() });
    pad.update(padding);
    const now = asked();
    // The buttons of a round need the place.
    const shows = padding === null && now && now.question.revealed && follower.stance() !== 'own' && closed !== now.question.question && now.question.tally;
    results.update(shows ? resultsOf(now.question, now.lesson, text(), words(), follower.ledger.given(now.question.question)) : null, words());
  }

  document.addEventListener('keydown', pad.press, { capture: true });

  return {
    elements: [line.element, pad.element, results.element],
    hear: follower.hear,
    /** @param {boolean} now */
    connect(now) {
      connected = now;
      update();
    },
    update,
    /** The element that is shown. */
    shown: guest.shown,
  };
}
