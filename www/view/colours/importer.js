// Reading a table of colours: pasted, dropped or opened. What was understood is shown, and can be changed, before anything
// is used.
import { COLOURS, MOST, NONE, countOf, joined } from '../../colours/custom-set.js';
import { resized, settingsFor } from '../../colours/datasets.js';
import { ENCODINGS, MOST_BYTES, decoded } from '../../colours/table/encoding.js';
import { readingText } from '../../colours/table/read.js';
import { SCALES } from '../../colours/table/scale.js';
import { selected, sizeOf } from '../../colours/table/selection.js';
import { inSlices } from '../../colours/table/slices.js';
import { count } from '../../util/format.js';
import { attribute, h, say } from '../dom.js';
import { createImportClasses } from './import-classes.js';
import { createImportColumns } from './import-columns.js';
import { createImportMenu } from './import-menu.js';

/** @typedef {import('../../colours/custom-set.js').CustomSet} CustomSet */
/** @typedef {import('../../colours/table/encoding.js').Encoding} Encoding */
/** @typedef {import('../../colours/table/read.js').Reading} Reading */
/** Where the text comes from: `bytes` of a file, or a text that is too long for the box. @typedef {{ name: string, bytes?: Uint8Array, text?: string }} Source */

/** The most bad lines that are named one by one. */
const NAMED = 12;
/** The longest text that is put into the box, characters. */
const BOXED = 20_000;

