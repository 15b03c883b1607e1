// The wheel: every hue and saturation of one brightness, to pick from, with the network's borders and names over it once
// it has answered. Pressing and dragging picks, and so do the arrow keys; the mark stands at the picked colour.
import { hex } from '../../util/format.js';
import { attribute, h, style } from '../dom.js';
import { placeOf, polarOf } from './hsv.js';
import { createInk } from './ink.js';
import { onceAFrame } from './once-a-frame.js';
import { paintDisc } from './painting.js';

/** How far a key turns the hue, in turns, and moves the saturation; and how many times as far with Shift. */
const [TURN, MOVE, FAR] = [1 / 120, 0.02, 10];
/** How far outside the disc a press still counts, as a share of its radius. */
const SLACK = 1.12;
/** The room that the mark takes on the wheel, px from its middle. */
const MARK = 11;
/** Keys that pick: the change of the hue in turns, and of the saturation. @type {Record<string, [number, number]>} */
const KEYS = { ArrowRight: [TURN, 0], ArrowLeft: [-TURN, 0], ArrowUp: [0, MOVE], ArrowDown: [0, -MOVE], Home: [0, -1], End: [0, 1] };

/**
 * @param {import('./hold.js').Hold} hold the picked colour
 * @param {object} on
 * @param {() => void} on.pick called when the learner has picked another colour into `hold`
 * @param {() => void} on.release called when they have let it go
 */
export function createWheel(hold, { pick, release }) {
  const disc = h('canvas', { class: 'disc', 'aria-hidden': 'true' });
  const context = /** @type {CanvasRenderingContext2D} */ (disc.getContext('2d'));
  const ink = createInk();
  const mark = h('i', { class: 'picked' });
  const element = h('div', { class: 'wheel', role: 'slider', tabIndex: 0, 'aria-valuemin': '0', 'aria-valuemax': '359' }, disc, ink.canvas, mark);
  const dragging = onceAFrame(pick);
  /** @type {import('../../app/view-model.js').Model | null} */
  let model = null;
  /** The width, px; 0 until it is known. */
  let across = 0;
  /** The brightness that is on the canvas. */
  let painted = -1;
  /** The pointer that drags. */
  let held = -1;
  /** The network's answer in words; empty where there is none. */
  let answered = '';

  new ResizeObserver(() => {
    const { width } = element.getBoundingClientRect();
    const size = Math.round(width * devicePixelRatio);
    if (size === disc.width || size === 0) return;
    disc.width = disc.height = size;
    ink.resize(size, size / width);
    [across, painted] = [width, -1];
    if (model) update(model);
  }).observe(element);

  /** @param {PointerEvent} event */
  function pickAt({ clientX, clientY }) {
    const { left, top, width } = element.getBoundingClientRect();
    const [x, y] = [((clientX - left) / width) * 2 - 1, ((clientY - top) / width) * 2 - 1];
    const [hue, , value] = hold.hsv();
    hold.set([...polarOf(x, y, hue), value]);
    stand();
    return Math.hypot(x, y);
  }

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || held >= 0) return;
    const before = hold.hsv();
    if (pickAt(event) > SLACK) {
      hold.set(before);
      stand();
      return;
    }
    event.preventDefault();
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    held = event.pointerId;
    dragging.call();
  });
  element.addEventListener('pointermove', (event) => {
    if (event.pointerId !== held) return;
    pickAt(event);
    dragging.call();
  });
  for (const name of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    element.addEventListener(name, (event) => {
      if (event.pointerId !== held) return;
      held = -1;
      dragging.flush();
      release();
    });
  }
  element.addEventListener('keydown', (event) => {
    const way = KEYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const far = event.shiftKey ? FAR : 1;
    const [hue, saturation, value] = hold.hsv();
    hold.set([(hue + way[0] * far + 1) % 1, Math.min(1, Math.max(0, saturation + way[1] * far)), value]);
    stand();
    dragging.call();
  });
  element.addEventListener('keyup', ({ key }) => {
    if (!KEYS[key]) return;
    dragging.flush();
    release();
  });

  /** Puts the mark where the picked colour is, and says it. */
  function stand() {
    const [x, y] = placeOf(hold.hsv());
    style(mark, '--x', `${((x + 1) * 50).toFixed(2)}%`);
    style(mark, '--y', `${((y + 1) * 50).toFixed(2)}%`);
    style(mark, '--picked', hex(hold.rgb()));
    if (!model) return;
    const [hue, saturation, value] = hold.hsv();
    const degrees = Math.round(hue * 360) % 360;
    attribute(element, 'aria-valuenow', String(degrees));
    const { wheel: words } = model.text;
    attribute(element, 'aria-valuetext', words.value({ hue: degrees, saturation: Math.round(saturation * 100), brightness: Math.round(value * 100), hex: hex(hold.rgb()), answer: answered }));
  }

  /** @param {import('../../app/view-model.js').Model} next */
  function update(next) {
    model = next;
    const { text, classNames, wheel, best, playing, dark, state } = next;
    attribute(element, 'aria-label', text.wheel.label);
    answered = wheel && best >= 0 ? classNames[best] : '';
    stand();
    const [hue, saturation, value] = hold.hsv();
    if (across === 0) return;
    if (painted !== value) paintDisc(context, value);
    painted = value;
    const [x, y] = placeOf([hue, saturation, value]);
    ink.update({
      grid: wheel?.(value) ?? null,
      playing,
      names: classNames,
      answer: best,
      mark: [x, y, (MARK * 2) / across],
      theme: `${state.theme} ${dark}`,
    });
  }

  return { element, update, /** Whether a picked colour waits for the next frame. */ waiting: dragging.waiting };
}
