// The scene as a still picture, for a slide or a report: read off the page as it stands, drawn anew as SVG.
import { svg } from '../dom.js';

/** How much finer than the page a PNG is. */
const FINE = 2;
/** Paper around the scene, and over it where names are put there, px. */
const [MARGIN, NAMES] = [16, 24];
/** How far the baseline is below the middle of letters, in sizes of the font. */
const BASELINE = 0.35;

/**
 * The scene as SVG, everything in it.
 * @param {ParentNode} root where the scene stands, visible
 * @param {string} title
 * @returns {{ text: string, width: number, height: number }}
 */
export function still(root, title) {
  const stage = /** @type {HTMLElement} */ (root.querySelector('.stage'));
  const frame = stage.getBoundingClientRect();
  // Where the stops of the walk are the columns' names, the picture has none of its own.
  const unnamed = [...stage.querySelectorAll('.column')].filter((column) => column.checkVisibility() && !column.querySelector('.name b')?.checkVisibility());
  const top = MARGIN + (unnamed.length > 0 ? NAMES : 0);
  const [width, height] = [Math.round(frame.width + 2 * MARGIN), Math.round(frame.height + top + MARGIN)];
  const style = getComputedStyle(stage);
  const paper = getComputedStyle(/** @type {Element} */ (root.querySelector('.app'))).backgroundColor;
  const picture = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': style.fontFamily });
  const name = svg('title');
  name.textContent = title;
  picture.append(name, svg('rect', { width, height, ...paint('fill', paper) }));
  const place = (/** @type {Element} */ element) => {
    const { x, y, width: wide, height: tall } = element.getBoundingClientRect();
    return { x: x - frame.x + MARGIN, y: y - frame.y + top, width: wide, height: tall };
  };
  for (const part of stage.querySelectorAll('*')) {
    if (!part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || part.closest('.toggle, .live')) continue;
    if (part instanceof HTMLCanvasElement) {
      if (part.width > 0 && part.height > 0) picture.append(svg('image', { ...place(part), href: part.toDataURL(), preserveAspectRatio: 'none' }));
    } else if (part instanceof SVGPathElement) picture.append(...pathOf(part, place(/** @type {Element} */ (part.ownerSVGElement))));
    else if (part instanceof HTMLElement) picture.append(...boxOf(part, place(part)), ...wordsOf(part, place(part)));
  }
  for (const column of unnamed) {
    const { x, width: wide } = place(column);
    const words = /** @type {HTMLElement} */ (column.querySelector('.name b'));
    picture.append(label(words.textContent ?? '', x + wide / 2, MARGIN + NAMES / 2, getComputedStyle(words), 'middle'));
  }
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
 * An element's ground and frame.
 * @param {HTMLElement} element
 * @param {{ x: number, y: number, width: number, height: number }} place
 * @returns {SVGElement[]} none where it has neither
 */
function boxOf(element, { x, y, width, height }) {
  const style = getComputedStyle(element);
  const ring = Number.parseFloat(style.outlineWidth) || 0;
  const edge = style.outlineStyle === 'solid' && ring > 0 ? { thick: ring, color: style.outlineColor, out: 2 } : { thick: Number.parseFloat(style.borderTopWidth) || 0, color: style.borderTopColor, out: 0 };
  const [, ground] = mixed(style.backgroundColor);
  if (ground === 0 && edge.thick === 0) return [];
  const inset = edge.thick / 2 - edge.out;
  const rx = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, height / 2);
  const size = { x: x + inset, y: y + inset, width: Math.max(0, width - 2 * inset), height: Math.max(0, height - 2 * inset), rx };
  const frame = edge.thick > 0 ? { ...paint('stroke', edge.color), 'stroke-width': edge.thick } : {};
  return [svg('rect', { ...size, ...(ground > 0 ? paint('fill', style.backgroundColor) : { fill: 'none' }), ...frame, opacity: style.opacity })];
}

/**
 * The words that stand in an element itself.
 * @param {HTMLElement} element
 * @param {{ x: number, y: number, width: number, height: number }} place
 */
function wordsOf(element, { x, y, width, height }) {
  const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('');
  if (words.trim() === '') return [];
  const style = getComputedStyle(element);
  const left = Number.parseFloat(style.paddingLeft) || 0;
  const anchor = ['right', 'end'].includes(style.textAlign) ? 'end' : style.textAlign === 'center' ? 'middle' : 'start';
  return [label(words, anchor === 'end' ? x + width : anchor === 'middle' ? x + width / 2 : x + left, y + height / 2, style, anchor)];
}

/**
 * @param {SVGPathElement} path
 * @param {{ x: number, y: number, width: number, height: number }} place of its picture
 */
function pathOf(path, { x, y, width, height }) {
  const { fill, stroke, strokeWidth } = getComputedStyle(path);
  const box = path.ownerSVGElement?.viewBox.baseVal;
  if (!box || box.width === 0) return [];
  const scale = Math.min(width / box.width, height / box.height);
  const middle = `translate(${x + width / 2} ${y + height / 2}) scale(${scale}) translate(${-(box.x + box.width / 2)} ${-(box.y + box.height / 2)})`;
  const paints = { ...(fill === 'none' ? { fill } : paint('fill', fill)), ...(stroke === 'none' ? { stroke } : paint('stroke', stroke)) };
  return [svg('path', { d: path.getAttribute('d') ?? '', transform: middle, ...paints, 'stroke-width': strokeWidth })];
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
