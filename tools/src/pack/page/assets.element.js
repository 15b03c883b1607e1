// Replaces www/assets.js in the element as one module: the script itself holds all assets.
import { CORE, DATA, STYLE } from './packed.js';

export { APART } from './packed.js';

export const BUILDABLE = false;

/** @type {Promise<CSSStyleSheet[]> | undefined} */
let loading;

export function stylesheets() {
  loading ??= Promise.all([new CSSStyleSheet().replace(STYLE)]);
  return loading;
}

export async function wasm() {
  return unpacked(CORE);
}

/** @param {string} name */
export async function dataFile(name) {
  return new Uint8Array(await unpacked(DATA[name]));
}

/** @param {string} text a gzip file in base64 */
function unpacked(text) {
  // Not by fetch from a data URL: the policy of the page may forbid that.
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
