// The classes of a table that is read, with their counts and colours: which of them are used, and as what.
import { MOST } from '../../colours/custom-set.js';
import { canMerge, firstPlan, groupsOf } from '../../colours/table/selection.js';
import { hex } from '../../util/format.js';
import { h, say } from '../dom.js';

/** @typedef {import('../../colours/table/read.js').Reading} Reading */
/** @typedef {import('../../colours/table/selection.js').Plan} Plan */

/** The most classes that are listed, and the most colours of each. */
const [LISTED, SWATCHES] = [60, 12];

/** @param {() => void} changed */
export function createImportClasses(changed) {
  const title = h('h3', {});
  const warning = h('p', { class: 'note warning' });
  const list = h('ul', { class: 'found' });
  const more = h('p', { class: 'note' });
  const [merge, other, fill] = [option('merge'), option('other'), option('fill')];
  const element = h('div', { class: 'import-classes', hidden: true }, title, warning, h('div', { class: 'scroll' }, list, more), merge.label, other.label, fill.label);
  /** @type {Reading | null} */
  let reading = null;
  /** @type {Plan} */
  let plan = firstPlan([]);
  /** @type {import('../../text/index.js').Text | null} */
  let words = null;

  /** @param {'merge' | 'other' | 'fill'} key */
  function option(key) {
    const box = h('input', { type: 'checkbox', change: () => set({ [key]: box.checked }) });
    const word = h('span', {});
    return { box, word, label: h('label', { class: `option ${key}` }, box, word) };
  }

  /** @param {Partial<Plan>} change */
  function set(change) {
    const before = groupsOf(reading?.classes ?? [], plan.merge).filter(({ label }) => plan.chosen.has(label));
    plan = { ...plan, ...change };
    if (change.merge !== undefined) {
      // What was chosen stays chosen under the name that it has now.
      const members = new Set(before.flatMap((group) => group.members));
      plan.chosen = new Set(groupsOf(reading?.classes ?? [], plan.merge).filter((group) => group.members.some((member) => members.has(member))).map(({ label }) => label));
    }
    draw();
    changed();
  }

  /**
   * @param {string} label
   * @param {boolean} chosen
   */
  function choose(label, chosen) {
    const next = new Set(plan.chosen);
    if (chosen) next.add(label);
    else next.delete(label);
    set({ chosen: next });
  }

  function draw() {
    element.hidden = !reading || reading.classes.length === 0;
    if (!reading || !words || element.hidden) return;
    const text = words;
    const groups = groupsOf(reading.classes, plan.merge);
    const colours = coloursOf(reading, plan.merge);
    say(title, text.tableClasses);
    say(warning, groups.length > MOST ? text.tableTooManyClasses(groups.length) : groups.length === 1 ? text.tableOneClass : '');
    warning.hidden = warning.textContent === '';
    const focused = list.querySelector(':focus')?.getAttribute('data-label');
    list.replaceChildren(...groups.slice(0, LISTED).map(({ label, count }) => {
      const box = h('input', { type: 'checkbox', checked: plan.chosen.has(label), 'data-label': label, change: () => choose(label, box.checked) });
      const swatches = (colours.get(label) ?? []).map((rgb) => {
        const swatch = h('i', {});
        swatch.style.background = hex(rgb);
        return swatch;
      });
      return h('li', {}, h('label', {}, box, h('span', { class: 'name' }, text.tableClass(label, count))), h('span', { class: 'some', 'aria-hidden': 'true' }, ...swatches));
    }));
    if (focused !== null && focused !== undefined) [...list.querySelectorAll('input')].find((box) => box.getAttribute('data-label') === focused)?.focus();
    say(more, groups.length > LISTED ? text.tableMoreClasses(groups.length - LISTED) : '');
    show(merge, plan.merge, text.tableMerge, plan.merge || canMerge(reading.classes));
    const rest = groups.some(({ label }) => !plan.chosen.has(label));
    show(other, plan.other, text.tableOther(text.tableOtherName), groups.length > 1 && (rest || plan.other));
    const single = plan.chosen.size === 1 && !(plan.other && rest);
    show(fill, plan.fill, text.tableFill(text.tableFillName), single);
  }

  /**
   * @param {ReturnType<typeof option>} one
   * @param {boolean} checked
   * @param {string} word
   * @param {boolean} visible
   */
  function show(one, checked, word, visible) {
    one.box.checked = checked;
    say(one.word, word);
    one.label.hidden = !visible;
  }

  return {
    element,
    plan: () => plan,
    /**
     * @param {import('../../text/index.js').Text} text
     * @param {Reading | null} found
     */
    update(text, found) {
      words = text;
      if (found !== reading) {
        const before = reading?.classes.map(({ label }) => label).join('\n');
        reading = found;
        // The choices stay where only the meaning of the channels has changed.
        if (found && before !== found.classes.map(({ label }) => label).join('\n')) plan = firstPlan(found.classes);
      }
      draw();
    },
  };
}

/**
 * The first colours of each group.
 * @param {Reading} reading
 * @param {boolean} merge
 */
function coloursOf({ classes, labels, rgb }, merge) {
  const groups = groupsOf(classes, merge);
  /** @type {Map<string, number[][]>} */
  const found = new Map(groups.map(({ label }) => [label, []]));
  const lists = /** @type {number[][][]} */ ([]);
  for (const { label, members } of groups) for (const member of members) lists[member] = found.get(label) ?? [];
  labels.forEach((label, i) => {
    if (lists[label].length < SWATCHES) lists[label].push([...rgb.subarray(i * 3, i * 3 + 3)]);
  });
  return found;
}
