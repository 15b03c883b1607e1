// One stop of the Tab key for many things: inside, the arrow keys move.
import { attribute } from './dom.js';

/**
 * Lets the arrow keys, Home and End move the focus among the children of a container, and keeps exactly one
 * of them in the Tab order.
 * @param {HTMLElement} container
 * @param {() => number} across how many stand side by side
 * @returns {() => void} to be called when the children have changed
 */
export function roving(container, across) {
  const items = () => /** @type {HTMLElement[]} */ ([...container.children]);

  /** @param {HTMLElement} item */
  function hold(item) {
    for (const other of items()) attribute(other, 'tabindex', other === item ? '0' : '-1');
  }

  container.addEventListener('focusin', (event) => {
    const item = items().find((candidate) => candidate === event.target);
    if (item) hold(item);
  });
  container.addEventListener('keydown', (event) => {
    const all = items();
    const at = all.findIndex((item) => item === event.target);
    const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across(), ArrowUp: -across(), Home: -at, End: all.length - 1 - at };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (at < 0 || move === undefined) return;
    event.preventDefault();
    all[at + move]?.focus();
  });

  return () => {
    const all = items();
    if (all.length > 0 && !all.some((item) => item.getAttribute('tabindex') === '0')) hold(all[0]);
  };
}
