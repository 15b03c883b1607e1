// How high the content of the element wants to be at its present width.

/** Where the content takes any height: that of a slide. */
const SLIDE = 9 / 16;

/**
 * Where everything stands under one another it is as high as it is, and the page scrolls; a scene fills the height it
 * is given, and looks best in that of a slide.
 * @param {HTMLElement} demo
 * @returns {number} px
 */
export function wantedHeight(demo) {
  const [ground, app] = ['.ground', '.app'].map((css) => demo.shadowRoot?.querySelector(css));
  if (!(ground instanceof HTMLElement) || !(app instanceof HTMLElement) || getComputedStyle(ground).containerType !== 'inline-size') {
    return Math.round(demo.clientWidth * SLIDE);
  }
  // For as long as it takes to measure nothing is stretched to the window; it is not drawn meanwhile.
  const stretched = [demo, ground, app];
  for (const { style } of stretched) style.minHeight = '0';
  const height = Math.ceil(app.getBoundingClientRect().height);
  for (const { style } of stretched) style.minHeight = '';
  return height;
}
