// The scene as a still picture, for a slide or a report: read off the page as it stands, drawn anew as SVG.
import { svg } from '../dom.js';

/** How much finer than the page a PNG is. */
const FINE = 2;
/** Paper around the scene, px. */
const MARGIN = 16;
/** How opaque the frame of a cell is at least. */
const RIM = 0.25;
/** How far the baseline is below the middle of letters, in sizes of the font. */
const BASELINE = 0.35;

/**
 * The scene as SVG, everything in it.
 * @param {ParentNode} root where the scene stands, visible
 * @param {string} title
 * @returns {{ text: string, width: number, height: number }}
 */
export function still(root, title) {
  const scene = /** @type {HTMLElement} */ (root.querySelector('.scene'));
  const frame = scene.getBoundingClientRect();
  const [width, height] = [Math.round(frame.width + 2 * MARGIN), Math.round(frame.height + 2 * MARGIN)];
  const style = getComputedStyle(scene);
  const paper = getComputedStyle(/** @type {Element} */ (root.querySelector('.app'))).backgroundColor;
  const picture = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': style.fontFamily });
  const name = svg('title');
  name.textContent = title;
  picture.append(name, svg('rect', { width, height, ...paint('fill', paper) }));
  const place = (/** @type {Element} */ element) => {
    const { x, y, width: wide, height: tall } = element.getBoundingClientRect();
    return { x: x - frame.x + MARGIN, y: y - frame.y + MARGIN, width: wide, height: tall };
  };
  for (const current of scene.querySelectorAll('[data-current] .box')) {
    const { borderColor, backgroundColor } = getComputedStyle(current);
    picture.append(svg('rect', { ...place(current), rx: 8, ...paint('fill', backgroundColor), ...paint('stroke', borderColor), 'stroke-width': 1.5 }));
  }
  for (const canvas of scene.querySelectorAll('canvas')) {
    if (!canvas.checkVisibility({ visibilityProperty: true }) || canvas.width === 0 || canvas.height === 0) continue;
    picture.append(svg('image', { ...place(canvas), href: canvas.toDataURL(), preserveAspectRatio: 'none', 'image-rendering': 'pixelated' }));
  }
  for (const cell of scene.querySelectorAll('.cell')) picture.append(...cellOf(/** @type {HTMLElement} */ (cell), place(cell)));
  for (const line of scene.querySelectorAll('.lines path')) {
    const { stroke, strokeDasharray, strokeWidth, opacity } = getComputedStyle(line);
    const { x, y } = place(/** @type {Element} */ (scene.querySelector('.grid')));
    picture.append(svg('path', { d: line.getAttribute('d') ?? '', transform: `translate(${x} ${y})`, fill: 'none', ...paint('stroke', stroke), 'stroke-width': strokeWidth, opacity, 'stroke-dasharray': strokeDasharray }));
  }
  for (const frame of scene.querySelectorAll('.mark, .ring, .cell.selected')) {
    if (!frame.checkVisibility({ visibilityProperty: true })) continue;
    const { outlineColor, borderRadius } = getComputedStyle(frame);
    const { x, y, width, height } = place(frame);
    const rx = borderRadius === '50%' ? width / 2 : width * 0.12;
    picture.append(svg('rect', { x: x - 2, y: y - 2, width: width + 4, height: height + 4, rx, fill: 'none', ...paint('stroke', outlineColor), 'stroke-width': 2 }));
  }
  for (const words of scene.querySelectorAll('.name b, .name small, .caption, .signs')) picture.append(...textOf(words, place(words)));
  return { text: new XMLSerializer().serializeToString(picture), width, height };
}

/**
 * The picture as a PNG.
 * @param {{ text: string, width: number, height: number }} picture
 * @returns {Promise<Blob>}
 */
export async function png({ text, width, height }) {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * FINE, height: height * FINE });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('the picture could not be made')))));
}

/**
 * A cell: its tint, its frame, its number and its name.
 * @param {HTMLElement} cell
 * @param {{ x: number, y: number, width: number, height: number }} place
 */
