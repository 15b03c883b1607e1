// The microscope: the meaning of the selected number, its arithmetic with the real values put in, and
// every operand of it to walk on to.
import { neighbour, parse } from '../../core/address.js';
import { key, spot } from '../../explain/spot.js';
import { flooredAt, ordered, totalOf } from '../../explain/terms.js';
import { isKernel } from '../../explain/weight-index.js';
import { poolIn, windowsIn } from '../../explain/window.js';
import { number, operand } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';
import { createCheck } from './check.js';
import { chip, gateOf, joined, operandOf, product, sourceOf, whose } from './operands.js';
import { createWalk } from './walk.js';
import { poolGrid, windowGrids } from './window.js';

/** @typedef {import('../../explain/terms.js').Term} Term */

/** Numbers of the path that are shown. */
const CRUMBS = 2;

/**
 * @param {import('../../app/actions.js').Dispatch} dispatch
 * @param {import('../index.js').Page} page
 */
export function createMicroscope(dispatch, page) {
  const back = h('button', { type: 'button', class: 'quiet', click: () => dispatch('revisit', -1) }, '←');
  const ahead = h('button', { type: 'button', class: 'quiet', click: () => dispatch('revisit', 1) }, '→');
  const crumbs = h('ol', { class: 'crumbs' });
  const under = h('code', { class: 'under' });
  const follow = h('button', { type: 'button', class: 'cause', click: () => dispatch('blame') });
  const followAll = h('button', { type: 'button', class: 'cause', click: () => dispatch('blameAll') });
  const stepBack = h('button', { type: 'button', class: 'step', click: () => dispatch('back') }, '◀');
  const stepOn = h('button', { type: 'button', class: 'step', click: () => dispatch('forward') }, '▶');
  // Two pairs that lead to different things: each has the name of its own between its arrows.
  const numbersName = h('span', { 'aria-hidden': 'true' });
  const layersName = h('span', { 'aria-hidden': 'true' });
  const numbers = h('div', { class: 'arrows', role: 'group' }, back, numbersName, ahead);
  const layers = h('div', { class: 'arrows', role: 'group' }, stepBack, layersName, stepOn);
  const close = h('button', { type: 'button', class: 'quiet', click: () => dispatch('select', null) }, '✕');
  const address = h('code');
  const meaning = h('span', { class: 'meaning' });
  const heading = h('h2', { tabIndex: 0, class: 'heading' }, address, meaning);
  const walk = createWalk((key) => {
    const next = latest?.selected && neighbour(latest.selected.address, latest.selected.shape, key);
    if (next) dispatch('select', next);
  });
  const result = h('b', { class: 'result' });
  const sum = h('div', { class: 'sum' });
  const heard = h('p', { class: 'silent', 'aria-live': 'polite' });
  const check = createCheck(dispatch);
  const element = h(
    'div',
    { class: 'microscope' },
    h('div', { class: 'path' }, numbers, crumbs, under, follow, followAll, layers, close),
    h('div', { class: 'headline' }, heading, walk.element),
    sum,
    check.element,
    heard,
  );
  let drawn = '';
  let open = '';
  /** @type {import('../../app/view-model.js').Model | null} */
  let latest = null;

  heading.addEventListener('keydown', (event) => {
    // While presenting, these are the keys of a remote.
    if (!latest?.selected || (latest.state.present && event.key.startsWith('Page'))) return;
    const next = neighbour(latest.selected.address, latest.selected.shape, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    dispatch('select', next);
  });
  const pointed = (/** @type {Event} */ event) => {
    const operand = event.target instanceof Element ? event.target.closest('[data-address]') : null;
    page.point(operand?.getAttribute('data-address') ?? null);
  };
  for (const type of ['pointerover', 'focusin']) sum.addEventListener(type, pointed);
  for (const type of ['pointerleave', 'focusout']) sum.addEventListener(type, () => page.point(null));
  sum.addEventListener('click', (event) => {
    const operand = event.target instanceof Element ? event.target.closest('[data-address]') : null;
    const chosen = operand?.getAttribute('data-address');
    if (chosen) {
      heading.focus();
      dispatch('select', chosen);
    }
  });

  /** @param {import('../../app/view-model.js').Model} model */
  function update(model) {
    latest = model;
    const { text, selected, explanation, path } = model;

    element.hidden = !selected || !explanation;
    if (!selected || !explanation) {
      open = '';
      check.update(model);
      return;
    }
    attribute(back, 'aria-label', text.micro.back);
    attribute(back, 'title', text.micro.back);
    attribute(ahead, 'aria-label', text.micro.ahead);
    attribute(ahead, 'title', text.micro.ahead);
    attribute(close, 'aria-label', text.micro.close);
    for (const [button, words] of /** @type {const} */ ([[stepBack, text.back], [stepOn, text.next]])) {
      attribute(button, 'aria-label', words);
      attribute(button, 'title', words);
    }
    say(numbersName, text.micro.numbers);
    say(layersName, text.micro.layers);
    attribute(numbers, 'aria-label', text.micro.numbers);
    attribute(layers, 'aria-label', text.micro.layers);
    stepBack.disabled = !model.canStepBack;
    back.disabled = !model.canGoBack;
    ahead.disabled = !model.canGoOn;
    say(follow, text.micro.follow);
    say(followAll, text.micro.followAll);
    follow.hidden = followAll.hidden = explanation.operation.kind === 'given';
    say(address, selected.address);
    say(meaning, meaningOf(text, selected));
    attribute(heading, 'title', meaningOf(text, selected));
    walk.update(model);
    crumbs.replaceChildren(...crumbsOf(path));
    const signature = JSON.stringify([explanation, open, model.state.lang, model.contributions?.own]);
    if (signature !== drawn) {
      drawn = signature;
      sum.replaceChildren(...arithmetic(explanation, model), ...sourceOf(explanation, text));
      say(heard, model.sentence);
    }
    point(model);
    check.update(model);
  }

  /**
   * Highlights the operands at the pointed spot.
   * @param {import('../../app/view-model.js').Model} model
   */
  function point({ columns, pointed, selected }) {
    const spotOf = (/** @type {string | null} */ one) => {
      const found = one ? spot(one, columns) : null;
      return found ? key(found) : '';
    };
    const lit = spotOf(pointed?.address ?? null);
    say(under, pointed && pointed.address !== selected?.address ? `${pointed.address} = ${number(pointed.value)}` : '');
    for (const operand of sum.querySelectorAll('[data-address]')) {
      operand.classList.toggle('pointed', lit !== '' && spotOf(operand.getAttribute('data-address')) === lit);
    }
  }

  /** @param {string[]} path */
  function crumbsOf(path) {
    const last = path.slice(-CRUMBS - 1, -1);
    return last.map((step, i) => h('li', {}, h('button', { type: 'button', class: 'link', click: () => dispatch('revisit', i - last.length) }, step)));
  }

  /**
   * The equation, as elements.
   * @param {import('../../explain/terms.js').Explanation} explanation
   * @param {import('../../app/view-model.js').Model} model
   */
  function arithmetic(explanation, { text, contributions, taught, samples, columns }) {
    const { operation, terms, value } = explanation;
    say(result, number(value));
    attribute(result, 'data-value', String(value));
    attribute(result, 'data-address', explanation.address);
    const equals = [result, h('span', { class: 'sign' }, '=')];
    if (operation.kind === 'given') return [result, h('span', { class: 'words' }, text.micro.given)];
    if (operation.kind === 'gate') return [...equals, operandOf(terms[0].factors[0]), ...gateOf(terms[1], text)];
    if (operation.kind === 'atMostZero') return [...equals, h('span', { class: 'words' }, text.micro.atMostZero(terms[0].part <= 0)), operandOf(terms[0].factors[0])];
    if (operation.kind === 'at') return [...equals, ...(terms[1].part === operation.place ? [operandOf(terms[0].factors[0])] : []), h('span', { class: 'words' }, text.micro.passes(terms[1].part === operation.place)), operandOf(terms[1].factors[0])];
    const pool = poolIn(explanation);
    if (pool) return [...equals, h('span', { class: 'words' }, text.micro[operation.kind === 'max' ? 'largest' : 'which']), poolGrid(pool)];
    if (operation.kind === 'softmax') {
      const most = Math.max(...terms.map((term) => term.factors[0].value));
      const top = terms[operation.index ?? 0];
      const parts = joined(terms.map((term) => chip([h('span', {}, 'exp('), operandOf(term.factors[0]), h('span', {}, ` − ${operand(most)})`)], term.part)));
      return [...equals, h('span', { class: 'sign' }, `${number(top.part)} ÷ (`), ...parts, h('span', { class: 'sign' }, ')'), h('span', { class: 'words' }, text.micro.total(number(totalOf(explanation))))];
    }
    const windows = windowsIn(explanation);
    if (windows) return [...equals, ...windowGrids(windows, { text, rgb: isSeen(explanation.terms, columns), all: open === explanation.address, unfold: () => unfoldAll(explanation.address) })];
    const { shown, folded, rest } = ordered(explanation, open === explanation.address, contributions?.own);
    const single = terms.length === 1 && terms[0].factors.length === 1;
    const colourOf = (/** @type {Term} */ term) => (contributions ? whose(terms.indexOf(term), contributions, taught?.samples ?? samples, text) : []);
    const chips = shown.map((term) => chip([...colourOf(term), ...product(term)], single ? null : term.part));
    if (folded.length > 0) {
      const unfold = h('button', { type: 'button', class: 'link', click: () => unfoldAll(explanation.address) }, text.micro.others(folded.length));
      chips.push(chip([unfold], rest));
    }
    if (operation.kind === 'minusLog') {
      const floor = flooredAt(explanation);
      const inside = floor === null ? joined(chips) : [h('span', { class: 'sign' }, 'max('), ...joined(chips), h('span', { class: 'sign' }, `, ${number(floor)})`)];
      return [...equals, h('span', { class: 'sign' }, '−ln('), ...inside, h('span', { class: 'sign' }, ')')];
    }
    const mean = contributions ? [h('span', { class: 'words' }, text.micro.mean(contributions.rows))] : [];
    const over = isOverPlaces(explanation) ? [h('span', { class: 'words' }, text.micro.places(terms.length))] : [];
    return [...equals, ...mean, ...over, ...joined(chips)];
  }

  /** @param {string} which the address whose terms are all to be shown */
  function unfoldAll(which) {
    open = which;
    if (latest) update(latest);
    heading.focus();
  }

  return { element, update, point };
}

/**
 * The meaning of a number, in words.
 * @param {import('../../text/index.js').Text} text
 * @param {import('../../app/view-model.js').Selected} number
 */
export function meaningOf(text, { layer, tensor, shape }) {
  const ofKernel = isKernel(shape) ? text.kernelTensors[/** @type {'w'} */ (tensor)] : undefined;
  const special = tensor === 'out' ? text.tensorIn[/** @type {'data'} */ (layer)] : ofKernel;
  return special ?? text.tensors[/** @type {keyof typeof text.tensors} */ (tensor)];
}

/**
 * Whether a sum is over the places of a picture: the gradient of a kernel's weight or of its bias.
 * @param {import('../../explain/terms.js').Explanation} explanation
 */
function isOverPlaces({ address, operation, terms, mean }) {
  const pixels = terms[0]?.factors.map((factor) => parse(factor.address ?? ''));
  return operation.kind === 'sum' && !mean && terms.length > 1 && /\.d\w+\[/.test(address) && pixels.every((pixel) => pixel?.index.length === 4 && pixel.tensor !== 'w');
}

/**
 * Whether a window lies in the input, whose channels are red, green and blue.
 * @param {Term[]} terms
 * @param {readonly import('../../app/view-model.js').ColumnModel[]} columns
 */
function isSeen(terms, columns) {
  const x = terms.flatMap(({ factors }) => parse(factors[0].address ?? '') ?? []).find(({ tensor }) => tensor === 'x');
  const before = columns[columns.findIndex(({ name }) => name === x?.layer) - 1];
  return before?.role === 'input' && before.shape[0] === 3;
}
