// What a script is told of a table that was read.

/** @typedef {import('./encoding.js').Encoding} Encoding */
/** @typedef {import('./columns.js').Role} Role */
/**
 * What a script may decide by itself.
 * @typedef {object} Given
 * @property {Encoding} [encoding]
 * @property {Role[]} [columns] what each column is
 * @property {import('./scale.js').Scale} [range] of the channels
 */
/**
 * @typedef {object} Table
 * @property {import('../records.js').Labelled[]} data empty where something has to be decided first
 * @property {{ label: string, count: number }[]} classes in the order in which they come
 * @property {{ heading: string, role: Role }[]} columns
 * @property {Encoding | null} encoding null for a text
 * @property {{ line: number, reason: string }[]} problems `line` is 0 for what concerns all of the table
 */

/**
 * @param {import('../../text/index.js').Text} text
 * @param {Pick<import('./encoding.js').Decoded, 'encoding' | 'sure' | 'refused'>} file
 * @param {import('./read.js').Reading | null} reading null where the file was refused
 * @returns {Table}
 */
export function toldTable(text, file, reading) {
  const whole = [];
  if (file.refused) whole.push(text.tableRefused[file.refused]);
  if (!file.sure) whole.push(text.tableAskEncoding);
  if (reading?.refused) whole.push(text.tableRefused[reading.refused]);
  for (const question of reading?.questions ?? []) whole.push(question.about === 'columns' ? text.tableAskColumns : text.tableAskScale(question.scales.includes('unit') ? 1 : 100));
  const { labels, rgb, classes, roles, head, bad } = reading ?? { labels: new Uint32Array(), rgb: new Uint8Array(), classes: [], roles: [], head: null, bad: [] };
  // What has to be asked is not used.
  const data = whole.length > 0 ? [] : Array.from(labels, (label, i) => ({ r: rgb[i * 3], g: rgb[i * 3 + 1], b: rgb[i * 3 + 2], label: classes[label].label }));
  return {
    data,
    classes: classes.map(({ label, count }) => ({ label, count })),
    columns: roles.map((role, i) => ({ heading: head?.[i] ?? '', role })),
    encoding: file.encoding,
    problems: [...whole.map((reason) => ({ line: 0, reason })), ...bad.map(({ line, why }) => ({ line, reason: text.badWhy[why] }))],
  };
}
