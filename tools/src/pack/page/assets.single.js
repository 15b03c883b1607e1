// In the place of www/assets.js in the one-file page: the style is in the script, the WebAssembly is handed over by
// the loader, which has unpacked it.
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
