// The words of the tab of colours. Same keys as in ../ja/.
import { ALL_KEYS } from '../../colours/class-keys.js';
import { LIMITS } from '../../core/facts.js';
import { count } from '../../util/format.js';

const [CLASSES, COLOURS] = [LIMITS.mostClasses, count(LIMITS.mostColours)];

/** Why a list from a script is not looked at. */
const refusedData = {
  noList: 'they are not a list',
  tooMany: 'there are more than 100,000',
  sparse: 'the list has gaps',
};

/**
 * The reasons of the first bad entries.
 * @param {string} whys `2:byte 4:entry`
 */
function told(whys) {
  const each = whys.split(' ').map((one) => one.split(':'));
  return each.map(([number, why]) => colours.badEntry(number, colours.badWhy[/** @type {'byte'} */ (why)])).join('; ');
}

/**
 * A data set, as the page calls it.
 * @param {string} set
 * @returns {string}
 */
const called = (set) => colours.set[/** @type {'digits'} */ (set)];

/** @type {typeof import('../ja/colours.js').colours} */
export const colours = {
  rooms: 'Tabs of the page',
  room: { network: 'Network', experiments: 'Experiments' },

  mapsOn: 'Always show colours',
  signMaps: ['ReLU squares in colour: the colours that make the node fire (hue across, light at the top)'],
  seenBy: (node) => `${node} fires for these colours, not for grey.`,
  seenAs: (id) => `Likely “${id}”; where it is grey, unlikely.`,

  sets: 'What to learn from',
  set: { dominant: 'Largest channel', named: 'Colour names', vivid: 'Vivid or grey', own: 'My colours', patterns: 'Patterns', digits: 'Digits' },
  about: {
    dominant: 'The lecture’s problem: random colours, and the largest of red, green and blue is the right answer.',
    named: 'The right answer is the word people use: does the colour’s popular name contain “red”, “green” or “blue”? Not a rule, but how people see it.',
    vivid: 'A colour is vivid where its largest and smallest channel are at least 128 apart. Without a hidden layer the network can only cut the cube of colours with a flat plane. Let it train, then add a hidden layer.',
    patterns: 'Small pictures of stripes and checks. Their colours, their widths and where they begin differ from picture to picture: only the pattern counts.',
    digits: 'Handwritten digits of 8 × 8 grey pixels: 600 to learn from, 200 to test with. They are 800 of “Optical Recognition of Handwritten Digits” by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository, CC BY 4.0, doi:10.24432/C50P49).',
  },
  beaten: (rule, network) => ` On the test colours the rule “largest channel” is right for ${rule}, this network for ${network}.`,
  hidden: 'Hidden layers',
  hiddenNone: 'none',
  hiddenNote: (hidden) => (hidden.length === 0 ? 'A perceptron: one Affine and Softmax.' : `Nodes: ${hidden.join(', ')}. Choosing again restarts training.`),

  part: 'Which data to show',
  sort: 'Order',
  sorts: { hue: 'by hue', loss: 'hardest first (loss)' },
  pictureSorts: { hue: 'as they come', loss: 'hardest first (loss)' },
  judgedPicture: (index, label, answer, loss) => `picture ${count(index)}, is ${label}, answer ${answer}, loss ${loss}`,

  decision: 'Which colour gets which answer',
  decisionLabel: (slice) => `The network’s answer for every colour of ${slice} % saturation: hue across, light at the top. The line separates the classes.`,
  decisionHint: 'Click to pick that colour',
  slice: 'Saturation',
  onSlice: (n, all) => `○ right, ✕ wrong: the ${count(n)} of ${count(all)} colours near this saturation.`,
  marked: (n) => ` ${count(n)} of them are marked, evenly from all.`,
  kernels: 'What a channel sees',
  kernelsNote: 'Beside each kernel of the first Convolution (a square of cells for each channel of the picture: solid is positive, hollow negative) is the place of the training pictures at which its channel is largest. A press shows that picture.',
  channelSees: (channel, picture, row, column, value) => `Channel ${channel}: largest in picture ${count(picture)}, row ${row}, column ${column}: ${value}`,
  firstWeights: 'The first weights as pictures',
  firstWeightsNote: (n, nodes) => `Each node of the first Affine has a weight for every number of the picture. Grey is 0, brighter is positive, darker negative.${n < nodes ? ` The first ${count(n)} of ${count(nodes)} nodes are shown.` : ''} A kernel has nine weights a channel for all places; compare the CNN.`,
  weightsOf: (node) => `The weights of node ${node}`,
  confusion: 'Right (rows), answered (columns)',
  cube: 'RGB cube (drag it)',
  cubeHint: 'The faces separate the answers. Drag or press the arrow keys to turn it.',
  cubeLabel: (n, wrong) => `${count(n)} colours in the RGB cube, ${count(wrong)} of them answered wrong. The faces separate the classes. Arrow keys turn it.`,

  like: (called) => `The class of the nearest colour${called} is taken as right. Change it as you like.`,
  likeName: (called) => `, “${called}”,`,
  nobody: 'There are no colours yet, so the first class is taken as right.',

  ownEmpty: `No colours yet. Pick one, then press + of a class, or its key (${ALL_KEYS}).`,
  ownHow: 'Pick a colour; + or the key beside a class puts it into a class. Select one of them: + of another class moves it, “Remove this colour” or Delete removes it.',
  ownBatch: (batch, n, rate) => ` Of ${count(n)} colours an update looks at ${count(batch)}, with learning rate ${rate}; both can be changed in “Experiments”.`,
  ownName: (n) => `Name of class ${n}`,
  ownSize: (n, wrong) => `${count(n)} (✕ ${count(wrong)})`,
  ownJoin: '+',
  ownJoinLabel: (label, n) => `Put the picked colour into “${label}” (key ${n})`,
  ownDrop: (label) => `Remove “${label}” and its colours`,
  ownRemove: 'Remove this colour',
  ownNewClass: (n) => `class ${n}`,
  ownAdd: 'Add a class',
  ownMix: 'Mix in…',
  ownTable: 'Read a table…',
  ownSave: 'Save as a table',
  ownClear: 'Remove all colours',

  tableHow: `One colour a row, as “r,g,b,class” or “#rrggbb,class”; most other ways to write a table, and headings, are understood. Paste it, drop a file, or open one. Up to ${CLASSES} classes and ${COLOURS} colours.`,
  tableBox: 'Table of colours',
  tableExample: '255,120,40,warm\n#2244cc,cool',
  tableUnread: (name) => `“${name}” can’t be read. Choose one file of text, such as CSV.`,
  tableFile: 'Open a file',
  tableFrom: (name, encoding) => `From “${name}”${encoding === '' ? '' : `, in ${encoding}`}`,
  tablePasted: (n) => `A pasted text of ${count(n)} characters`,
  tableReading: 'Reading the table…',
  tableStop: 'Stop',
  tableStopped: 'Stopped. Nothing has changed.',
  tableRefused: {
    empty: 'There is no row of colours in it.',
    tooLong: 'It is longer than 32 million characters. Take a part of it.',
    tooMany: 'It has more than 1,000,000 rows. Take a part of it.',
    json: 'It begins as JSON, but it is not valid JSON. Look for a missing or superfluous comma, quote or bracket.',
    noColour: 'No column of colours was found. Choose which columns are red, green and blue, or which one holds the colour.',
    noLabel: 'No column of classes was found. Choose the column that says which class a colour belongs to.',
    nameOnly: 'Nearly every row has another name, so there is no column of classes. Choose one, or take the names for classes.',
    workbook: 'This is a workbook. In the spreadsheet choose “Save as”, CSV, and open that file.',
    binary: 'This is not text. Open a table as CSV, text or JSON.',
    encoding: 'It is not written in this encoding. Choose another one.',
    large: 'The file is larger than 32 MB. Take a part of it.',
  },
  tableEncoding: 'Encoding',
  tableEncodings: { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16 (big-endian)', shift_jis: 'Shift_JIS (Japanese)', 'euc-jp': 'EUC-JP (Japanese)', 'iso-2022-jp': 'ISO-2022-JP (Japanese)', 'windows-1252': 'Windows-1252 (Western)' },
  tableChoose: 'Choose…',
  tableAskEncoding: 'The names can be read in two encodings. Choose the one in which they are right.',
  tableScale: 'Channels go from',
  tableScales: { byte: '0 to 255', unit: '0 to 1', percent: '0 to 100' },
  tableAskScale: (most) => `No channel is more than ${most}. Choose the range that is meant.`,
  tableColumns: 'The first rows, and what each column is',
  tableColumn: (n, head) => (head === '' ? `What column ${n} is` : `What column ${n}, “${head}”, is`),
  tableRoles: { red: 'R', green: 'G', blue: 'B', colour: 'Colour', label: 'Class', name: 'Name (left out)', alpha: 'Transparency (left out)', ignored: '(left out)' },
  tableGuessed: 'No heading says what the columns are; this is a guess.',
  tableAskColumns: 'The columns can be understood in more than one way. Choose what they are, or press the button if they are right.',
  tableConfirm: 'The columns are right',
  tableNotes: {
    titles: (n) => `${count(n)} ${n === 1 ? 'line' : 'lines'} above the table ${n === 1 ? 'is' : 'are'} left out.`,
    heading: (line) => `Line ${count(line)} is taken for the heading.`,
    duplicates: (n) => `${count(n)} ${n === 1 ? 'row repeats' : 'rows repeat'} a colour with the same class.`,
    conflicts: (n) => `${count(n)} ${n === 1 ? 'colour has' : 'colours have'} more than one class.`,
    transparent: (n) => `${count(n)} ${n === 1 ? 'colour is' : 'colours are'} partly transparent; that is left out.`,
    shortened: (n) => `${count(n)} ${n === 1 ? 'name of a class is' : 'names of classes are'} cut to 40 characters.`,
  },
  tableClasses: 'The classes, and how many colours each has',
  tableClass: (label, n) => `${label}: ${count(n)}`,
  tableMoreClasses: (n) => `and ${count(n)} smaller classes`,
  tableMerge: 'Names that differ only in case, width or spaces are one class',
  tableOther: (label) => `The rest becomes one class, “${label}”`,
  tableFill: (label) => `Add a class “${label}” of other colours from all over the cube`,
  tableOtherName: 'other',
  tableFillName: 'everything else',
  tableTooManyClasses: (n) => `There are ${count(n)} classes, and ${CLASSES} at most can be used. Choose which.`,
  tableOneClass: 'There is one class only, so there is nothing to tell apart yet.',
  tablePlan: (n, classes, left) => `${count(n)} ${n === 1 ? 'colour' : 'colours'} in ${classes} ${classes === 1 ? 'class' : 'classes'} will be used${left === 0 ? '' : `, ${count(left)} left out`}.`,
  tableBatch: (batch) => `For so many, each update looks at ${count(batch)} of them; that can be changed.`,
  tableSampled: (n, all) => `Of ${count(all)} colours ${count(n)} are drawn by the seed, as evenly from each class as can be.`,
  tableChosen: (n, most) => (n === 0 ? 'Choose at least one class.' : `${n} classes are chosen; ${most} at most can be used.`),
  tableResult: (n, classes, bad) =>
    (n === 0 ? 'No line can be used.' : `${count(n)} ${n === 1 ? 'colour' : 'colours'} in ${count(classes)} ${classes === 1 ? 'class' : 'classes'} can be used.`) +
    (bad === 0 ? '' : ` ${count(bad)} ${bad === 1 ? 'line' : 'lines'} can’t:`),
  badLine: (line, why, text) => `line ${line}: ${why}${text === '' ? '' : ` (${text})`}`,
  badEntry: (number, why) => `number ${number}: ${why}`,
  badMore: (n) => `and ${count(n)} more`,
  badWhy: {
    quote: 'a quotation mark is not closed',
    wide: 'there are more than 200 cells',
    entry: 'it is not an object that can be read',
    cells: 'there are more cells than columns',
    byte: 'r, g and b are whole numbers from 0 to 255',
    unit: 'r, g and b are numbers from 0 to 1, as in most rows',
    percent: 'r, g and b are percents from 0 to 100',
    mixed: 'percents and other numbers stand together',
    colour: 'a colour is # and six hexadecimal digits, or rgb(r, g, b)',
    alphaOrder: 'of eight digits it is not clear whether transparency stands first or last',
    label: 'the class has no name',
    garbled: 'the class has characters that can’t be shown; the encoding may be wrong',
    fields: 'it needs r, g, b and label',
    classes: `there can be ${CLASSES} classes at most`,
    many: `there can be ${COLOURS} colours at most`,
  },
  tableUse: 'Use these colours',
  tableReplace: 'Replace my colours',
  tableAdd: 'Add to my colours',
  cancel: 'Cancel',

  colourProblems: {
    fetching: (d) => `Loading the data “${called(d.set)}”…`,
    noFile: (d) => `The data “${called(d.set)}” could not be loaded. Check the connection, then choose them again.`,
    dataFile: (d) => `${d.file} does not hold what it should (${d.bytes} bytes). Load the page again.`,
    noColours: () => 'There is no colour to learn from yet. Put some into classes in the “Colours” tab.',
    noRoom: () => `There is no room for more: ${CLASSES} classes and ${COLOURS} colours at most.`,
    noData: (d) => `There is no colour that can be used (number ${d.rows}): ${told(d.whys)}. Each is { r, g, b, label }.`,
    badData: (d) => `Some colours can’t be used (number ${d.rows}): ${told(d.whys)}. Going on with the others.`,
    refusedData: (d) => `The colours can’t be used: ${refusedData[/** @type {'noList'} */ (d.why)]}. Give a list of { r, g, b, label }.`,
    storeFull: () => 'The browser’s storage is full, so what you make here can’t be kept. Save your colours as a table before you close the page.',
    storeForbidden: () => 'This browser doesn’t let the page keep what you make. Save your colours as a table before you close it.',
  },
};
