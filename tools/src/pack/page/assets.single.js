// Replaces www/assets.js in the one-file page: the script holds the style; the loader passes what it has unpacked, the
// WebAssembly and then the files of the data sets.
import { DATA, STYLE } from './packed.js';

export { APART } from './packed.js';

export const BUILDABLE = false;

/** @type {any} */
const page = globalThis;
/** @type {Uint8Array<ArrayBuffer>[]} */
const [core, ...data] = page.irozukuParts ?? [];
delete page.irozukuParts;

const sheets = Promise.all([new CSSStyleSheet().replace(STYLE)]);

export function stylesheets() {
  return sheets;
}

export async function wasm() {
  if (!core) throw new Error('the loader of the page has not run');
  return core;
}

/** @param {string} name */
export async function dataFile(name) {
  return data[Number(DATA[name])];
}
