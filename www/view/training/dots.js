// The dots of a data set on one canvas: round for a colour to learn from, square for one to test with; a picture is drawn as
// it is. A cross is on one that is named wrong. Only what has changed is drawn. A dot pops once when it turns right, and cracks when it turns wrong again.
import { isPicture } from '../../core/tensor-shape.js';
import { hex } from '../../util/format.js';
import { createSheet } from '../picture-sheet.js';
import { rowsIn, spotOf } from './rows.js';
import { createSurface } from './surface.js';

/** How long a dot moves, ms, and how many do at a time: of more at once nobody sees a single one. */
const [MOVES, MOVING] = [280, 500];
/**
 * Where dots, or pictures, are closer than this, px, no cross can be seen: then those that are named right fill their places,
 * and the others are left out.
 */
const SMALLEST = { colour: 4, picture: 10 };

/** @typedef {import('./rows.js').Dot} Dot */

/** @param {() => void} arranged called when the dots stand elsewhere */
export function createDots(arranged) {
  const surface = createSurface(() => {
    arrange();
    arranged();
  });
  const { context } = surface;
  const sheet = createSheet();
  let pictures = false;
  const small = () => rows.pitch < SMALLEST[pictures ? 'picture' : 'colour'];
  /** @type {readonly Dot[]} */
  let dots = [];
  /** Which are named wrong. */
  let wrong = new Uint8Array(0);
  let here = -1;
  let rows = rowsIn(0, 0, 1, 1);
  /** When each dot that moves began, ms. @type {Map<number, number>} */
  const moving = new Map();
  let frame = 0;
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  function arrange() {
    const before = dots.findIndex(({ test }) => test);
    rows = rowsIn(before < 0 ? dots.length : before, dots.length, surface.width(), surface.height(), pictures);
    context.clearRect(0, 0, surface.width(), surface.height());
    dots.forEach((_, i) => paint(i, 1));
  }

  /** @param {number} now */
  function move(now) {
    frame = 0;
    for (const [i, start] of moving) {
      const share = Math.min(1, Math.max(0, now - start) / MOVES);
      if (share === 1) moving.delete(i);
      paint(i, share);
    }
    if (moving.size > 0) frame = requestAnimationFrame(move);
  }

  /**
   * Paints a dot into its own place.
   * @param {number} i
   * @param {number} share of its movement
   */
  function paint(i, share) {
    if (surface.width() === 0 || !dots[i]) return;
    const { pitch } = rows;
    const { column, row } = spotOf(rows, i);
    const { sample } = dots[i];
    const miss = wrong[i] === 1;
    const [left, top] = [column * pitch, row * pitch];
    context.clearRect(left, top, pitch, pitch);
    if (!pictures) context.fillStyle = hex(sample.rgb);
    if (small()) {
      if (!miss && pictures) sheet.draw(context, dots[i].index, left, top, pitch);
      else if (!miss) context.fillRect(left, top, pitch, pitch);
      if (pictures && i === here) ring(left, top, pitch);
      return;
    }
    const { ink, paper } = surface.palette();
    const [x, y] = [left + pitch / 2, top + pitch / 2];
    const rest = pitch * ((i === here ? 0.28 : 0.38) + (pictures ? 0.07 : 0));
    const beat = share < 1 ? Math.sin(Math.PI * share) : 0;
    // It pops up to the edge of its place.
    const radius = miss ? rest : rest + (pitch * 0.49 - rest) * beat;
    if (miss && beat > 0) {
      // Its two halves part, and come together again under the cross.
      for (const side of [-1, 1]) {
        context.save();
        context.beginPath();
        context.rect(side < 0 ? left : x, top, pitch / 2, pitch);
        context.clip();
        disc(x + side * pitch * 0.16 * beat, y + side * pitch * 0.08 * beat, radius, i);
        context.restore();
      }
    } else disc(x, y, radius, i);
    if (miss) {
      const arm = pitch * 0.4 * share;
      // A rim of paper parts the cross from a dark colour.
      cross(x, y, arm, paper, Math.max(2.4, pitch * 0.36));
      cross(x, y, arm, ink, Math.max(1.1, pitch * 0.15));
    }
    if (i === here) ring(left, top, pitch);
  }

  /**
   * Marks the dot on display.
   * @param {number} left
   * @param {number} top
   * @param {number} pitch
   */
  function ring(left, top, pitch) {
    context.lineWidth = 1.5;
    context.strokeStyle = surface.palette().ink;
    context.strokeRect(left + 0.75, top + 0.75, pitch - 1.5, pitch - 1.5);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {number} i
   */
  function disc(x, y, radius, i) {
    const { index, test } = dots[i];
    if (pictures) {
      sheet.draw(context, index, x - radius, y - radius, 2 * radius);
      return;
    }
    context.beginPath();
    if (test) context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    else context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} arm
   * @param {string} colour
   * @param {number} width
   */
  function cross(x, y, arm, colour, width) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineCap = 'butt';
    context.beginPath();
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x + arm, y - arm);
    context.lineTo(x - arm, y + arm);
    context.stroke();
  }

  return {
    element: surface.element,
    rows: () => rows,
    /**
     * Shows other dots.
     * @param {readonly Dot[]} now
     * @param {import('../../core/wasm.js').Data} data whose they are
     */
    build(now, data) {
      pictures = isPicture(data.shape);
      if (pictures) sheet.lay(data);
      dots = now;
      wrong = new Uint8Array(now.length);
      moving.clear();
      here = -1;
    },
    /**
     * @param {Uint8Array} misses 1 for each dot that is named wrong
     * @param {number} shown the dot on display; −1 where none is
     * @param {import('../../app/view-model.js').Model} model
     * @param {boolean} anew whether they are shown for the first time
     */
    update(misses, shown, model, anew) {
      const dressed = surface.dress(model);
      const moves = !anew && !still.matches && surface.width() > 0;
      const [past, now] = [here, performance.now()];
      here = shown;
      misses.forEach((miss, i) => {
        if (miss === wrong[i]) return;
        wrong[i] = miss;
        if (moves && !small() && moving.size < MOVING) moving.set(i, now);
        else if (!anew) {
          moving.delete(i);
          paint(i, 1);
        }
      });
      if (anew || dressed) arrange();
      else if (past !== here) for (const i of [past, here]) if (i >= 0) paint(i, 1);
      if (moving.size > 0 && frame === 0) frame = requestAnimationFrame(move);
    },
  };
}
