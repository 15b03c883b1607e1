// The RGB cube: the faces between the classes, the data in it. Turned by drag, touch and arrow keys.
import { hex } from '../../util/format.js';
import { thinned } from '../../colours/predictions.js';
import { depths } from '../../colours/regions.js';
import { CORNERS, EDGES, faces, pointOf, viewOf } from './projection.js';
import { attribute, h, say } from '../dom.js';
import { MARKED, chip, cross, dot } from './marks.js';

/** How it is looked at first, radians. */
const FIRST = { turn: -0.5, tip: 0.35 };
/** How far it can be tipped. */
const TIP = 1.5;
/** A press of an arrow key, and a pixel of a drag, radians. */
const KEY = 0.15;
const PIXEL = 0.011;
/** Paper around the cube, px. */
const MARGIN = 15;
/** The radius of a colour that is named right, px. */
const POINT = 1.7;
/** Half a cross, px. */
const WRONG = 3.2;
/** The ends of the axes, as corners. */
const AXES = [[4, 'R'], [2, 'G'], [1, 'B']];

/** A colour of the data, and the class that it is given. @typedef {Pick<import('../../colours/predictions.js').Judged, 'sample' | 'answer'>} Answered */

/**
 * What the cube shows.
 * @typedef {object} Shown
 * @property {import('../../text/index.js').Text} text
 * @property {boolean} dark
 * @property {import('../../lesson/planes.js').Space | null} space the class at each place of a lattice; null where it isn't computed
 * @property {readonly string[]} names of the classes
 */

