// Handing a file to the learner.
import { h } from './dom.js';

/**
 * @param {Blob} blob
 * @param {string} name of the file
 */
export function download(blob, name) {
  const link = h('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/**
 * Whether a frame around may forbid downloads. A page is not told whether one of them came to nothing, and of a frame in a page
 * of another origin it can't even be read.
 */
export function mayBeForbidden() {
  if (window.parent === window) return false;
  const frame = /** @type {HTMLIFrameElement | null} */ (window.frameElement);
  return !frame || (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-downloads'));
}
