// What the page and the room's server say to each other, as plain objects with a `type`.

/** The version of what is said. */
export const VERSION = 1;

/** A question that is open to the room, or was. @typedef {{ question: string, choices?: number, number?: boolean, revealed?: boolean, right?: number, tally?: Tally, others?: number }} Question */
/** A round of colours: made of the seed by every page. @typedef {{ round: string, seed: number, colours: number, classes: number, names: string[], ended?: boolean }} Round */
/**
 * How a question was answered: of choices the counts by choice; of numbers `[value, count]`, the most frequent ones in order of value.
 * @typedef {number[] | [number, number][]} Tally
 */
/** An answer as the lecturer's page has it: who (a number that stands for a visitor), and the choice or the number. @typedef {[number, number]} Answer */
/** A vote as the lecturer's page has it: who, the index of the colour, the index of the class. @typedef {[number, number, number]} Vote */

/**
 * The first message of the server, with all that is now.
 * @typedef {object} Welcome
 * @property {'welcome'} type
 * @property {number} v
 * @property {string} run made anew at each start of the server
 * @property {number} here how many participants there are
 * @property {number} away how many of them are on their own
 * @property {boolean} leading whether this page leads
 * @property {boolean} led whether any page does
 * @property {boolean} paused
 * @property {string | null} moment the text of a link
 * @property {Question | null} question
 * @property {Round | null} round
 */

/**
 * A message of the server.
 * @typedef {Welcome
 *   | { type: 'moment', link: string }
 *   | { type: 'paused', paused: boolean }
 *   | ({ type: 'question' } & Question)
 *   | { type: 'revealed', question: string, right?: number, tally: Tally, others?: number }
 *   | ({ type: 'round' } & Round)
 *   | { type: 'ended', round: string, tally: number[][] }
 *   | { type: 'here', here: number, away: number, answered: number }
 *   | { type: 'answers', question: string, records: Answer[] }
 *   | { type: 'votes', round: string, records: Vote[] }
 *   | { type: 'ack', answer?: string, vote?: number, round?: string }
 *   | { type: 'refused', reason: string, of?: string, question?: string, round?: string, index?: number }
 *   | { type: 'overtaken' }} Heard
 */

/** What may be said: its `type`, and what belongs to it. @typedef {{ type: string, [key: string]: unknown }} Said */

/**
 * A message out of what has come.
 * @param {unknown} value
 * @returns {Heard | null} null where it is none
 */
export function heardIn(value) {
  return typeof value === 'object' && value !== null && typeof (/** @type {any} */ (value).type) === 'string' ? /** @type {Heard} */ (value) : null;
}
