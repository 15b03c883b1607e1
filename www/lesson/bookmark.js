// The bookmark of the lesson: the address of the page follows the open step, so that a reload and a copied address lead
// there.

/**
 * Puts the open step into the address, where that is about nothing but the lesson.
 * @param {string} id of the step; empty where the lesson is shut
 */
export function showInAddress(id) {
  const words = new URLSearchParams(location.hash.slice(1));
  const only = [...words.keys()].every((key) => ['lang', 'lesson', 'chapters'].includes(key));
  if (!id || !only || !words.has('lesson') || words.get('lesson') === id) return;
  words.set('lesson', id);
  history.replaceState(history.state, '', `#${words}`);
}
