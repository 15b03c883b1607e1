// The files that the page loads beside its modules: the stylesheets, the WebAssembly and the data. `cargo run -- pack` puts another file
// in the place of this one, where they lie inside the page or under other names.
import { SHEETS } from './sheets.js';

/** Whether the page is served from the folder of the project, where it can be built anew. */
export const BUILDABLE = true;
/** Whether modules that are imported when they are wanted lie in files of their own. */
export const APART = true;

/** @type {Promise<CSSStyleSheet[]> | undefined} */
let loading;

/**
 * The stylesheets, the same for all elements of a page.
 * @returns {Promise<CSSStyleSheet[]>} rejected where one can't be loaded
 */
export function stylesheets() {
  loading ??= Promise.all(SHEETS.map(sheet));
  return loading;
}

/**
 * The compiled core.
 * @returns {Promise<URL | BufferSource>} its address, or its bytes
 */
export async function wasm() {
  return new URL('wasm/irozuku_bg.wasm', import.meta.url);
}

/**
 * A file of the folder `data`.
 * @param {string} name
 * @returns {Promise<Uint8Array>} rejected where it can't be loaded
 */
export async function dataFile(name) {
  const answer = await fetch(new URL(`data/${name}`, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** @param {string} name */
async function sheet(name) {
  // Not from the script's first run, see tools/src/pack/page/assets.site.js.
  await null;
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new CSSStyleSheet().replace(await answer.text());
}
