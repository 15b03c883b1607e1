// The wanted height of the element's content at its present width.

/** The height of a slide, for content that takes any height, as a share of its width. */
const SLIDE = 9 / 16;

/**
 * In the one-column layout the natural height, since the page scrolls; otherwise that of a slide, since a scene fills
 * any height.
 * @param {HTMLElement} demo
 * @returns {number} px
 */
export function wantedHeight(demo) {
  const [ground, app] = ['.ground', '.app'].map((css) => demo.shadowRoot?.querySelector(css));
  if (!(ground instanceof HTMLElement) || !(app instanceof HTMLElement) || getComputedStyle(ground).containerType !== 'inline-size') {
    return Math.round(demo.clientWidth * SLIDE);
  }
  // Don't stretch anything to the window while measuring; nothing is drawn meanwhile.
  const stretched = [demo, ground, app];
  for (const { style } of stretched) style.minHeight = '0';
  const height = Math.ceil(app.getBoundingClientRect().height);
  for (const { style } of stretched) style.minHeight = '';
  return height;
}
