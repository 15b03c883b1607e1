// Overlays of the page: the message, and the list of keys.
import { attribute, h, say } from '../dom.js';

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {() => void} restart lays out anew what the core has lost
 */
export function createMessage(dispatch, restart) {
  const words = h('p');
  const close = h('button', { type: 'button', class: 'quiet', click: () => dispatch('dismiss') }, '✕');
  let offered = /** @type {'undo' | 'accept'} */ ('undo');
  const act = h('button', { type: 'button', click: () => (lost ? restart() : dispatch(offered)) });
  let lost = false;
  const bar = h('progress', { max: 1, hidden: true });
  const element = h('div', { class: 'message', role: 'alert', hidden: true }, words, bar, act, close);

  /** @param {{ text: import('../../text/index.js').Text, message: string | null, canUndo: boolean, offer: string | null, progress: number | null, solo: object | null }} model */
  function update({ text, message: told, canUndo, offer, progress, solo }) {
    lost = false;
    // A scene by itself shows its way to a stop as it goes.
    const going = progress !== null && !solo;
    const message = going ? text.travelling : told;
    bar.hidden = !going;
    bar.value = progress ?? 0;
    attribute(bar, 'aria-label', text.travelling);
    // Nothing is taken back while it is still being made.
    canUndo &&= !going;
    offered = canUndo ? 'undo' : 'accept';
    act.hidden = !canUndo && offer === null;
    close.hidden = going;
    say(act, canUndo ? text.undo : (offer ?? ''));
    element.hidden = message === null;
    say(words, message ?? '');
    attribute(close, 'aria-label', text.dismiss);
  }

  /**
   * Says that the core has lost the network; nothing else can be done.
   * @param {import('../../text/index.js').Text} text
   * @param {string} sentence
   */
  function lose(text, sentence) {
    lost = true;
    [bar.hidden, close.hidden, act.hidden, element.hidden] = [true, true, false, false];
    say(act, text.restart);
    say(words, sentence);
  }

  return { element, update, lose };
}

/** The list of keys, opened by `show`. */
export function createHelp() {
  const title = h('h2', { id: 'keys-title' });
  const list = h('dl', { class: 'keys' });
  const close = h('button', { type: 'button', click: () => element.close() });
  const element = h('dialog', { 'aria-labelledby': 'keys-title' }, title, list, close);
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });

  /** @param {{ text: import('../../text/index.js').Text }} model */
  function update({ text }) {
    say(title, text.keysTitle);
    say(close, text.close);
    const words = text.keys.flat().join('\n');
    if (list.dataset.words === words) return;
    list.dataset.words = words;
    list.replaceChildren(...text.keys.flatMap(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)]));
  }

  function toggle() {
    if (element.open) return element.close();
    element.showModal();
    // Not by an attribute: a page in a frame of another may not take the focus by itself.
    close.focus();
  }

  return { element, update, toggle };
}
