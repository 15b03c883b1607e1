// The files that the page loads beside its modules: the stylesheets and the WebAssembly. `cargo run -- pack` puts another file
// in the place of this one, where they lie inside the page or under other names.

/** Whether the page is served from the folder of the project, where it can be built anew. */
export const BUILDABLE = true;

/** In the order in which they count. */
const SHEETS = [
  'view/base.css',
  'view/page/header.css',
  'view/page/picker.css',
  'view/page/answer.css',
  'view/scene/phases.css',
  'view/scene/column.css',
  'view/scene/weights.css',
  'view/scene/node-maps.css',
  'view/scene/card.css',
  'view/microscope/microscope.css',
  'view/scene/lines.css',
  'view/training/chart.css',
  'view/training/controls.css',
  'view/colours/room.css',
  'view/colours/spaces.css',
  'view/colours/classes.css',
  'view/experiments/trials.css',
  'view/experiments/settings.css',
  'view/experiments/runs.css',
  'view/page/overlay.css',
  'view/share/dialog.css',
  'view/motion.css',
  'view/sizes.css',
  'view/lesson/layout.css',
  'view/lesson/panel.css',
  'view/lesson/editor.css',
  'view/lesson/neuron.css',
  'view/lesson/sheet.css',
  'view/contrast.css',
  'view/lesson/sizes.css',
  'embed/scenes.css',
];

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

/** @param {string} name */
async function sheet(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new CSSStyleSheet().replace(await answer.text());
}
