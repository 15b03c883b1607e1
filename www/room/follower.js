// A participant's side of the room: whether it follows the lecturer, what is open to it, and what it has said.
import { createLedger } from './ledger.js';

/** @typedef {import('./messages.js').Heard} Heard */
/** @typedef {import('./messages.js').Question} Question */
/** @typedef {import('./messages.js').Round} Round */
/** @typedef {import('./messages.js').Said} Said */

/**
 * How a participant stands to the lecturer: 'following'; 'apart' where they have done something on the lecturer's scene themselves
 * and go on from there; 'own' on the page as they had it before.
 * @typedef {'following' | 'apart' | 'own'} Stance
 */

/** After how many ms what was refused for its rate is said again. */
const AGAIN = 3000;

/**
 * @param {object} given
 * @param {(message: Said) => void} given.say
 * @param {(work: () => void, milliseconds: number) => () => void} given.later
 * @param {Stance} given.stance to begin with
 * @param {() => void} given.changed called when there is something new to show
 */
export function createFollower({ say, later, stance: first, changed }) {
  const ledger = createLedger();
  /** The run of the server that was spoken to last. @type {string | null} */
  let run = null;
  /** @type {Stance} */
  let stance = first;
  /** The lecturer's moment; null before there is one. @type {string | null} */
  let moment = null;
  let paused = false;
  let led = false;
  /** @type {Question | null} */
  let question = null;
  /** @type {Round | null} */
  let round = null;

  /** @param {readonly Said[]} messages */
  const repeat = (messages) => messages.forEach(say);

  /** @param {Extract<Heard, { type: 'welcome' }>} welcome */
  function greet(welcome) {
    const anew = run !== null && run !== welcome.run;
    run = welcome.run;
    ({ paused, led } = welcome);
    // A server that was started anew may not know yet what is open: until the lecturer's page tells it, the last is.
    if (!anew || welcome.moment !== null) moment = welcome.moment;
    if (!anew || welcome.question) question = welcome.question;
    if (!anew || welcome.round) round = welcome.round;
    if (stance !== 'following') say({ type: 'away', away: true });
    // What it doesn't know yet would be refused: it is said when the server tells of it.
    for (const of of [welcome.question?.question, welcome.round?.round]) if (of !== undefined) repeat(anew ? ledger.again(of) : ledger.pending(of));
  }

  return {
    /** Takes a message of the server. @param {Heard} message */
    hear(message) {
      if (message.type === 'welcome') greet(message);
      else if (message.type === 'moment') [moment, led] = [message.link, true];
      else if (message.type === 'paused') paused = message.paused;
      else if (message.type === 'question') {
        const { type: _, ...asked } = message;
        question = asked;
        repeat(ledger.again(asked.question));
      } else if (message.type === 'revealed') {
        if (question?.question !== message.question) return;
        const { type: _, ...told } = message;
        question = { ...question, ...told, revealed: true };
      } else if (message.type === 'round') {
        const { type: _, ...begun } = message;
        round = begun;
        repeat(ledger.again(begun.round));
      } else if (message.type === 'ended') {
        if (round?.round === message.round) round = { ...round, ended: true };
      } else if (message.type === 'ack') ledger.settle(message);
      else if (message.type === 'refused') refused(message);
      else return;
      changed();
    },
    /** @param {Stance} next */
    stand(next) {
      if (next === stance) return;
      const away = (/** @type {Stance} */ one) => one !== 'following';
      if (away(next) !== away(stance)) say({ type: 'away', away: away(next) });
      stance = next;
      changed();
    },
    /**
     * Answers the open question.
     * @param {{ choice: number } | { value: number }} given
     * @returns {boolean} false where none is open
     */
    answer(given) {
      if (!question || question.revealed) return false;
      say(ledger.answer(question.question, given));
      changed();
      return true;
    },
    /**
     * Gives a colour of the open round a class.
     * @param {number} index
     * @param {number} label
     */
    vote(index, label) {
      if (!round || round.ended) return;
      say(ledger.vote(round.round, index, label));
      changed();
    },
    stance: () => stance,
    moment: () => moment,
    paused: () => paused,
    led: () => led,
    question: () => question,
    round: () => round,
    ledger,
  };

  /** @param {Extract<Heard, { type: 'refused' }>} message */
  function refused({ reason, of, question: asked, round: begun, index }) {
    const about = of === 'answer' ? { answer: asked } : { vote: index, round: begun };
    // A closed question, a form that the server doesn't know: saying it again would not help.
    if (reason !== 'rate') ledger.settle(about);
    else later(() => repeat([question?.question, round?.round].flatMap((open) => ledger.pending(open))), AGAIN);
  }
}

/** @typedef {ReturnType<typeof createFollower>} Follower */
