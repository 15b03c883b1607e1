// Notices: offers of the page around the session, such as a new release, that wait until no problem is shown.

/** @typedef {{ code: 'updated' | 'left', act: () => void }} Notice its code, by which the words are found, and what its button does */

export function createNotices() {
  /** The last is shown first. @type {Notice[]} */
  let waiting = [];

  /** @param {Notice['code']} code */
  function withdraw(code) {
    waiting = waiting.filter((notice) => notice.code !== code);
  }

  return {
    /** @param {Notice} notice takes the place of one with the same code */
    add(notice) {
      withdraw(notice.code);
      // "Left" is shown first: it goes away with the first step.
      waiting.splice(notice.code === 'left' ? waiting.length : 0, 0, notice);
    },
    withdraw,
    /** Removes the one that is shown. */
    dismiss() {
      waiting.pop();
    },
    /**
     * The one to show now.
     * @param {boolean} replaying then only "left" is shown, which can be declined
     * @returns {Notice | null}
     */
    present(replaying) {
      const last = waiting.at(-1) ?? null;
      return replaying && last?.code !== 'left' ? null : last;
    },
  };
}

/** @typedef {ReturnType<typeof createNotices>} Notices */
