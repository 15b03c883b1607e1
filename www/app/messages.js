// Messages that offer an undo, and how long they stay.

/** The codes of the problems that offer the network before a new beginning, and of all that are shown with an undo. */
export const BEGINNINGS = ['restarted', 'relearn', 'chosen', 'begunWith'];
export const UNDOABLE = [...BEGINNINGS, 'dropped'];
/** The codes of those that go away by themselves. */
const PASSING = [...UNDOABLE, 'outputs'];
/** How long an undo is offered, ms. */
const OFFERED = 12_000;

/**
 * Takes the present message away after a while, where it is one that passes, and shows what is wrong besides.
 * @param {import('./session.js').Session} session
 */
export function offerUndo({ store, later, commit }) {
  const { problem } = store;
  if (!problem || !PASSING.includes(problem.code)) return;
  later(() => {
    if (store.problem !== problem) return;
    commit(() => {
      store.problem = null;
      if (store.state.step === 0) store.notice();
    });
  }, OFFERED);
}

/**
 * Takes the present message away before something else is shown, unless it offers an undo.
 * @param {import('./store.js').Store} store
 */
export function clearMessage(store) {
  if (!UNDOABLE.includes(store.problem?.code ?? '')) store.problem = null;
}