function cellOf(cell, { x, y, width, height }) {
  const style = getComputedStyle(cell);
  const minus = cell.classList.contains('minus') && !cell.closest('[data-seeing]');
  const thick = minus ? Math.max(1.5, width * (width > 30 ? 0.06 : 0.2)) : 1;
  /** @type {SVGElement[]} */
  const parts = [
    svg('rect', {
      x: x + thick / 2, y: y + thick / 2, width: width - thick, height: height - thick, rx: width * 0.12,
      ...paint('fill', style.backgroundColor), ...paint('stroke', style.color), 'stroke-width': thick,
      'stroke-opacity': minus ? Math.max(RIM, Number(style.getPropertyValue('--s'))) : RIM, opacity: style.opacity,
    }),
  ];
  if (cell.matches('.blocked') && !cell.closest('[data-seeing]')) {
    const { backgroundImage } = getComputedStyle(cell, '::before');
    parts.push(svg('path', { d: `M${x + width} ${y}L${x} ${y + height}`, ...paint('stroke', /rgba?\([^)]*\)|color\([^)]*\)/.exec(backgroundImage.replaceAll('rgba(0, 0, 0, 0)', ''))?.[0] ?? style.color), 'stroke-width': width * 0.16, opacity: style.opacity }));
  }
  const words = cell.textContent ?? '';
  if (words) parts.push(label(words, x + width / 2, y + height / 2, style, 'middle'));
  const name = cell.getAttribute('data-class');
  if (name) parts.push(label(fitted(name, width), x + width / 2, y + height + 9, getComputedStyle(cell, '::after'), 'middle'));
  return parts;
}

/**
 * The lines of an element of words.
 * @param {Element} element
 * @param {{ x: number, y: number, width: number, height: number }} place
 */
function textOf(element, { x, y, width, height }) {
  const style = getComputedStyle(element);
  const lines = (element.textContent ?? '').split('\n');
  const right = style.textAlign === 'right';
  const middle = element.closest('.name') !== null;
  return lines.filter((line) => line !== '').map((line) => {
    const row = lines.indexOf(line);
    return label(line, right ? x + width : middle ? x + width / 2 : x, y + ((row + 0.5) * height) / lines.length, style, right ? 'end' : middle ? 'middle' : 'start');
  });
}

/**
 * @param {string} words
 * @param {number} x
 * @param {number} y the middle of the line
 * @param {CSSStyleDeclaration} style
 * @param {string} anchor
 */
function label(words, x, y, style, anchor) {
  const middle = y + Number.parseFloat(style.fontSize) * BASELINE;
  const text = svg('text', { x, y: middle, 'text-anchor': anchor, ...paint('fill', style.color), 'font-size': style.fontSize, 'font-weight': style.fontWeight, 'xml:space': 'preserve' });
  text.textContent = words;
  return text;
}

/** Each colour of a stylesheet as red, green, blue and opacity. @type {Map<string, [string, number]>} */
const plain = new Map();

/**
 * A paint as every program that reads SVG knows it: `#rrggbb` and an opacity, whatever the stylesheet mixed it from.
 * @param {'fill' | 'stroke'} name
 * @param {string} color
 */
function paint(name, color) {
  const [hex, opacity] = plain.get(color) ?? mixed(color);
  plain.set(color, [hex, opacity]);
  return opacity === 1 ? { [name]: hex } : { [name]: hex, [`${name}-opacity`]: opacity };
}

/**
 * @param {string} color
 * @returns {[string, number]}
 */
function mixed(color) {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return ['#808080', 1];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  return [`#${[r, g, b].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`, a / 255];
}

/** How many letters of a class's name stand under a cell, in cells: wide ones count twice. */
const LETTERS = 0.21;

/**
 * A name as far as there is room for it under a cell.
 * @param {string} name
 * @param {number} width of the cell, px
 */
function fitted(name, width) {
  let room = Math.floor(width * LETTERS);
  const size = (/** @type {string} */ letter) => (letter.charCodeAt(0) > 0x2e80 ? 2 : 1);
  const letters = [...name];
  if (letters.reduce((sum, letter) => sum + size(letter), 0) <= room) return name;
  const kept = letters.filter((letter) => (room -= size(letter)) > 0);
  return `${kept.join('')}…`;
}