/** @param {import('../../app/actions.js').Dispatch} dispatch */
export function createImporter(dispatch) {
  const title = h('h2', { id: 'table-title' });
  const how = h('p', { class: 'about' });
  const box = h('textarea', { rows: 6, spellcheck: false, input: () => begin(null) });
  const from = h('p', { class: 'from' });
  const file = h('input', { type: 'file', accept: '.csv,.txt,.tsv,.json,.gpl,text/*,application/json', change: () => open(file.files?.[0]) });
  const bar = h('progress', { max: 1 });
  const stop = h('button', { type: 'button', class: 'stop', click: () => halt() });
  const going = h('div', { class: 'going', hidden: true }, bar, stop);
  const result = h('p', { class: 'result-line', role: 'status' });
  const bad = h('ul', { class: 'bad' });
  const notes = h('ul', { class: 'notes' });
  const encoding = createImportMenu('encoding', (value) => choose({ encoding: /** @type {Encoding} */ (value) }));
  const scale = createImportMenu('scale', (value) => choose({ scale: /** @type {import('../../colours/table/scale.js').Scale} */ (value) }));
  const columns = createImportColumns((roles) => choose({ roles }));
  const classes = createImportClasses(() => conclude());
  const summary = h('p', { class: 'plan', role: 'status' });
  const replace = h('button', { type: 'button', class: 'primary', click: () => use((_, given) => given) });
  const add = h('button', { type: 'button', click: () => use(joined) });
  const cancel = h('button', { type: 'button', click: () => element.close() });
  const body = h('div', { class: 'import-body' }, title, how, box, from, file, going, result, bad, encoding.element, columns.element, scale.element, classes.element, notes, summary);
  const element = h('dialog', { class: 'importer', 'aria-labelledby': 'table-title' }, body, h('div', { class: 'tools' }, replace, add, cancel));
  /** @type {Source | null} */
  let source = null;
  /** @type {{ encoding: Encoding | null, roles: import('../../colours/table/columns.js').Role[] | null, scale: import('../../colours/table/scale.js').Scale | null }} */
  let choices = { encoding: null, roles: null, scale: null };
  /** The name of the file whose text is in the box; empty for none. */
  let opened = '';
  /** The encoding that was found or chosen. @type {Encoding | null} */
  let found = null;
  /** Whether another encoding fits about as well. */
  let near = false;
  /** @type {Reading | null} */
  let reading = null;
  /** Stops the reading that is under way. */
  let work = new AbortController();
  /** @type {import('../../app/view-model.js').Model | null} */
  let model = null;
  /** The words for a file or a reading that failed; empty for none. @type {(text: import('../../text/index.js').Text) => string} */
  let failure = () => '';

  element.addEventListener('close', () => {
    box.value = '';
    file.value = '';
    begin(null);
  });
  // A long text is read without being laid out line by line.
  box.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (text.length <= BOXED) return;
    event.preventDefault();
    show(text);
  });

  /**
   * Reads a source anew, without the choices that were made for the one before.
   * @param {Source | null} given null for the text in the box
   */
  function begin(given) {
    source = given;
    opened = '';
    choices = { encoding: null, roles: null, scale: null };
    read();
  }

  /** @param {Partial<typeof choices>} change */
  function choose(change) {
    // Another encoding may give other columns.
    choices = change.encoding ? { encoding: change.encoding, roles: null, scale: null } : { ...choices, ...change };
    read();
  }

  function read() {
    work.abort();
    const now = (work = new AbortController());
    [reading, failure, found, near] = [null, () => '', null, false];
    const text = textOfSource();
    if (text === null || text.trim() === '') return draw();
    going.hidden = false;
    bar.value = 0;
    draw();
    inSlices(readingText(text, choices), now.signal, (share) => (bar.value = share)).then((done) => {
      if (now.signal.aborted || !done) return;
      going.hidden = true;
      reading = done;
      draw();
    });
  }

  /** The text to read; null where the file can't be decoded. */
  function textOfSource() {
    going.hidden = true;
    if (!source) return box.value;
    if (source.text !== undefined) return source.text;
    const { text, encoding: used, sure, refused } = decoded(source.bytes ?? new Uint8Array(), choices.encoding);
    [found, near] = [used ?? choices.encoding, !sure];
    if (refused) failure = (words) => words.tableRefused[refused];
    return refused ? null : text;
  }

  function halt() {
    work.abort();
    going.hidden = true;
    [reading, failure] = [null, (words) => words.tableStopped];
    draw();
  }

  /** Shows what was understood. */
  function draw() {
    if (!model) return;
    const { text } = model;
    const lines = reading?.bad ?? [];
    const name = source?.bytes ? source.name : opened;
    say(from, name !== '' ? text.tableFrom(name, found === null && source ? '' : text.tableEncodings[found ?? 'utf-8']) : source?.text !== undefined ? text.tablePasted(source.text.length) : '');
    from.hidden = from.textContent === '';
    box.hidden = source !== null;
    say(stop, text.tableStop);
    const refusal = reading?.refused ? text.tableRefused[reading.refused] : '';
    const counted = reading && !refusal ? text.tableResult(reading.labels.length, reading.classes.length, lines.length) : refusal;
    say(result, going.hidden ? failure(text) || counted : text.tableReading);
    const named = lines.slice(0, NAMED).map((line) => h('li', {}, text.badLine(count(line.line), text.badWhy[line.why], line.text)));
    if (lines.length > NAMED) named.push(h('li', {}, text.badMore(lines.length - NAMED)));
    bad.replaceChildren(...named);
    bad.hidden = lines.length === 0;
    encoding.update(text, found !== null && source?.bytes !== undefined, {
      name: text.tableEncoding,
      options: ENCODINGS.map((value) => [value, text.tableEncodings[value]]),
      value: near ? '' : (found ?? ''),
      question: near ? text.tableAskEncoding : '',
    });
    const question = reading?.questions.find(({ about }) => about === 'scale');
    const scales = question && 'scales' in question ? question.scales : null;
    const numbers = reading?.roles.includes('red') ?? false;
    scale.update(text, (numbers || scales !== null) && !reading?.refused, {
      name: text.tableScale,
      options: SCALES.map((value) => [value, text.tableScales[value]]),
      value: scales ? '' : (reading?.scale ?? ''),
      question: scales ? text.tableAskScale(scales.includes('unit') ? 1 : 100) : '',
    });
    columns.update(text, reading);
    classes.update(text, reading?.refused ? null : reading);
    const { tableNotes: told } = text;
    const pairs = reading ? [
      reading.titles.length > 0 ? told.titles(reading.titles.length) : '',
      reading.headLine > 0 ? told.heading(reading.headLine) : '',
      ...(/** @type {const} */ (['duplicates', 'conflicts', 'transparent', 'shortened'])).map((key) => (reading && reading[key] > 0 ? told[key](reading[key]) : '')),
    ] : [];
    notes.replaceChildren(...pairs.filter((one) => one !== '').map((one) => h('li', {}, one)));
    notes.hidden = notes.childElementCount === 0;
    conclude();
  }

  /** Says what will be used, and whether it can be. */
  function conclude() {
    if (!model) return;
    const { text, state: { own, settings } } = model;
    const usable = reading !== null && !reading.refused && reading.labels.length > 0 ? reading : null;
    const size = usable ? sizeOf(usable.classes, classes.plan()) : null;
    const open = near || (usable?.questions.length ?? 0) > 0;
    const over = size !== null && size.colours > COLOURS;
    const used = Math.min(size?.colours ?? 0, COLOURS);
    const { batch } = settings.data === 'own' ? { ...settings, ...resized(settings, countOf(own), used) } : settingsFor('own', settings, used);
    const sentences = size === null ? [] : size.fits ? [text.tablePlan(used, size.classes, size.left), over ? text.tableSampled(COLOURS, size.colours) : '', batch === 'full' || batch >= used ? '' : text.tableBatch(batch)] : [text.tableChosen(size.classes, MOST)];
    say(summary, sentences.filter((one) => one !== '').join(' '));
    replace.disabled = add.disabled = size === null || !size.fits || open;
  }

  /** @param {(own: CustomSet, given: CustomSet) => CustomSet | null} how combines the present set and the given one */
  function use(how) {
    if (!reading || !model) return;
    const { text, state } = model;
    const given = selected(reading, classes.plan(), { other: text.tableOtherName, fill: text.tableFillName }, state.settings.seed);
    const mine = state.own ?? NONE;
    const own = how(mine, given);
    // Where there is no room, keep the table, to be shortened.
    if (!own) return say(summary, text.problems.noRoom());
    if (state.settings.data === 'own') dispatch('edit', (now) => how(now, given));
    else dispatch('replace', own);
    element.close();
  }

  /** @param {File | undefined} given */
  async function open(given) {
    if (!given) return;
    appear();
    try {
      // The bytes beyond the most are not needed to refuse them.
      const bytes = new Uint8Array(await given.slice(0, MOST_BYTES + 1).arrayBuffer());
      const text = bytes.length <= BOXED ? decoded(bytes) : null;
      // A short text in UTF-8 can be changed in the box.
      if (text?.encoding === 'utf-8') {
        box.value = text.text;
        begin(null);
        opened = given.name;
        draw();
      } else begin({ name: given.name, bytes });
    } catch {
      begin(null);
      failure = (words) => words.tableUnread(given.name);
      draw();
    }
  }

  function appear() {
    if (!element.open) element.showModal();
  }

  /**
   * Opens the dialog, with a table where there is one already.
   * @param {string} [text]
   */
  function show(text) {
    appear();
    if (text !== undefined && text.length > BOXED) return begin({ name: '', text });
    if (text !== undefined) box.value = text;
    begin(null);
    box.focus();
  }

  /** @param {import('../../app/view-model.js').Model} latest */
  function update(latest) {
    const spoken = model?.text !== latest.text;
    model = latest;
    const { text, state } = latest;
    say(title, text.ownTable);
    say(how, text.tableHow);
    attribute(box, 'aria-label', text.tableBox);
    attribute(box, 'placeholder', text.tableExample);
    attribute(file, 'aria-label', text.tableFile);
    say(replace, state.own.colours === '' ? text.tableUse : text.tableReplace);
    say(add, text.tableAdd);
    add.hidden = state.own.colours === '';
    say(cancel, text.cancel);
    if (spoken) draw();
  }

  return { element, update, show, open };
}
