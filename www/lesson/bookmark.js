// Keeps the open step in the page's address, so that a reload or a copied address opens it.

/**
 * Puts the open step into the address, unless the address has keys other than the lesson's.
 * @param {string} id of the step; empty where the lesson is closed
 */
export function showInAddress(id) {
  const words = new URLSearchParams(location.hash.slice(1));
  const only = [...words.keys()].every((key) => ['lang', 'lesson', 'chapters'].includes(key));
  if (!id || !only || !words.has('lesson') || words.get('lesson') === id) return;
  words.set('lesson', id);
  history.replaceState(history.state, '', `#${words}`);
}
