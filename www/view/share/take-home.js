// The network of this moment as files: for NumPy, and its weights.
import { h, say } from '../dom.js';
import { download, mayBeForbidden } from '../download.js';

/** @type {import('../../export/index.js').Kind[]} */
const KINDS = ['notebook', 'script', 'npz', 'json'];

/**
 * @param {import('../index.js').Page} page
 * @param {(text: string) => void} tell says what came of it
 */
export function createTakeHome(page, tell) {
  const [title, how] = [h('h2'), h('p', { class: 'note' })];
  const buttons = KINDS.map((kind) => h('button', { type: 'button', value: kind, click: () => void take(kind) }));
  const element = h('section', { class: 'take-home' }, title, how, h('div', { class: 'tools' }, ...buttons));
  let forbidden = '';

  /** @param {import('../../export/index.js').Kind} kind */
  async function take(kind) {
    const { blob, name } = await page.file(kind);
    download(blob, name);
    tell(mayBeForbidden() ? forbidden : '');
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update({ text }) {
    forbidden = text.noDownload;
    say(title, text.homeTitle);
    say(how, text.homeHow);
    KINDS.forEach((kind, i) => say(buttons[i], text.homeFiles[/** @type {'npz'} */ (kind)]));
  }

  return { element, update };
}
