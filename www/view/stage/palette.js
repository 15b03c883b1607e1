// The colours and the letters of the stage, as the style sheet has them: a canvas can't read a custom property by itself.

/**
 * @typedef {Record<typeof NAMES[number], string> & { font: string, letters: number }} Palette with the font of what is written on
 * the stage, and its size, px
 */

/** The smallest letters, px, and the letters beside those of the page. */
const [SMALLEST, SHARE] = [12, 0.86];

const NAMES = /** @type {const} */ (['ink', 'soft', 'hair', 'line', 'paper', 'forward', 'backward', 'plus', 'minus']);

/**
 * Reads what holds at an element.
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
  const letters = Math.max(SMALLEST, SHARE * parseFloat(getComputedStyle(element).fontSize));
  return { ...Object.fromEntries(read), letters, font: `600 ${letters}px system-ui, sans-serif` };
}
