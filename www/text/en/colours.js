// The words of the room of colours. Same keys as in ../ja/.
import { count } from '../../util/format.js';

/** @type {typeof import('../ja/colours.js').colours} */
export const colours = {
  rooms: 'Rooms of the page',
  room: { network: 'Network', colours: 'Colours', experiments: 'Experiments' },

  mapsOn: 'Always show colours',
  signMaps: ['ReLU squares in colour: the colours that make the node fire (hue across, light at the top)'],
  seenBy: (node) => `${node} fires for these colours, not for grey.`,
  seenAs: (id) => `Likely “${id}”; where it is grey, unlikely.`,

  sets: 'Which colours to learn from',
  set: { dominant: 'Largest channel', named: 'Colour names', vivid: 'Vivid or grey', own: 'My colours' },
  about: {
    dominant: 'The lecture’s problem: random colours, and the largest of red, green and blue is the right answer.',
    named: 'The right answer is the word people use: does the colour’s popular name hold “red”, “green” or “blue”? No rule, but how people see it.',
    vivid: 'A colour is vivid where its largest and smallest channel are at least 128 apart. Without a hidden layer the network can only cut the cube of colours with a flat plane. Let it train, then add a hidden layer.',
  },
  beaten: (rule, network) => ` On the test colours the rule “largest channel” is right for ${rule}, this network for ${network}.`,
  hidden: 'Hidden layers',
  hiddenNone: 'none',
  hiddenNote: (hidden) => (hidden.length === 0 ? 'A perceptron: one Affine and Softmax.' : `Nodes: ${hidden.join(', ')}. Another choice starts learning over.`),

  part: 'Which data to show',
  parts: {
    all: (n) => `All ${count(n)}`,
    train: (n) => `${count(n)} to train (squares)`,
    test: (n) => `${count(n)} to test (circles)`,
  },
  sort: 'Order',
  sorts: { hue: 'by hue', loss: 'hardest first (loss)' },
  only: (label, answer, n) => `Only the ${count(n)} that are ${label}, answer ${answer}`,
  group: (label, n, wrong) => `${label} ${count(n)} (✕ ${count(wrong)} wrong)`,
  judged: (called, rgb, label, answer, loss) => `${called ? `${called}, ` : ''}RGB(${rgb.join(', ')}), is ${label}, answer ${answer}, loss ${loss}`,
  shownOf: (n, all) => `The first ${count(n)} of ${count(all)} colours are shown.`,

  decision: 'Which colour gets which answer',
  decisionLabel: (slice) => `The network’s answer for every colour of ${slice} % saturation: hue across, light at the top. The line parts the classes.`,
  decisionHint: 'Click to pick that colour',
  slice: 'Saturation',
  onSlice: (n, all) => `○ right, ✕ wrong: the ${count(n)} of ${count(all)} colours near this saturation.`,
  confusion: 'Right (rows), answered (columns)',
  confused: (n, label, answer) => `is ${label}, answer ${answer}: ${count(n)}`,
  cube: 'RGB cube (drag it)',
  cubeHint: 'The faces part the answers. Drag or press the arrow keys to turn it.',
  cubeLabel: (n, wrong) => `${count(n)} colours in the RGB cube, ${count(wrong)} of them answered wrong. The faces part the classes. Arrow keys turn it.`,

  like: (called) => `The class of the nearest colour${called} is taken as right. Change it as you like.`,
  likeName: (called) => `, “${called}”,`,
  nobody: 'There are no colours yet, so the first class is taken as right.',

  ownEmpty: 'No colours yet. Pick one, then press + of a class, or a number key from 1 to 6.',
  ownHow: 'Pick a colour; + or a number key puts it into a class. Select one of them: + of another class moves it, “Remove this colour” or Delete removes it.',
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
  ownFirst: ['warm', 'cool'],

  tableHow: 'One colour a line, “r,g,b,class” or “#rrggbb,class”. Paste it, drop a file, or open one. Up to 6 classes and 10,000 colours.',
  tableBox: 'Table of colours',
  tableExample: '255,120,40,warm\n#2244cc,cool',
  tableUnread: (name) => `“${name}” can’t be read. Choose one CSV file.`,
  tableFile: 'Open a file',
  tableResult: (n, classes, bad) =>
    (n === 0 ? 'No line can be used.' : `${count(n)} ${n === 1 ? 'colour' : 'colours'} in ${classes} classes can be used.`) +
    (bad === 0 ? '' : ` ${count(bad)} ${bad === 1 ? 'line' : 'lines'} can’t:`),
  badLine: (line, why, text) => `line ${line}: ${why} (${text})`,
  badMore: (n) => `and ${count(n)} more`,
  badWhy: {
    cells: 'it is not “r,g,b,class” or “#rrggbb,class”',
    channel: 'r, g and b are whole numbers from 0 to 255',
    colour: 'a colour is # and six hexadecimal digits',
    label: 'the class has no name',
    classes: 'there can be 6 classes at most',
    many: 'there can be 10,000 colours at most',
  },
  tableUse: 'Use these colours',
  tableReplace: 'Replace my colours',
  tableAdd: 'Add to my colours',
  cancel: 'Cancel',

  colourProblems: {
    noColours: () => 'There is no colour to learn from yet. Put some into classes in the room “Colours”.',
    noRoom: () => 'There is no room for more: 6 classes and 10,000 colours at most.',
    noData: (d) => `There is no colour that can be used (number ${d.rows}). Each is { r, g, b, label }, with r, g, b from 0 to 255.`,
    badData: (d) => `Some colours can’t be used (number ${d.rows}). Each is { r, g, b, label }, with r, g, b from 0 to 255. Going on with the others.`,
    storeFull: () => 'The browser’s storage is full, so what you make here can’t be kept. Save your colours as a table before you close the page.',
    storeForbidden: () => 'This browser doesn’t let the page keep what you make. Save your colours as a table before you close it.',
  },
};
