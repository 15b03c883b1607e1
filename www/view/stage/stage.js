// The stage: the network from Data to Loss in one picture. Numbers, wires and gates are drawn on canvases; over them lie
// the elements that the keyboard, the screen reader and the pointer meet.
import { sees } from '../../app/view-model.js';
import { key, spot } from '../../explain/spot.js';
import { attribute, h } from '../dom.js';
import { createColumn } from './column.js';
import { createFoot } from './foot.js';
import { cellBox, isInked } from './block.js';
import { layOut } from './geometry.js';
import { createMapSheets } from './maps.js';
import { createMarks } from './marks.js';
import { createMotion } from './motion.js';
import { createInputPainter } from './pixels.js';
import { createPointing } from './pointing.js';
import { movementOf, placeOf } from './movements.js';
import { paletteAt } from './palette.js';
import { paintBase } from './paint-base.js';
import { paintInk } from './paint-ink.js';
import { createScales } from './held-scales.js';
import { meetsKey, roomOf } from './room.js';
import { visibleIn } from './visible.js';
import { involvedIn, movesIn, strongest, wiresAlong } from './wires.js';

/** @typedef {import('../../app/view-model.js').Model} Model */

/** How far over a column its name begins where one stands under another, em. */
const NAMED = 1.4;
/** How often the resting wires are chosen anew while training, ms. */
const CHOSEN_EVERY = 1000;

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 * @param {() => void} arranged called when the columns have got other places
 */
