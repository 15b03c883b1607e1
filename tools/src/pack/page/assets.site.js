// Replaces www/assets.js in the site: the files have names that change with their content.
import { CORE, DATA, STYLE } from './packed.js';

export { APART } from './packed.js';

export const BUILDABLE = false;

/** @type {Promise<CSSStyleSheet[]> | undefined} */
let loading;

export function stylesheets() {
  loading ??= Promise.all([sheet(STYLE)]);
  return loading;
}

export async function wasm() {
  return new URL(CORE, import.meta.url);
}

/** @param {string} name */
export async function dataFile(name) {
  return new Uint8Array(await (await file(DATA[name])).arrayBuffer());
}

/** @param {string} name */
async function sheet(name) {
  return new CSSStyleSheet().replace(await (await file(name)).text());
}

/** @param {string} name */
async function file(name) {
  // Not from the script's first run: a request tells the browser where it came from, and to know the place in a script that
  // it has only skimmed, the browser reads all of it again.
  await null;
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}