export function createCube() {
  const title = h('h2');
  const canvas = h('canvas', { tabIndex: 0, role: 'application' });
  const element = h('section', { class: 'cube' }, title, canvas);
  const at = { ...FIRST };
  /** @type {{ shown: Shown, part: readonly Answered[] } | null} */
  let latest = null;
  /** The faces of the answers they were made of. @type {{ of: Uint8Array, faces: import('./projection.js').Face[], names: (number | null)[] } | null} */
  let cut = null;
  /** @type {{ id: number, x: number, y: number } | null} */
  let held = null;
  new ResizeObserver(() => draw()).observe(canvas);

  /**
   * @param {number} turn
   * @param {number} tip
   */
  function turnBy(turn, tip) {
    at.turn += turn;
    at.tip = Math.min(TIP, Math.max(-TIP, at.tip + tip));
    draw();
  }

  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    held = { id: event.pointerId, x: event.clientX, y: event.clientY };
  });
  canvas.addEventListener('pointermove', (event) => {
    if (held?.id !== event.pointerId) return;
    turnBy((event.clientX - held.x) * PIXEL, (event.clientY - held.y) * PIXEL);
    Object.assign(held, { x: event.clientX, y: event.clientY });
  });
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => (held = null));
  canvas.addEventListener('keydown', (event) => {
    const turns = { ArrowLeft: [-KEY, 0], ArrowRight: [KEY, 0], ArrowUp: [0, -KEY], ArrowDown: [0, KEY] };
    const turn = turns[/** @type {keyof typeof turns} */ (event.key)];
    if (turn) turnBy(turn[0], turn[1]);
    else if (event.key === 'Home') turnBy(FIRST.turn - at.turn, FIRST.tip - at.tip);
    else return;
    event.preventDefault();
  });

  /**
   * @param {Shown} shown
   * @param {readonly Answered[]} part
   */
  function update(shown, part) {
    const { text } = shown;
    latest = shown.space ? { shown, part: thinned(part, MARKED) } : null;
    const wrong = part.filter(({ sample, answer }) => sample.label !== answer).length;
    say(title, text.cube);
    attribute(canvas, 'title', text.cubeHint);
    attribute(canvas, 'aria-label', text.cubeLabel(part.length, wrong));
    draw();
  }

  function draw() {
    const space = latest?.shown.space;
    if (!latest || !space || canvas.clientWidth === 0) return;
    const { shown: { names, dark }, part } = latest;
    if (cut?.of !== space.cube) {
      const sizes = [space.side, space.side, space.side];
      cut = { of: space.cube, faces: faces(space.cube, space.side), names: depths(space.cube, sizes, names.length) };
    }
    const fine = Math.min(2, devicePixelRatio);
    const [wide, tall] = [canvas.clientWidth, canvas.clientHeight];
    const size = { width: Math.round(wide * fine), height: Math.round(tall * fine) };
    if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(fine, 0, 0, fine, 0, 0);
    context.clearRect(0, 0, wide, tall);
    context.lineJoin = 'round';

    const [ink, line] = dark ? ['#eceae4', '#565a63'] : ['#1c1e24', '#bdb9ab'];
    const view = viewOf(at.turn, at.tip);
    const scale = Math.min(wide, tall) / 2 - MARGIN;
    const put = (/** @type {readonly number[]} */ point) => {
      const { x, y, depth } = view(point);
      return { x: wide / 2 + x * scale, y: tall / 2 + y * scale, depth };
    };
    const corners = CORNERS.map(put);
    const nearest = corners.reduce((best, corner, i) => (corner.depth > corners[best].depth ? i : best), 0);
    const edge = (/** @type {boolean} */ front) => {
      for (const [a, b] of EDGES) {
        const touches = a === nearest || b === nearest;
        if (touches !== front) continue;
        context.beginPath();
        context.moveTo(corners[a].x, corners[a].y);
        context.lineTo(corners[b].x, corners[b].y);
        Object.assign(context, { strokeStyle: line, lineWidth: 1 });
        context.stroke();
      }
    };
    edge(false);
    /** @type {{ depth: number, draw: () => void }[]} */
    const things = cut.faces.map((face) => ({ depth: view(face.middle).depth, draw: () => fill(context, face, put, ink) }));
    for (const { sample, answer } of part) {
      const { x, y, depth } = put(sample.rgb.map((channel) => channel / 255));
      const right = sample.label === answer;
      // Draw wrong answers last, so that no face hides them.
      things.push({ depth: right ? depth : depth + 2, draw: () => (right ? dot(context, x, y, sample.rgb, POINT) : cross(context, x, y, WRONG)) });
    }
    for (const thing of things.sort((a, b) => a.depth - b.depth)) thing.draw();
    edge(true);
    Object.assign(context, { font: `600 11px ${getComputedStyle(canvas).fontFamily}`, fillStyle: ink, textAlign: 'center', textBaseline: 'middle' });
    for (const [corner, name] of AXES) {
      const { x, y } = corners[/** @type {number} */ (corner)];
      const long = Math.hypot(x - wide / 2, y - tall / 2) || 1;
      context.fillText(String(name), x + ((x - wide / 2) / long) * 9, y + ((y - tall / 2) / long) * 9);
    }
    cut.names.forEach((place, i) => {
      if (place === null) return;
      const { x, y } = put(pointOf(place, space.side));
      chip(context, names[i], x, y, [wide, tall], dark);
    });
  }

  return { element, update };
}

/**
 * One face between two classes, in the colours that lie there.
 * @param {CanvasRenderingContext2D} context
 * @param {import('./projection.js').Face} face
 * @param {(point: readonly number[]) => { x: number, y: number }} put
 * @param {string} ink
 */
function fill(context, face, put, ink) {
  context.beginPath();
  for (const corner of face.corners) {
    const { x, y } = put(corner);
    context.lineTo(x, y);
  }
  context.closePath();
  context.globalAlpha = 0.62;
  context.fillStyle = hex(face.middle.map((share) => Math.round(share * 255)));
  context.fill();
  context.globalAlpha = 0.28;
  Object.assign(context, { strokeStyle: ink, lineWidth: 0.7 });
  context.stroke();
  context.globalAlpha = 1;
}