export function createStage(dispatch, page, arranged) {
  const [base, ink] = ['base', 'ink'].map((name) => h('canvas', { class: name, 'aria-hidden': 'true' }));
  const layer = h('div', { class: 'columns' });
  const marks = createMarks();
  const picture = h('div', { class: 'picture' }, base, ink, layer, marks.element);
  const foot = createFoot(dispatch);
  const element = h('section', { class: 'stage' }, picture, foot.element);
  /** @type {ReturnType<typeof createColumn>[]} */
  let columns = [];
  /** @type {boolean[]} */
  let shown = [];
  /** @type {import('./geometry.js').Geometry | null} */
  let geometry = null;
  /** @type {import('./palette.js').Palette | null} */
  let palette = null;
  /** @type {import('./wires.js').Wire[][]} */
  let resting = [];
  /** @type {ReturnType<typeof movesIn>} */
  let moves = null;
  const scales = createScales();
  /** @type {Model | null} */
  let latest = null;
  let [built, look, chosen, flat] = ['', '', -Infinity, false];
  /** Whether wishes were seen to come back along wires. */
  let back = false;
  /** Whether what lies under the ink has to be painted anew, also while training. */
  let stale = true;
  const [paintMaps, paintInput] = [createMapSheets(), createInputPainter()];
  const pointing = createPointing(layer, () => (latest && geometry ? { model: latest, blocks: geometry.blocks, shown } : null), press, dispatch, page);
  const motion = createMotion(() => paint());
  new ResizeObserver(() => arrange()).observe(element);

  /**
   * @param {Model} model
   * @param {boolean} [lively] whether only the ink is to be drawn: words and bars follow soon
   */
  function update(model, lively = false) {
    const before = latest;
    latest = model;
    if (lively) {
      scales.update(model.columns);
      motion.stop();
      paint(true);
      return;
    }
    element.classList.toggle('training', model.playing);
    attribute(element, 'aria-label', model.text.scene);
    const shape = String(model.columns.map(({ name, shape: sides }) => `${name}:${sides}`));
    const anew = shape !== built;
    if (anew) build(model, shape);
    const moved = show(visibleIn(model, flat)) || anew;
    const theme = `${model.state.theme} ${model.dark}`;
    if (theme !== look) [palette, look] = [null, theme];
    const now = performance.now();
    if (anew || !model.playing || now - chosen > CHOSEN_EVERY) {
      resting = model.columns.map((_, i) => strongest(model.columns, i));
      [chosen, stale] = [now, true];
    }
    scales.update(model.columns);
    columns.forEach((column, i) => column.update(model.columns[i], model, scales.of(model.columns[i].name)));
    moves = movesIn(model);
    foot.update(model, scales.wish(), moves?.times ?? null);
    if (moved) arrange();
    const kind = anew ? (model.opening ? 'sweep' : null) : firstSlowly(movementOf(before, model), model);
    if (kind && !model.paper) motion.begin(kind);
    else if (!before || placeOf(before) !== placeOf(model) || model.playing || model.paper) motion.stop();
    paint();
  }

  /**
   * The first time that wishes come back along wires it goes slowly, on one node before all.
   * @param {import('./motion.js').Kind | null} kind
   * @param {Model} model
   */
  function firstSlowly(kind, { columns: all }) {
    if (kind !== 'backward' || back || !all.some(({ current, role }) => current && role === 'activation')) return kind;
    back = true;
    return 'slow';
  }

  /**
   * @param {Model} model
   * @param {string} shape
   */
  function build(model, shape) {
    built = shape;
    scales.clear();
    columns = model.columns.map((column, i) => createColumn(column, i, dispatch, page));
    shown = [];
    layer.replaceChildren(...columns.map((column) => column.element));
  }

  /**
   * Shows some of the columns.
   * @param {number[]} visible
   * @returns {boolean} whether others were shown before
   */
  function show(visible) {
    const next = columns.map((_, i) => visible.includes(i));
    if (String(next) === String(shown)) return false;
    shown = next;
    columns.forEach((column, i) => (column.element.hidden = !shown[i]));
    return true;
  }

  /**
   * Lets the keys go on from a cell that was pressed; they have the focus where the element fills the window.
   * @param {number} column
   * @param {number} node
   */
  function press(column, node) {
    const { host } = /** @type {ShadowRoot} */ (element.getRootNode());
    columns[column].press(node, host.hasAttribute('fill'));
  }

  /** Sizes everything for the room there is. */
  function arrange() {
    if (!latest || picture.clientWidth === 0) return;
    const em = parseFloat(getComputedStyle(element).fontSize);
    // Whether there is room for one gap only is the style sheet's decision.
    const style = getComputedStyle(layer);
    flat = style.getPropertyValue('--flat').trim() === '1';
    show(visibleIn(latest, flat));
    const { columns: all } = latest;
    const kept = all.filter((_, i) => shown[i]);
    const size = { width: picture.clientWidth, height: picture.clientHeight };
    const look = { em, flat, named: style.getPropertyValue('--named').trim() === '1', alone: shown.includes(false) };
    let laid = layOut(kept, roomOf(size, look, false));
    if (!flat && meetsKey(kept, laid.blocks, size, em)) laid = layOut(kept, roomOf(size, look, true));
    let next = 0;
    const blocks = all.map((_, i) => (shown[i] ? laid.blocks[next++] : laid.blocks[0]));
    geometry = { ...laid, blocks };
    element.classList.toggle('flat', flat);
    picture.style.height = flat ? `${laid.height}px` : '';
    foot.goesOn(flat && laid.height > element.clientHeight + em ? blocks[shown.lastIndexOf(true)].y - NAMED * em : null);
    columns.forEach((column, i) => column.arrange(blocks[i], { em, flat, room: picture.clientWidth }));
    const fine = devicePixelRatio;
    for (const canvas of [base, ink]) Object.assign(canvas, { width: Math.round(picture.clientWidth * fine), height: Math.round(picture.clientHeight * fine) });
    palette = null;
    stale = true;
    paint();
    arranged();
  }

  /** @param {boolean} [lively] whether only the ink is to be drawn */
  function paint(lively = false) {
    if (!latest || !geometry) return;
    if (!palette) stale = true;
    palette ??= paletteAt(element);
    const { columns: all, selected, state } = latest;
    const told = toldIn(latest);
    const involved = involvedIn(told?.explanation ?? null, all, latest.trail);
    const backward = all[involved?.at.column ?? 0]?.lit === 'backward';
    const whole = {
      columns: all,
      shown,
      geometry,
      palette,
      scales: all.map(({ name }) => scales.of(name) ?? 1),
      wishScale: scales.wish() ?? 1,
      resting,
      moves,
      involved,
      trail: wiresAlong(latest.trail, all),
      open: selected !== null && involved !== null,
      backward,
      projector: state.theme === 'projector' || state.present,
      movement: motion.now(),
      input,
      maps,
    };
    element.classList.toggle('focused', whole.open);
    element.classList.toggle('sweeping', whole.movement?.kind === 'sweep');
    // While training the wires and places stay for a second.
    const under = !latest.playing || stale;
    stale = false;
    for (const [canvas, draw] of /** @type {const} */ ([[base, paintBase], [ink, paintInk]])) {
      if (canvas === base && !under) continue;
      const context = canvas.getContext('2d');
      if (!context) continue;
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      draw(context, whole);
    }
    if (!lively) mark(latest, told, involved, backward);
  }

  /** @type {import('./picture.js').Picture['input']} */
  function input(context, block) {
    if (latest) paintInput(context, block, latest.shown.rgb);
  }

  /** @type {import('./picture.js').Picture['maps']} */
  function maps(context, block, column) {
    if (!latest || !sees(latest, column)) return false;
    paintMaps(context, block, latest.maps, column.name);
    return true;
  }

  /**
   * Rings the numbers that are spoken of.
   * @param {Model} model
   * @param {ReturnType<typeof toldIn>} told the number whose wires are drawn
   * @param {import('./wires.js').Involved | null} involved
   * @param {boolean} backward
   */
  function mark({ pointed, selected, columns: all, playing }, told, involved, backward) {
    const boxOf = (/** @type {string | undefined} */ address) => {
      const one = address && !playing ? spot(address, all) : null;
      return one?.kind === 'cell' && shown[one.column] && geometry ? cellBox(geometry.blocks[one.column], one.node) : null;
    };
    // A box with its number needs no ring beside the frame of its column.
    const named = selected || pointed || involved?.at.kind !== 'cell' || geometry?.blocks[involved.at.column].form === 'ruler' ? null : boxOf(told?.address);
    const box = boxOf(told?.address);
    const inked = involved?.at.kind === 'cell' && geometry !== null && isInked(geometry.blocks[involved.at.column]);
    const said = told && box && inked ? { address: told.address, value: told.value, box, backward } : null;
    marks.update({ named, pointed: boxOf(pointed?.address), selected: boxOf(selected?.address) }, said);
    const spots = involved?.spots ?? new Set();
    const one = pointed ? spot(pointed.address, all) : null;
    columns.forEach((column, i) => column.involve((node) => spots.has(key({ kind: 'cell', column: i, node })), one));
  }

  /**
   * The middle of a column.
   * @param {string} name
   * @returns {number | null} px from the left of the stage; null where the columns don't stand side by side
   */
  function place(name) {
    const i = latest?.columns.findIndex((one) => one.name === name) ?? -1;
    const block = geometry?.blocks[i];
    return block && shown[i] && !flat ? block.x + block.width / 2 : null;
  }

  /** @param {Model} model */
  function point(model) {
    latest = model;
    paint();
  }

  return { element, update, point, addressAt: pointing.addressAt, place };
}

/**
 * The number whose wires are drawn: the one that is open, else the one in the spotlight.
 * @param {Model} model
 */
function toldIn({ selected, explanation, spotlight }) {
  return selected && explanation ? { ...selected, explanation } : spotlight;
}
