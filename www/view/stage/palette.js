// The colours of the stage, as the style sheet has them: a canvas can't read a custom property by itself.

/** @typedef {Record<'ink' | 'soft' | 'hair' | 'line' | 'paper' | 'forward' | 'backward' | 'plus' | 'minus', string>} Palette */

const NAMES = /** @type {const} */ (['ink', 'soft', 'hair', 'line', 'paper', 'forward', 'backward', 'plus', 'minus']);

/**
 * Reads the colours that hold at an element.
 * @param {HTMLElement} element
 * @returns {Palette}
 */
export function paletteAt(element) {
  const probe = document.createElement('i');
  probe.hidden = true;
  element.append(probe);
  const style = getComputedStyle(probe);
  const read = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, style.color];
  });
  probe.remove();
  return Object.fromEntries(read);
}
