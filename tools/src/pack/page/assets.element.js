// Replaces www/assets.js in the element as one module: the script itself holds all assets.
import { CORE, STYLE } from './packed.js';

export const BUILDABLE = false;

/** @type {Promise<CSSStyleSheet[]> | undefined} */
let loading;

export function stylesheets() {
  loading ??= Promise.all([new CSSStyleSheet().replace(STYLE)]);
  return loading;
}

export async function wasm() {
  // Not by fetch from a data URL: the policy of the page may forbid that.
  const packed = Uint8Array.from(atob(CORE), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
