// Whether a network has been trained by the learner, and not by the lesson's own experiments.

/** From so many updates on it is a training; a walk through a pass makes one, too. */
const FEW = 10;

/**
 * @template {{ furthest: () => number }} L
 * @param {() => L} lab the present network
 */
export function createOwnTraining(lab) {
  /** The network that the lesson has trained last, and how far. @type {{ lab: L | null, furthest: number }} */
  let taught = { lab: null, furthest: 0 };

  return {
    /** Whether the present network has gone further than the lesson has taken it. */
    isOwn: () => lab().furthest() - (taught.lab === lab() ? taught.furthest : 0) >= FEW,
    /**
     * Waits for a training that the lesson makes.
     * @template R
     * @param {() => Promise<R>} train
     */
    async byLesson(train) {
      const result = await train();
      taught = { lab: lab(), furthest: lab().furthest() };
      return result;
    },
  };
}
