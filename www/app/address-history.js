// The history of opened numbers, with back and forward along it, as a browser has it for pages.

/** The most addresses that are remembered. */
const MOST = 100;

export function createAddressHistory() {
  /** @type {string[]} */
  let steps = [];
  let at = -1;

  return {
    /** The number the learner is at; null before the first. */
    current: () => steps[at] ?? null,
    /** The numbers up to this one, the first one first. */
    path: () => steps.slice(0, at + 1),
    canGoBack: () => at > 0,
    canGoOn: () => at < steps.length - 1,

    /**
     * Visits a number; the numbers ahead are forgotten. The same number again changes nothing.
     * @param {string} address
     */
    go(address) {
      if (steps[at] === address) return;
      steps = [...steps.slice(0, at + 1), address].slice(-MOST);
      at = steps.length - 1;
    },

    /** @param {number} by −1 back, 1 on, −3 three back along the path */
    move(by) {
      at = Math.max(0, Math.min(steps.length - 1, at + by));
    },

    /** Begins anew. */
    clear() {
      steps = [];
      at = -1;
    },
  };
}
