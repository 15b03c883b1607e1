// What is drawn with: a few colours and any other from the browser's own picker; for pictures of one channel light ink, and
// dark ink that rubs it out.
import { hex } from '../../util/format.js';
import { attribute, h } from '../dom.js';
import { roving } from '../roving.js';

/** Colours that are easily told apart. */
const COLOURS = [[28, 30, 36], [255, 255, 255], [215, 38, 61], [242, 183, 5], [31, 158, 90], [43, 89, 195]];
/** Light and dark. */
const GREYS = [[255], [0]];

export function createInks() {
  const swatches = h('div', { class: 'palette', role: 'group' });
  const native = h('input', { type: 'color', class: 'swatch', input: () => choose([1, 3, 5].map((at) => parseInt(native.value.slice(at, at + 2), 16))) });
  const element = h('div', { class: 'inks' }, swatches, native);
  const ready = roving(swatches, () => swatches.children.length);
  /** Those to choose from. */
  let inks = COLOURS;
  /** The chosen one, a byte a channel. */
  let ink = COLOURS[0];
  let built = 0;

  /** @param {number[]} chosen */
  function choose(chosen) {
    ink = chosen;
    press();
  }

  /** Marks the chosen one. */
  function press() {
    [...swatches.children].forEach((swatch, i) => attribute(swatch, 'aria-pressed', String(inks[i].join() === ink.join())));
    const other = !inks.some((one) => one.join() === ink.join());
    native.classList.toggle('chosen', other);
    if (ink.length > 1 && other && native.value !== hex(ink)) native.value = hex(ink);
  }

  /** @param {number} channels */
  function build(channels) {
    built = channels;
    inks = channels === 1 ? GREYS : COLOURS;
    ink = inks[0];
    swatches.replaceChildren(...inks.map((one) => {
      const swatch = h('button', { type: 'button', click: () => choose(one) });
      swatch.style.background = hex(one.length === 1 ? [one[0], one[0], one[0]] : one);
      return swatch;
    }));
    ready();
    native.hidden = channels === 1;
    native.value = '#e93f7f';
  }

  /**
   * @param {number} channels
   * @param {import('../../text/index.js').Text['pad']} text
   */
  function update(channels, text) {
    if (built !== channels) build(channels);
    attribute(swatches, 'aria-label', text.inks);
    attribute(native, 'aria-label', text.otherInk);
    attribute(native, 'title', text.otherInk);
    [...swatches.children].forEach((swatch, i) => {
      const name = channels === 1 ? text.greys[i] : text.colours[i];
      attribute(swatch, 'aria-label', name);
      attribute(swatch, 'title', name);
    });
    press();
  }

  return { element, update, ink: () => ink };
}
