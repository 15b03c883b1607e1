// The decision over all colours of one saturation: hue across, lightness down, a line between the classes, the
// data on it.
import { place, thinned } from '../../colours/predictions.js';
import { answersOf, depths } from '../../colours/regions.js';
import { attribute, h, say } from '../dom.js';
import { MARKED, chip, cross, dot } from './marks.js';
import { ring } from '../microscope/loupe.js';

/** Data this near to the slice's saturation is shown on it. */
const NEAR = 0.2;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createDecision(dispatch) {
  const title = h('h2');
  const canvas = h('canvas', { role: 'img' });
  const slider = h('input', { type: 'range', min: '0', max: '100', id: 'slice', input: () => dispatch('put', { slice: Number(slider.value) }) });
  const [label, value] = [h('label', { for: 'slice' }), h('output')];
  const note = h('p', { class: 'note' });
  const element = h('section', { class: 'decision' }, title, canvas, h('div', { class: 'slice' }, label, slider, value), note);
  /** The colours of the slice, one pixel each; the same as large as the picture, made anew where one of the two changes. */
  const [base, ground] = [h('canvas'), h('canvas')];
  let enlarged = '';
  /** @type {{ model: import('../../app/view-model.js').Model, marked: readonly import('../../colours/predictions.js').Judged[] } | null} */
  let latest = null;
  new ResizeObserver(() => draw()).observe(canvas);

  canvas.addEventListener('click', (event) => {
    const rect = canvas.getBoundingClientRect();
    const [x, y] = [(event.clientX - rect.left) / rect.width, (event.clientY - rect.top) / rect.height];
    const context = base.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const clamp = (/** @type {number} */ at, /** @type {number} */ size) => Math.min(size - 1, Math.max(0, Math.floor(at * size)));
    dispatch('color', [...context.getImageData(clamp(x, base.width), clamp(y, base.height), 1, 1).data.slice(0, 3)]);
  });

  /**
   * @param {import('../../app/view-model.js').Model} model
   * @param {import('../../colours/predictions.js').Judged[]} part
   */
  function update(model, part) {
    const { text, state } = model;
    const close = near(part, state.slice);
    latest = { model, marked: thinned(close, MARKED) };
    say(title, text.decision);
    say(label, text.slice);
    say(value, `${state.slice} %`);
    if (Number(slider.value) !== state.slice) slider.value = String(state.slice);
    slider.style.setProperty('--share', `${state.slice}%`);
    attribute(canvas, 'aria-label', text.decisionLabel(state.slice));
    attribute(canvas, 'title', text.decisionHint);
    say(note, text.onSlice(close.length, part.length) + (close.length > MARKED ? text.marked(MARKED) : ''));
    draw();
  }

  function draw() {
    if (!latest || !latest.model.space || canvas.clientWidth === 0) return;
    const { model, marked } = latest;
    const { maps, space, data, state, dark } = model;
    const fine = Math.min(2, devicePixelRatio);
    const [wide, tall] = [canvas.clientWidth, canvas.clientHeight];
    const size = { width: Math.round(wide * fine), height: Math.round(tall * fine) };
    if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
    const context = canvas.getContext('2d');
    if (!context || !space) return;
    context.setTransform(fine, 0, 0, fine, 0, 0);
    const now = `${state.slice} ${size.width} ${size.height}`;
    if (now !== enlarged) {
      imprint(base, space.colours, maps);
      Object.assign(ground, size);
      const large = /** @type {CanvasRenderingContext2D} */ (ground.getContext('2d'));
      large.imageSmoothingQuality = 'high';
      large.drawImage(base, 0, 0, size.width, size.height);
      enlarged = now;
    }
    context.drawImage(ground, 0, 0, wide, tall);
    const classes = data.classes.length;
    const answers = answersOf(space.decision, classes);
    border(context, space.decision, answers, classes, maps, [wide, tall]);
    for (const { sample, answer } of marked) {
      const at = place(sample.rgb);
      const [x, y] = [at.x * wide, at.y * tall];
      if (answer === sample.label) dot(context, x, y, sample.rgb);
      else cross(context, x, y);
    }
    ring(context, place(model.shown.rgb), { width: wide, height: tall });
    depths(answers, [maps.height, maps.width], classes).forEach((at, i) => {
      if (at === null) return;
      const [x, y] = [at % maps.width, Math.floor(at / maps.width)];
      chip(context, model.classNames[i], ((x + 0.5) / maps.width) * wide, ((y + 0.5) / maps.height) * tall, [wide, tall], dark);
    });
  }

  return { element, update };
}

