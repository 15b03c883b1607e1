// The lecturer's side of the room: what is to be so in the room, said to the server when it is not; and what came from the room,
// kept so that a server that was started anew gets it back.
import { countsOf, valuesOf } from './tally.js';
import { createVotes } from './round.js';

/** @typedef {import('./messages.js').Heard} Heard */
/** @typedef {import('./messages.js').Question} Question */
/** @typedef {import('./messages.js').Round} Round */
/** @typedef {import('./messages.js').Said} Said */
/** @typedef {import('./messages.js').Welcome} Welcome */

/** At most ten moments a second, ms apart. */
export const MOMENT_EACH = 100;
/** So many records are given back in a message. */
const RECORDS = 2000;

/**
 * Whether this page leads: it does; another page does, and this one has not asked for it; or nobody leads yet.
 * @typedef {'leading' | 'other' | 'nobody'} Lead
 */

/**
 * @param {object} given
 * @param {(message: Said) => void} given.say
 * @param {(work: () => void, milliseconds: number) => () => void} given.later
 * @param {() => number} given.now
 * @param {() => string} given.moment the text of the present moment
 * @param {() => void} given.changed called when there is something new to show
 */
export function createLead({ say, later, now, moment, changed }) {
  /** The run of the server that was spoken to last; null before the first. @type {string | null} */
  let run = null;
  /** @type {Lead} */
  let lead = 'nobody';
  let paused = false;
  /** @type {{ here: number, away: number, answered: number }} */
  let counts = { here: 0, away: 0, answered: 0 };
  /** The question that was asked last. @type {Question | null} */
  let question = null;
  /** The last answer of each to it. @type {Map<number, number>} */
  const answers = new Map();
  /** @type {Round | null} */
  let round = null;
  /** @type {import('./round.js').Votes} */
  let votes = createVotes(0, 0);
  /** The moment that was said last, when, and whether another waits. */
  let [told, toldAt, due] = ['', -Infinity, false];

  /** Says the present moment, where it has changed: at once, or as soon as the last one is old enough. */
  function tell() {
    if (lead === 'other' || run === null || due) return;
    const wait = toldAt + MOMENT_EACH - now();
    if (wait > 0) {
      due = true;
      later(() => {
        due = false;
        tell();
      }, wait);
      return;
    }
    const link = moment();
    if (link === told) return;
    [told, toldAt] = [link, now()];
    say({ type: 'lead', link });
    // Where nobody leads, the first one does.
    lead = 'leading';
  }

  /** @param {Welcome} welcome */
  function greet(welcome) {
    const first = run === null;
    const anew = !first && run !== welcome.run;
    run = welcome.run;
    lead = welcome.leading ? 'leading' : welcome.led ? 'other' : 'nobody';
    counts = { ...counts, here: welcome.here, away: welcome.away };
    if (first) adopt(welcome);
    else if (anew && welcome.moment === null && !welcome.question && !welcome.round) restore();
    else if (lead === 'leading') insist(welcome);
    else adopt(welcome);
    told = '';
    tell();
  }

  /** Takes over what the server knows. @param {Welcome} welcome */
  function adopt(welcome) {
    paused = welcome.paused;
    if (welcome.question?.question !== question?.question) answers.clear();
    question = welcome.question;
    if (welcome.round?.round !== round?.round) open(welcome.round);
    else round = welcome.round;
  }

  /** Says what was pressed while the connection was lost. @param {Welcome} welcome */
  function insist(welcome) {
    if (paused !== welcome.paused) say({ type: 'pause', paused });
    if (question && question.question !== welcome.question?.question) {
      const { right: _, revealed, ...asked } = question;
      if (!revealed) say({ type: 'ask', ...asked });
    } else if (question?.revealed && !welcome.question?.revealed) say({ type: 'reveal', question: question.question, ...(question.right === undefined ? {} : { right: question.right }) });
    if (round && round.round !== welcome.round?.round) {
      if (!round.ended) say({ type: 'round', ...round });
    } else if (round?.ended && !welcome.round?.ended) say({ type: 'end', round: round.round });
  }

  /** Gives a server that was started anew the room back. */
  function restore() {
    const given = [...answers];
    const all = votes.records();
    const pieces = Math.max(1, Math.ceil(given.length / RECORDS), Math.ceil(all.length / RECORDS));
    for (let i = 0; i < pieces; i += 1) {
      const [from, to] = [i * RECORDS, (i + 1) * RECORDS];
      const first = i === 0 ? { moment: moment(), paused, question, round } : {};
      say({ type: 'restore', ...first, answers: given.slice(from, to), votes: all.slice(from, to), ...(i < pieces - 1 ? { more: true } : {}) });
    }
  }

  /** @param {Round | null} now */
  function open(now) {
    round = now && { ...now };
    votes = createVotes(now?.colours ?? 0, now?.classes ?? 0);
  }

  return {
    /** Takes a message of the server. @param {Heard} message */
    hear(message) {
      if (message.type === 'welcome') greet(message);
      else if (message.type === 'here') counts = { here: message.here, away: message.away, answered: message.answered };
      else if (message.type === 'paused') paused = message.paused;
      else if (message.type === 'question') {
        // One's own question comes back, too.
        if (message.question !== question?.question) answers.clear();
        const { type: _, ...asked } = message;
        question = { ...asked };
      } else if (message.type === 'revealed' && question?.question === message.question) {
        const { type: _, ...told } = message;
        question = { ...question, ...told, revealed: true };
      } else if (message.type === 'round') {
        const { type: _, ...begun } = message;
        if (begun.round !== round?.round) open(begun);
      } else if (message.type === 'ended' && round?.round === message.round) round.ended = true;
      else if (message.type === 'answers' && question?.question === message.question) message.records.forEach(([who, given]) => answers.set(who, given));
      else if (message.type === 'votes' && round?.round === message.round) votes.add(message.records);
      else if (message.type === 'overtaken' || (message.type === 'refused' && message.reason === 'led')) lead = 'other';
      else return;
      changed();
    },
    tell,
    /** Takes the lead over from another page. */
    takeOver() {
      say({ type: 'take' });
      lead = 'leading';
      told = '';
      tell();
      changed();
    },
    /** @param {boolean} on */
    pause(on) {
      paused = on;
      say({ type: 'pause', paused });
      changed();
    },
    /**
     * Opens a question to the room.
     * @param {string} id new each time
     * @param {number | null} choices how many; null where a number is asked for
     */
    ask(id, choices) {
      if (lead === 'other') return;
      answers.clear();
      counts = { ...counts, answered: 0 };
      question = { question: id, ...(choices === null ? { number: true } : { choices }) };
      say({ type: 'ask', ...question });
      changed();
    },
    /**
     * Shows the room how the open question was answered.
     * @param {number | null} right the index of the right choice or the right number; null where there is none
     */
    reveal(right) {
      if (!question || question.revealed || lead === 'other') return;
      const known = right === null || !Number.isFinite(right) ? {} : { right };
      question = { ...question, revealed: true, ...known };
      say({ type: 'reveal', question: question.question, ...known });
      changed();
    },
    /**
     * Opens a round of colours.
     * @param {Round} begun
     */
    begin(begun) {
      open(begun);
      say({ type: 'round', ...begun });
      changed();
    },
    /** Ends the open round. */
    end() {
      if (!round || round.ended) return;
      round.ended = true;
      say({ type: 'end', round: round.round });
      changed();
    },
    lead: () => lead,
    paused: () => paused,
    counts: () => counts,
    question: () => question,
    round: () => round,
    votes: () => votes,
    /**
     * The answers to the question so far: counts by choice, or numbers with their counts. After the reveal those of the server count,
     * where this page has not seen them come.
     * @returns {{ counts: number[], values: [number, number][], answered: number }}
     */
    results() {
      const records = /** @type {[number, number][]} */ ([...answers]);
      if (!question) return { counts: [], values: [], answered: 0 };
      const told = records.length === 0 && question.revealed ? (question.tally ?? []) : null;
      const sums = question.number ? [] : (told ? /** @type {number[]} */ (told) : countsOf(records, question.choices ?? 0));
      const values = question.number ? (told ? /** @type {[number, number][]} */ (told) : valuesOf(records)) : [];
      return { counts: sums, values, answered: Math.max(counts.answered, records.length, sums.reduce((sum, one) => sum + one, 0)) };
    },
  };
}

/** @typedef {ReturnType<typeof createLead>} LeadSide */
