// The network of this moment as files: for NumPy, and its weights; and weights from a file, to begin with.
import { h, say } from '../dom.js';
import { download, mayBeForbidden } from '../download.js';

/** @type {import('../../export/index.js').Kind[]} */
const KINDS = ['notebook', 'script', 'npz', 'json'];

/**
 * @param {import('../index.js').Page} page
 * @param {(text: string) => void} tell says what came of taking it home
 */
export function createTakeHome(page, tell) {
  const [title, how] = [h('h2'), h('p', { class: 'note' })];
  const buttons = KINDS.map((kind) => h('button', { type: 'button', value: kind, click: () => void take(kind) }));
  const file = h('input', { type: 'file', hidden: true, accept: '.npz,.json,application/json', change: () => void open(file.files?.[0]) });
  const choose = h('button', { type: 'button', class: 'open-weights', click: () => file.click() });
  const opens = h('p', { class: 'note' });
  const told = h('p', { class: 'told', role: 'status' });
  const element = h('section', { class: 'take-home' }, title, how, h('div', { class: 'tools' }, ...buttons), opens, h('div', { class: 'tools' }, choose, file), told);
  let [forbidden, reading] = ['', ''];

  /** @param {File} [given] */
  async function open(given) {
    if (!given) return;
    say(told, reading);
    const refusal = await page.openWeights(given);
    // The same file can be chosen again, once it was mended.
    file.value = '';
    say(told, refusal);
    // What they change stands on the page.
    if (refusal === '') element.closest('dialog')?.close();
  }

  /** @param {import('../../export/index.js').Kind} kind */
  async function take(kind) {
    const { blob, name } = await page.file(kind);
    download(blob, name);
    tell(mayBeForbidden() ? forbidden : '');
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text }) {
    [forbidden, reading] = [text.noDownload, text.homeOpening];
    say(title, text.homeTitle);
    say(how, text.homeHow);
    KINDS.forEach((kind, i) => say(buttons[i], text.homeFiles[/** @type {'npz'} */ (kind)]));
    say(opens, text.homeOpenHow);
    say(choose, text.homeOpen);
  }

  /** Forgets what was said. */
  const begin = () => say(told, '');

  return { element, update, begin };
}