/**
 * The colours that lie near a slice.
 * @param {import('../../colours/predictions.js').Judged[]} part
 * @param {number} slice percent
 */
function near(part, slice) {
  return part.filter(({ sample }) => Math.abs(place(sample.rgb).saturation - slice / 100) <= NEAR);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} colours
 * @param {{ width: number, height: number }} size
 */
function imprint(canvas, colours, { width, height }) {
  Object.assign(canvas, { width, height });
  const image = new ImageData(width, height);
  for (let i = 0; i < width * height; i += 1) {
    image.data.set(colours.subarray(i * 3, i * 3 + 3), i * 4);
    image.data[i * 4 + 3] = 255;
  }
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
}

/**
 * Draws the line between the classes: where the answer changes from one pixel to the next, the probabilities
 * between the places of the grid taken as straight. Hue goes around.
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} decision
 * @param {Uint8Array} corners the class at each place of the grid
 * @param {number} classes
 * @param {{ width: number, height: number }} grid
 * @param {[number, number]} size
 */
function border(context, decision, corners, classes, grid, [wide, tall]) {
  const answers = new Uint8Array(wide * tall);
  for (let y = 0; y < tall; y += 1) {
    const v = Math.min(grid.height - 1, Math.max(0, ((y + 0.5) / tall) * grid.height - 0.5));
    const [top, down] = [Math.floor(v), v % 1];
    const below = Math.min(grid.height - 1, top + 1);
    for (let x = 0; x < wide; x += 1) {
      const u = ((x + 0.5) / wide) * grid.width - 0.5 + grid.width;
      const [left, over] = [Math.floor(u) % grid.width, u % 1];
      const right = (left + 1) % grid.width;
      const [a, b, c, d] = [top * grid.width + left, top * grid.width + right, below * grid.width + left, below * grid.width + right];
      // Between places of one class there is no other.
      if (corners[a] === corners[b] && corners[a] === corners[c] && corners[a] === corners[d]) {
        answers[y * wide + x] = corners[a];
        continue;
      }
      let [best, most] = [0, -1];
      for (let i = 0; i < classes; i += 1) {
        const upper = decision[a * classes + i] * (1 - over) + decision[b * classes + i] * over;
        const lower = decision[c * classes + i] * (1 - over) + decision[d * classes + i] * over;
        const share = upper * (1 - down) + lower * down;
        if (share > most) [best, most] = [i, share];
      }
      answers[y * wide + x] = best;
    }
  }
  // Points of a row that follow one another are one bar, single ones with those under them another: a thousand small
  // squares take long to draw.
  const changes = (/** @type {number} */ x, /** @type {number} */ y) => {
    const at = y * wide + x;
    return (x + 1 < wide && answers[at] !== answers[at + 1]) || (y + 1 < tall && answers[at] !== answers[at + wide]);
  };
  const line = new Path2D();
  /** Where the bar of single points in each column begins; −1 where there is none. */
  const begun = new Int16Array(wide).fill(-1);
  const close = (/** @type {number} */ x, /** @type {number} */ y) => {
    if (begun[x] >= 0) line.rect(x, begun[x], 1, y - begun[x]);
    begun[x] = -1;
  };
  for (let y = 0; y < tall; y += 1) {
    for (let x = 0; x < wide; ) {
      const from = x;
      while (x < wide && changes(x, y)) x += 1;
      if (x - from === 1) begun[from] = begun[from] < 0 ? y : begun[from];
      else for (let i = from; i < x; i += 1) close(i, y);
      if (x - from > 1) line.rect(from, y, x - from, 1);
      if (x < wide) close(x, y);
      x += 1;
    }
  }
  for (let x = 0; x < wide; x += 1) close(x, tall);
  for (const [style, width] of /** @type {[string, number][]} */ ([['#fff', 4.5], ['#000', 1.4]])) {
    Object.assign(context, { strokeStyle: style, lineWidth: width });
    context.stroke(line);
  }
}
