// The link to the page as it is now: to be copied, or read off.
import { attribute, h, say } from './dom.js';

/** @param {{ link: () => string }} on */
export function createShare(on) {
  const title = h('h2', { id: 'share-title' });
  const what = h('p', { class: 'about' });
  const box = h('input', { type: 'text', readOnly: true });
  const copy = h('button', { type: 'button', class: 'primary', click: () => copied() });
  const close = h('button', { type: 'button', click: () => element.close() });
  const told = h('span', { role: 'status' });
  const element = h('dialog', { class: 'sharing', 'aria-labelledby': 'share-title' }, title, what, box, h('div', { class: 'tools' }, copy, close, told));
  /** @type {import('../text/index.js').Text | null} */
  let words = null;

  async function copied() {
    box.select();
    try {
      await navigator.clipboard.writeText(box.value);
      say(told, words?.copied ?? '');
    } catch {
      say(told, words?.notCopied ?? '');
    }
  }

  function show() {
    box.value = on.link();
    say(told, '');
    element.showModal();
    box.select();
    copy.focus();
  }

  /** @param {import('../model.js').Model} model */
  function update({ text }) {
    words = text;
    say(title, text.share);
    say(what, text.shareWhat);
    attribute(box, 'aria-label', text.share);
    say(copy, text.copy);
    say(close, text.close);
  }

  return { element, update, show };
}
