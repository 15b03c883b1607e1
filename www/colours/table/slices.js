// Long work in slices, so that the page goes on between them.

/** How long a slice goes on, ms. */
const SLICE = 8;

/**
 * Runs work to its end.
 * @template T
 * @param {Generator<number, T>} work gives the share that is done, from 0 to 1
 * @param {AbortSignal} [signal] stops it
 * @param {(share: number) => void} [progress]
 * @returns {Promise<T | null>} null where it was stopped
 */
export async function inSlices(work, signal, progress = () => {}) {
  for (;;) {
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      const step = work.next();
      if (step.done) return signal?.aborted ? null : step.value;
      progress(step.value);
    }
    await new Promise((go) => setTimeout(go));
    if (signal?.aborted) return null;
  }
}
