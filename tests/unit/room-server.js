// A model of the room's server, after the text of its protocol, for tests of the page's side: who is here, what is open, what was said.

/** @typedef {any} Message */
/** @typedef {{ id: string, leads: boolean, send: (message: Message) => void }} Visitor */

/**
 * @param {{ run?: string, key?: string, bucket?: number }} [options] `bucket`: how many messages are taken at once, without end if left out
 */
export function createServer({ run = 'run1', key = 'key', bucket = Infinity } = {}) {
  /** @type {Set<Visitor>} */
  let visitors = new Set();
  let leader = '';
  let paused = false;
  /** @type {string | null} */
  let moment = null;
  /** @type {Message} */
  let question = null;
  /** @type {Message} */
  let round = null;
  let seq = 0;
  /** By who. @type {Map<number, number>} */
  const answers = new Map();
  /** @type {Map<string, [number, number, number]>} */
  const votes = new Map();
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {Set<string>} */
  const away = new Set();
  /** Every message that was taken, with who sent it. @type {[string, Message][]} */
  const taken = [];
  let left = bucket;

  const who = (/** @type {string} */ id) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return /** @type {number} */ (numbers.get(id));
  };
  const participants = () => [...visitors].filter(({ leads }) => !leads);
  const all = (/** @type {Message} */ message) => [...visitors].forEach((one) => one.send({ ...message, seq: ++seq }));
  const lecturers = (/** @type {Message} */ message) => [...visitors].filter(({ leads }) => leads).forEach((one) => one.send({ ...message, seq: ++seq }));
  const here = () => lecturers({ type: 'here', here: participants().length, away: participants().filter(({ id }) => away.has(id)).length, answered: answers.size });

  function tally() {
    if (question.number) {
      /** @type {Map<number, number>} */
      const counts = new Map();
      for (const value of answers.values()) counts.set(value, (counts.get(value) ?? 0) + 1);
      return [...counts].sort(([a], [b]) => a - b);
    }
    const counts = Array.from({ length: question.choices }, () => 0);
    for (const choice of answers.values()) counts[choice] += 1;
    return counts;
  }

  function ended() {
    const counts = Array.from({ length: round.colours }, () => Array.from({ length: round.classes }, () => 0));
    for (const [, index, label] of votes.values()) counts[index][label] += 1;
    return counts;
  }

  /**
   * @param {Visitor} visitor
   * @param {Message} message
   */
  function lead(visitor, message) {
    const refuse = (/** @type {string} */ reason) => visitor.send({ type: 'refused', reason, of: message.type, seq: ++seq });
    if (!visitor.leads) return refuse('key');
    if (message.type === 'take') {
      for (const one of visitors) if (one.leads && one !== visitor && one.id === leader) one.send({ type: 'overtaken', seq: ++seq });
      leader = visitor.id;
      return;
    }
    if (leader !== '' && leader !== visitor.id) return refuse('led');
    if (message.type === 'restore') {
      if (moment !== null || question || round) return refuse('closed');
      leader = visitor.id;
      ({ moment, paused } = message);
      question = message.question;
      round = message.round;
      for (const [one, given] of message.answers) answers.set(one, given);
      for (const vote of message.votes) votes.set(`${vote[0]} ${vote[1]}`, vote);
      all({ type: 'moment', link: moment });
      if (question) all({ type: 'question', ...question });
      if (round) all({ type: 'round', ...round });
      return;
    }
    leader = visitor.id;
    const { type, ...rest } = message;
    if (type === 'lead') all({ type: 'moment', link: (moment = message.link) });
    else if (type === 'pause') all({ type: 'paused', paused: (paused = message.paused) });
    else if (type === 'ask') {
      answers.clear();
      question = rest;
      all({ type: 'question', ...question });
      here();
    } else if (type === 'reveal') {
      if (question?.question !== message.question) return refuse('closed');
      question = { ...question, ...rest, revealed: true, tally: tally() };
      all({ type: 'revealed', ...rest, tally: question.tally });
    } else if (type === 'round') {
      votes.clear();
      round = rest;
      all({ type: 'round', ...round });
    } else if (type === 'end') {
      round.ended = true;
      all({ type: 'ended', round: round.round, tally: ended() });
    }
  }

  /**
   * @param {Visitor} visitor
   * @param {Message} message
   */
  function take(visitor, message) {
    taken.push([visitor.id, message]);
    const refuse = (/** @type {string} */ reason, /** @type {Message} */ about) => visitor.send({ type: 'refused', reason, of: message.type, ...about, seq: ++seq });
    const about = message.type === 'answer' ? { question: message.question } : { round: message.round, index: message.index };
    if (left <= 0) return refuse('rate', about);
    left -= 1;
    if (message.type === 'answer') {
      if (question?.question !== message.question || question.revealed) return refuse('closed', about);
      answers.set(who(visitor.id), message.choice ?? message.value);
      visitor.send({ type: 'ack', answer: message.question, seq: ++seq });
      lecturers({ type: 'answers', question: message.question, records: [[who(visitor.id), message.choice ?? message.value]] });
      here();
    } else if (message.type === 'vote') {
      if (round?.round !== message.round || round.ended) return refuse('closed', about);
      const vote = /** @type {[number, number, number]} */ ([who(visitor.id), message.index, message.label]);
      votes.set(`${vote[0]} ${vote[1]}`, vote);
      visitor.send({ type: 'ack', vote: message.index, round: message.round, seq: ++seq });
      lecturers({ type: 'votes', round: message.round, records: [vote] });
    } else if (message.type === 'away') {
      if (message.away) away.add(visitor.id);
      else away.delete(visitor.id);
      here();
    } else lead(visitor, message);
  }

  return {
    run,
    /** Of what was taken, the types and what is in them, by the id of who sent it. */
    taken,
    state: () => ({ leader, paused, moment, question, round, answers: [...answers], votes: [...votes.values()], away: away.size, here: participants().length }),
    /** Lets so many messages through again. @param {number} count */
    fill: (count) => (left = count),
    /**
     * Somebody connects.
     * @param {(message: Message) => void} send
     */
    accept(send) {
      /** @type {Visitor | null} */
      let visitor = null;
      return {
        /** @param {Message} message */
        receive(message) {
          if (message.type !== 'hello') {
            if (visitor) take(visitor, message);
            return;
          }
          const right = message.key === key;
          if (message.key !== undefined && !right) send({ type: 'refused', reason: 'key', of: 'hello', seq: ++seq });
          visitor = { id: message.id, leads: right, send };
          visitors.add(visitor);
          send({ type: 'welcome', v: 1, run, seq: ++seq, here: participants().length, away: away.size, leading: right && leader === message.id, led: leader !== '', paused, moment, question, round });
          if (right && question) send({ type: 'answers', question: question.question, records: [...answers], seq: ++seq });
          if (right && round) send({ type: 'votes', round: round.round, records: [...votes.values()], seq: ++seq });
          here();
        },
        close() {
          if (visitor) visitors.delete(visitor);
          here();
        },
      };
    },
  };
}

/** @typedef {ReturnType<typeof createServer>} Server */
