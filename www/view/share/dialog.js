// The link to the page as it is now: to be copied, or read off.
import { attribute, h, say } from '../dom.js';
import { download, mayBeForbidden } from '../download.js';
import { createCode } from './code.js';
import { createEmbed } from './embed-code.js';
import { png, still } from './still.js';
import { createTakeHome } from './take-home.js';

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createShare(dispatch, page) {
  const title = h('h2', { id: 'share-title' });
  const what = h('p', { class: 'about' });
  const box = h('input', { type: 'text', readOnly: true });
  const copy = h('button', { type: 'button', class: 'primary', click: () => copied(box) });
  const close = h('button', { type: 'button', click: () => element.close() });
  const told = h('span', { role: 'status' });
  const code = createCode(page);
  const embed = createEmbed(copied);
  const home = createTakeHome(page, (text) => say(told, text));
  const [drawing, pictures] = [h('h2'), h('p', { class: 'note' })];
  const saves = ['png', 'svg'].map((kind) => h('button', { type: 'button', value: kind, click: () => save(/** @type {'png'} */ (kind)) }, kind.toUpperCase()));
  const element = h('dialog', { class: 'sharing', 'aria-labelledby': 'share-title' }, title, what, box, h('div', { class: 'tools' }, copy, told), code.element, embed.element, home.element, drawing, pictures, h('div', { class: 'tools' }, ...saves, h('span', { class: 'space' }), close), code.hall);
  /** @type {import('../../text/index.js').Text | null} */
  let words = null;
  /** Where the learner is. @type {Pick<import('../../state/schema.js').State, 'room'>} */
  let here = { room: 'network' };

  /** @param {HTMLInputElement} from */
  async function copied(from) {
    from.select();
    // Over plain http there is no clipboard, but what is selected can be copied.
    const done = await Promise.resolve(navigator.clipboard?.writeText(from.value) ?? Promise.reject()).then(() => true, () => document.execCommand('copy'));
    say(told, (done ? words?.copied : words?.notCopied) ?? '');
  }

  /** @param {'png' | 'svg'} kind */
  async function save(kind) {
    // The scene is drawn where it can be seen.
    const { room } = here;
    dispatch('room', 'network');
    // A room that was shut is laid out with the next frame.
    if (room !== 'network') await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const picture = still(/** @type {ShadowRoot} */ (element.getRootNode()), words?.brand ?? '');
    dispatch('room', room);
    try {
      const blob = kind === 'svg' ? new Blob([picture.text], { type: 'image/svg+xml' }) : await png(picture);
      download(blob, `irozuku.${kind}`);
      say(told, mayBeForbidden() ? (words?.noDownload ?? '') : '');
    } catch {
      say(told, words?.notDrawn ?? '');
    }
  }

  function show() {
    box.value = page.link();
    embed.show(page.link({ lesson: '', chapters: '' }), here.room);
    code.show(box.value);
    say(told, '');
    home.begin();
    element.showModal();
    box.select();
    copy.focus();
  }

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    const { text, state } = model;
    [words, here] = [text, state];
    embed.update(model);
    home.update(model);
    say(title, text.share);
    say(what, text.shareWhat);
    attribute(box, 'aria-label', text.share);
    say(copy, text.copy);
    code.update(text);
    say(drawing, text.pictureTitle);
    say(pictures, text.pictureHow);
    say(close, text.close);
  }

  return { element, update, show };
}
