// The weights into a column: a strip at the foot of the stage, which opens to a picture when it is touched. One dot a
// weight, rows are inputs, columns are nodes, the biases under them.
import { format, parse } from '../../core/address.js';
import { pictureOf } from '../../explain/spot.js';
import { weightIndex, weightSpot } from '../../explain/weight-index.js';
import { HUES, largest, paint } from '../../util/tint.js';
import { attribute, h, say } from '../dom.js';

/** The least and the largest side of a weight in the open picture, px. */
const [LEAST, MOST] = [2, 14];
/** How long an update is seen to move, ms. */
const MOVE = 400;
/** How often a strip follows the training, ms. */
const STRIP_EVERY = 1000;

/**
 * @param {number} index of its column
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createWeightImage(index, dispatch, page) {
  const weights = h('canvas');
  const biases = h('canvas');
  const mark = h('i', { class: 'mark', hidden: true });
  const ring = h('i', { class: 'ring', hidden: true });
  const caption = h('span', { class: 'caption', 'aria-hidden': 'true' });
  const frame = h('div', { class: 'frame', role: 'application', tabIndex: 0 }, weights, biases, mark, ring);
  const element = h('div', { class: 'weights' }, frame, caption);
  /** @type {import('../../app/view-model.js').Weights | null} */
  let shown = null;
  let [rows, columns, tensor] = [0, 0, ''];
  /** The focused weight; the row after the last is the biases. */
  const at = { row: 0, column: 0 };
  let moving = 0;
  /** When it was drawn last, ms. */
  let drawn = -Infinity;
  /** @type {string | null} */
  let marked = null;
  let hues = HUES.light;

  const address = (/** @type {number} */ row, /** @type {number} */ column) => {
    if (!shown) return null;
    const { layer, biasTensor } = shown;
    return row < rows ? format(layer, shown.tensor, weightIndex(shown.shape, row, column)) : format(layer, biasTensor, [column]);
  };

  /**
   * @param {{ row: number, column: number }} place
   * @returns {import('../../app/view-model.js').Target}
   */
  const target = ({ row, column }) => ({ kind: 'dot', column: index, row: row < rows ? row : -1, node: column });

  /** @param {PointerEvent | MouseEvent} event */
  function pointed(event) {
    const canvas = event.target === biases ? biases : event.target === weights ? weights : null;
    if (!canvas) return null;
    const rect = canvas.getBoundingClientRect();
    const column = Math.floor(((event.clientX - rect.left) / rect.width) * columns);
    const row = canvas === biases ? rows : Math.floor(((event.clientY - rect.top) / rect.height) * rows);
    return { row: Math.max(0, Math.min(rows, row)), column: Math.max(0, Math.min(columns - 1, column)) };
  }

  /** @param {{ row: number, column: number }} place */
  function stand(place) {
    Object.assign(at, place);
    attribute(frame, 'data-address', address(at.row, at.column));
    page.point(target(at));
  }

  frame.addEventListener('pointermove', (event) => {
    const place = pointed(event);
    if (place) page.point(target(place));
  });
  frame.addEventListener('pointerleave', () => page.point(null));
  frame.addEventListener('focus', () => stand(at));
  frame.addEventListener('blur', () => page.point(null));
  frame.addEventListener('click', (event) => {
    const place = pointed(event);
    if (!place) return;
    stand(place);
    const chosen = address(at.row, at.column);
    if (chosen) dispatch('select', chosen);
  });
  frame.addEventListener('keydown', (event) => {
    const moves = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Home: [0, -at.column], End: [0, columns - 1 - at.column] };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move) {
      event.preventDefault();
      stand({ row: clamp(at.row + move[0], rows), column: clamp(at.column + move[1], columns - 1) });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = address(at.row, at.column);
      if (chosen) dispatch('select', chosen);
    }
  });

  /**
   * @param {import('../../app/view-model.js').ColumnModel} column
   * @param {import('../../app/view-model.js').Model} model
   */
  function update(column, { text, selected, playing, dark }) {
    hues = dark ? HUES.dark : HUES.light;
    const given = /** @type {import('../../app/view-model.js').Weights} */ (pictureOf(column));
    const arrived = given.before !== null && tensor !== given.tensor && !playing;
    [rows, columns, tensor] = [given.rows, given.columns, given.tensor];
    shown = given;
    resize(weights, columns, rows);
    resize(biases, columns, 1);
    attribute(frame, 'aria-label', text.weights(column.title, given.tensor, rows, columns));
    attribute(frame, 'data-tensor', tensor);
    attribute(frame, 'data-address', address(at.row, at.column));
    say(caption, text.picture(given.tensor, rows, columns));
    marked = selected?.address ?? null;
    place();
    cancelAnimationFrame(moving);
    // As a strip it need not follow every step of the training.
    const now = performance.now();
    if (playing && now - drawn < STRIP_EVERY && !element.matches(':hover, :focus-within')) return;
    drawn = now;
    // Also before it moves: where there are no frames, out of sight and on paper, it stands still.
    draw(given.values, given.biases);
    if (arrived && !matchMedia('(prefers-reduced-motion: reduce)').matches) move(given);
  }

  /**
   * Shows where an update moved the weights: the change, made as large as the weights, settles to nothing.
   * @param {import('../../app/view-model.js').Weights} given
   */
  function move({ values, before, biases: settled }) {
    const change = values.map((value, i) => value - (before?.[i] ?? value));
    const scale = largest(values) / (largest(change) || 1);
    const start = performance.now();
    /** @param {number} now */
    const frameAt = (now) => {
      const rest = Math.max(0, 1 - (now - start) / MOVE);
      draw(values.map((value, i) => value * (1 - rest) + change[i] * scale * rest), settled);
      if (rest > 0) moving = requestAnimationFrame(frameAt);
    };
    moving = requestAnimationFrame(frameAt);
  }

  /**
   * @param {Float32Array} values
   * @param {Float32Array} offsets
   */
  function draw(values, offsets) {
    imprint(weights, values, largest(values), hues);
    imprint(biases, offsets, largest(offsets), hues);
  }

  /** Puts the mark on the selected number, if it is in this picture. */
  function place() {
    const found = marked ? parse(marked) : null;
    const inside = found && shown && found.layer === shown.layer && (found.tensor === shown.tensor || found.tensor === shown.biasTensor);
    mark.hidden = !inside;
    if (!inside || !shown) return;
    const { row, node } = found.index.length > 1 ? weightSpot(shown.shape, found.index) : { row: -1, node: found.index[0] ?? 0 };
    put(mark, row, node);
  }

  /**
   * Rings a weight that is pointed at.
   * @param {{ row: number, node: number } | null} pointed row −1 is the biases; null for none
   */
  function name(pointed) {
    ring.hidden = pointed === null;
    if (pointed) put(ring, pointed.row, pointed.node);
  }

  /**
   * Lays a frame over a weight; row −1 is the biases.
   * @param {HTMLElement} over
   * @param {number} row
   * @param {number} column
   */
  function put(over, row, column) {
    const canvas = row < 0 ? biases : weights;
    // In shares of the picture, which may be a strip or open.
    const share = (/** @type {number} */ part) => `${part * 100}%`;
    Object.assign(over.style, { left: share(column / columns), width: share(1 / columns) });
    Object.assign(over.style, row < 0 ? { top: `${canvas.offsetTop}px`, height: '6px' } : { top: `calc((100% - 8px) * ${row / rows})`, height: `calc((100% - 8px) / ${rows})` });
  }

  /**
   * @param {number} strip how wide the strip is, px
   * @param {number} room how wide the open picture may be, px
   * @param {number} right how far it is from here to the right end of the stage, px
   */
  function arrange(strip, room, right) {
    if (!shown) return;
    const [x, y] = pixels(shown.rows, shown.columns, room);
    const sizes = { '--strip': strip, '--wide': x * shown.columns, '--tall': y * shown.rows, '--shift': Math.min(0, right - x * shown.columns - 16) };
    for (const [property, size] of Object.entries(sizes)) element.style.setProperty(property, `${size}px`);
    place();
  }

  return { element, update, arrange, name };
}

/**
 * The size of a weight in the open picture, so that it fits the room.
 * @param {number} rows
 * @param {number} columns
 * @param {number} room px
 * @returns {[number, number]} px across and down; never more than four times as long as wide
 */
export function pixels(rows, columns, room) {
  const x = Math.max(LEAST, Math.min(MOST, Math.floor(room / columns)));
  const y = Math.max(LEAST, Math.min(MOST, Math.floor((room * 0.5) / rows)));
  return [Math.min(x, y * 4), Math.min(y, x * 4)];
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 */
function resize(canvas, width, height) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} values
 * @param {number} most
 * @param {import('../../util/tint.js').Hues} hues
 */
function imprint(canvas, values, most, hues) {
  const context = canvas.getContext('2d');
  if (!context || canvas.width === 0 || canvas.height === 0) return;
  const image = context.createImageData(canvas.width, canvas.height);
  paint(image.data, values, most, hues);
  context.putImageData(image, 0, 0);
}

/**
 * @param {number} value
 * @param {number} most
 */
function clamp(value, most) {
  return Math.max(0, Math.min(most, value));
}
