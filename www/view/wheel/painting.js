// Painting the wheel: the disc of colours, and over it, in ink, the borders and the names.

/** The width of a border and of its casing, px, for a wheel of 176 px; they grow with its square root. */
const [INK, CASING] = [2, 4.6];
/** The older borders under it: their widths, how dark the youngest of them is, and how much fainter each gets with the next. */
const [GHOST, GHOST_CASING, FADED, FADES] = [1.1, 2.6, 0.55, 0.22];
/** Room beside and above the words of a name, px. */
const [BESIDE, ABOVE] = [7, 3.5];
/** The widest words on a slip, px; longer ones are cut. */
const WIDEST = 84;

/** @typedef {{ ink: string, paper: string, font: string, size: number }} Look the colours of the page, and the type of the names */

/** The hues around the disc, from red on. */
const HUES = ['#f00', '#ff0', '#0f0', '#0ff', '#00f', '#f0f', '#f00'];

/**
 * The disc in a brightness. Between two of the hues, from white to a hue, and from black to the full brightness every
 * channel changes evenly, so that three gradients give each colour.
 * @param {CanvasRenderingContext2D} context
 * @param {number} value the brightness, 0 to 1
 */
export function paintDisc(context, value) {
  const size = context.canvas.width;
  const middle = size / 2;
  // Red is at the bottom.
  const around = context.createConicGradient(Math.PI / 2, middle, middle);
  HUES.forEach((hue, i) => around.addColorStop(i / (HUES.length - 1), hue));
  const out = context.createRadialGradient(middle, middle, 0, middle, middle, middle);
  out.addColorStop(0, '#ffff');
  out.addColorStop(1, '#fff0');
  context.clearRect(0, 0, size, size);
  context.save();
  clip(context, size);
  for (const fill of [around, out, `rgb(0 0 0 / ${1 - value})`]) {
    context.fillStyle = fill;
    context.fillRect(0, 0, size, size);
  }
  context.restore();
}

/**
 * A path through lines, smooth, in units of the disc.
 * @param {readonly import('./borders.js').Line[]} lines
 */
export function pathOf(lines) {
  const path = new Path2D();
  for (const line of lines) {
    const last = line.length - 2;
    const closed = last > 2 && line[0] === line[last] && line[1] === line[last + 1];
    const middle = (/** @type {number} */ at) => /** @type {const} */ ([(line[at] + line[at + 2]) / 2, (line[at + 1] + line[at + 3]) / 2]);
    if (closed) path.moveTo(...middle(0));
    else path.moveTo(line[0], line[1]);
    for (let at = 2; at < last; at += 2) path.quadraticCurveTo(line[at], line[at + 1], ...middle(at));
    if (closed) path.quadraticCurveTo(line[0], line[1], ...middle(0));
    else path.lineTo(line[last], line[last + 1]);
  }
  return path;
}

/**
 * A border in ink.
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {Look} look
 * @param {number} ratio device pixels of a px
 */
export function paintBorder(context, path, look, ratio) {
  stroke(context, path, [[look.paper, CASING], [look.ink, INK]], ratio);
}

/**
 * Adds a border to the older ones, each of which is fainter by now. They are kept as a picture: eleven borders that are
 * drawn anew in every frame cost a quarter of it.
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {Look} look
 * @param {number} ratio device pixels of a px
 */
export function addGhost(context, path, look, ratio) {
  const size = context.canvas.width;
  context.globalCompositeOperation = 'destination-out';
  context.globalAlpha = FADES;
  context.fillRect(0, 0, size, size);
  context.globalCompositeOperation = 'source-over';
  context.globalAlpha = FADED;
  stroke(context, path, [[look.paper, GHOST_CASING], [look.ink, GHOST]], ratio);
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path in units of the disc
 * @param {[string, number][]} strokes
 * @param {number} ratio device pixels of a px
 */
function stroke(context, path, strokes, ratio) {
  const size = context.canvas.width;
  context.save();
  clip(context, size);
  context.setTransform(size / 2, 0, 0, size / 2, size / 2, size / 2);
  Object.assign(context, { lineCap: 'round', lineJoin: 'round' });
  const unit = Math.sqrt(size / ratio / 176) * ratio * (2 / size);
  for (const [strokeStyle, width] of strokes) {
    Object.assign(context, { strokeStyle, lineWidth: width * unit });
    context.stroke(path);
  }
  context.restore();
}

/** A name on a slip of paper, as a picture, and the same turned over, paper on ink. @typedef {{ plain: OffscreenCanvas, turned: OffscreenCanvas }} Slip */

/**
 * A name drawn once: words on the page's own canvas would have its style computed anew in every frame.
 * @param {string} name
 * @param {Look} look
 * @param {number} ratio device pixels of a px
 * @returns {Slip}
 */
export function slipOf(name, { ink, paper, font, size }, ratio) {
  const measure = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext('2d'));
  measure.font = font;
  let words = name;
  for (let length = name.length - 1; length > 0 && measure.measureText(words).width > WIDEST; length -= 1) words = `${name.slice(0, length)}…`;
  const [wide, tall] = [measure.measureText(words).width + 2 * BESIDE, size * 1.25 + 2 * ABOVE];
  const picture = (/** @type {string} */ ground, /** @type {string} */ text) => {
    const canvas = new OffscreenCanvas(Math.ceil((wide + 2) * ratio), Math.ceil((tall + 2) * ratio));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.scale(ratio, ratio);
    context.beginPath();
    context.roundRect(1, 1, wide, tall, tall / 2);
    Object.assign(context, { font, fillStyle: ground, strokeStyle: text, lineWidth: 1, textAlign: 'center', textBaseline: 'middle' });
    context.fill();
    context.stroke();
    context.fillStyle = text;
    context.fillText(words, 1 + wide / 2, 1.5 + tall / 2);
    return canvas;
  };
  return { plain: picture(paper, ink), turned: picture(ink, paper) };
}

/**
 * Pictures by their middles, in units of the disc.
 * @param {CanvasRenderingContext2D} context
 * @param {readonly { picture: OffscreenCanvas, x: number, y: number }[]} placed
 */
export function paintSlips(context, placed) {
  const half = context.canvas.width / 2;
  for (const { picture, x, y } of placed) context.drawImage(picture, Math.round((x + 1) * half - picture.width / 2), Math.round((y + 1) * half - picture.height / 2));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 */
function clip(context, size) {
  context.beginPath();
  context.arc(size / 2, size / 2, size / 2, 0, 2 * Math.PI);
  context.clip();
}
