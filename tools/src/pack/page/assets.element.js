// In the place of www/assets.js in the element as one module: all of it is in the script itself.
import { CORE, STYLE } from './packed.js';

export const BUILDABLE = false;

/** @type {Promise<CSSStyleSheet[]> | undefined} */
let loading;

export function stylesheets() {
  loading ??= Promise.all([new CSSStyleSheet().replace(STYLE)]);
  return loading;
}

export async function wasm() {
  // Not by fetch from a data address: the page around it may forbid that.
  const packed = Uint8Array.from(atob(CORE), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
