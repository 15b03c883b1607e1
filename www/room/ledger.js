// What a participant has answered and voted: kept until the server has acknowledged it, and, for the open question and the open
// round, until they end, in case the server is started anew and knows nothing of them.

/** @typedef {import('./messages.js').Said} Said */

export function createLedger() {
  /** The answer to a question, by its id. @type {Map<string, { said: Said, known: boolean }>} */
  const answers = new Map();
  /** The votes of a round, by the index of the colour. @type {Map<number, { said: Said, known: boolean }>} */
  const votes = new Map();
  let round = '';

  return {
    /**
     * Writes down an answer; the last to a question counts.
     * @param {string} question
     * @param {{ choice: number } | { value: number }} given
     * @returns {Said} the message that says so
     */
    answer(question, given) {
      const said = { type: 'answer', question, ...given };
      answers.set(question, { said, known: false });
      return said;
    },
    /**
     * Writes down a vote; the last for a colour counts. A vote in another round ends the one before.
     * @param {string} of the round
     * @param {number} index of the colour
     * @param {number} label index of the class
     * @returns {Said}
     */
    vote(of, index, label) {
      if (of !== round) votes.clear();
      round = of;
      const said = { type: 'vote', round, index, label };
      votes.set(index, { said, known: false });
      return said;
    },
    /**
     * Takes an acknowledgement, or a refusal that is final: it need not be said again.
     * @param {{ answer?: string, vote?: number, round?: string }} of
     */
    settle({ answer, vote, round: of }) {
      const entry = answer !== undefined ? answers.get(answer) : of === round && vote !== undefined ? votes.get(vote) : undefined;
      if (entry) entry.known = true;
    },
    /**
     * What was said about a question or a round and not acknowledged.
     * @param {string | undefined} of
     * @returns {Said[]}
     */
    pending: (of) => [...answers.values(), ...votes.values()].filter(({ said, known }) => !known && of !== undefined && (said.question === of || said.round === of)).map(({ said }) => said),
    /**
     * What was said about a question or a round is to be said again: the server that tells of it may have been started anew.
     * @param {string} of the question or the round
     * @returns {Said[]}
     */
    again(of) {
      const entries = [...answers.values(), ...votes.values()].filter(({ said }) => said.question === of || said.round === of);
      for (const entry of entries) entry.known = false;
      return entries.map(({ said }) => said);
    },
    /**
     * The answer that was given to a question.
     * @param {string} question
     * @returns {number | null} a choice or a number; null where there is none
     */
    given(question) {
      const said = answers.get(question)?.said;
      return said ? Number(said.choice ?? said.value) : null;
    },
    /**
     * Whether the server knows the answer to a question.
     * @param {string} question
     */
    arrived: (question) => answers.get(question)?.known ?? false,
    /**
     * The label that was given to a colour.
     * @param {string} of the round
     * @param {number} index
     * @returns {number | null}
     */
    voted: (of, index) => (of === round ? /** @type {number | null} */ (votes.get(index)?.said.label ?? null) : null),
    /** How many colours of the round have a vote. @param {string} of */
    count: (of) => (of === round ? votes.size : 0),
  };
}

/** @typedef {ReturnType<typeof createLedger>} Ledger */
