// The link as a QR code, to be read off with a phone: beside the other ways to take it along, and large, for a hall.
import { attribute, h, say, svg } from '../dom.js';

/** The quiet rim that a QR code needs, in modules. */
const RIM = 4;

/** @param {import('../index.js').Page} page */
export function createCode(page) {
  const small = svg('svg', { class: 'code-picture', role: 'img' });
  const told = h('p', { class: 'note' });
  const enlarge = h('button', { type: 'button', class: 'enlarge', click: () => hall.showModal() });
  const element = h('div', { class: 'scan' }, small, h('div', {}, told, enlarge));
  const large = svg('svg', { role: 'img' });
  const [start, rest] = [h('strong'), h('small')];
  const close = h('button', { type: 'button', click: () => hall.close() });
  const hall = h('dialog', { class: 'hall' }, large, h('div', {}, h('p', {}, start, rest), close));
  /** @type {import('../../text/index.js').Text | null} */
  let words = null;

  /**
   * Shows a link, or what to do where nobody else can open it.
   * @param {string} link
   */
  function show(link) {
    const reach = page.reach();
    const modules = reach === 'everybody' ? page.qrCode(link) : new Uint8Array();
    const none = modules.length === 0;
    small.toggleAttribute('hidden', none);
    enlarge.hidden = none;
    if (words) say(told, reach === 'everybody' ? (none ? words.codeTooLong : words.codeHow) : words.codeUseless[reach]);
    [small, large].forEach((picture) => draw(picture, modules));
    const [address] = link.split('#');
    say(start, address);
    say(rest, link.slice(address.length));
  }

  /** @param {import('../../text/index.js').Text} text */
  function update(text) {
    words = text;
    for (const picture of [small, large]) attribute(picture, 'aria-label', text.codeLabel);
    attribute(hall, 'aria-label', text.codeLabel);
    say(enlarge, text.codeLarge);
    say(close, text.close);
  }

  return { element, hall, update, show };
}

/**
 * Draws a QR code, dark on light in any theme.
 * @param {SVGElement} picture
 * @param {Uint8Array} modules row after row of a square
 */
export function draw(picture, modules) {
  const side = Math.sqrt(modules.length);
  const size = side + 2 * RIM;
  attribute(picture, 'viewBox', `${-RIM} ${-RIM} ${size} ${size}`);
  const squares = [...modules].map((dark, i) => (dark ? `M${i % side} ${Math.floor(i / side)}h1v1h-1z` : '')).join('');
  picture.replaceChildren(svg('rect', { x: -RIM, y: -RIM, width: size, height: size, fill: '#fff' }), svg('path', { d: squares, fill: '#000', 'shape-rendering': 'crispEdges' }));
}
