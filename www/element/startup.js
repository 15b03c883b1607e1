// The start of a session: what was stored, what was given, and what a link asks for, in this order. Then it is known which
// data are wanted, and the session can be opened once they are at hand.
import { createPersistence } from '../app/persistence.js';
import { Session } from '../app/session.js';
import { CoreError } from '../core/wasm.js';
import { same } from '../util/same.js';
import { alone } from '../embed/scenes.js';
import { shared, writtenOnly } from '../state/storage.js';
import { givenBy } from '../state/url.js';

/**
 * Brings together in the draft what the session is to begin with.
 * @param {import('./draft.js').Draft} draft
 * @param {string | null} hash of the address of a page that the element fills; null where it is a part of another page
 * @param {boolean} [follows] whether it follows another page: then it keeps only what the learner writes in the lesson
 */
export function prepared(draft, hash, follows = false) {
  const linked = hash === null ? null : givenBy(hash);
  // A scene on a slide keeps nothing.
  const keeps = hash !== null && !alone({ ...draft.state, ...draft.given, ...linked });
  const persistence = keeps ? createPersistence() : null;
  const recalled = persistence?.recall(draft.state, linked !== null);
  const { own, drawn } = draft.state;
  if (draft.given.own) persistence?.lend(draft.given.own);
  if (draft.given.drawn) persistence?.lendDrawn(draft.given.drawn);
  Object.assign(draft.state, draft.given, { drawn: { ...drawn, ...draft.given.drawn } });
  if (linked && persistence?.presented()) linked.present = true;
  const change = linked ? draft.take(linked) : {};
  if (change.own) persistence?.lend(change.own);
  if (change.drawn) {
    persistence?.lendDrawn(change.drawn);
    draft.state.drawn = { ...drawn, ...change.drawn };
  }
  return { persistence, recalled, own, written: follows ? writtenOnly(shared()) : null };
}

/** @typedef {ReturnType<typeof prepared>} Prepared */

/**
 * @param {import('../core/wasm.js').Bindings} bindings
 * @param {import('./draft.js').Draft} draft
 * @param {Prepared} prepared
 * @param {(keys: string[]) => string} called how keys of the state are called in a message
 */
export function startSession(bindings, draft, { persistence, recalled, own, written }, called) {
  const wanted = { ...draft.state };
  const session = Session.open(bindings, draft.state, { storage: persistence?.storage ?? written, addressed: persistence !== null });
  const { store, history, changes } = session;
  const spare = recalled?.spare ?? [];
  // Where a link has brought other colours, the learner's own can be had back.
  if (!same(own, store.state.own) && own.colours !== '') spare.push(own);
  spare.forEach(history.remember);
  if (recalled && !same(recalled.drawn, store.state.drawn)) history.rememberDrawn(recalled.drawn);
  const wrong = [...(recalled?.wrong ?? []), ...draft.wrong()];
  // During a replay nothing can be compared yet, and where the data could not be had, that is the reason.
  const missing = store.problem?.code === 'noFile';
  if (changes.progress() === null && !missing) wrong.push(...changes.missed(wanted));
  if (wrong.length > 0) store.problem = new CoreError('badState', { keys: called(wrong) });
  if (recalled?.left) session.notices.add({ code: 'left', act: () => session.dispatch('startAnew') });
  return { session, listen: persistence?.attach(session) };
}
