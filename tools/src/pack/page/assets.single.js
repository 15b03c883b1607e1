// Replaces www/assets.js in the one-file page: the script holds the style; the loader passes the unpacked
// WebAssembly.
import { STYLE } from './packed.js';

export const BUILDABLE = false;

/** @type {any} */
const page = globalThis;
/** @type {Uint8Array<ArrayBuffer> | undefined} */
const core = page.irozukuCore;
delete page.irozukuCore;

const sheets = Promise.all([new CSSStyleSheet().replace(STYLE)]);

export function stylesheets() {
  return sheets;
}

export async function wasm() {
  if (!core) throw new Error('the loader of the page has not run');
  return core;
}
