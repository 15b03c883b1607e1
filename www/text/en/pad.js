// The words of the pad for pictures. The keys are those of ../ja/.
import { count } from '../../util/format.js';

/** A class is called as it is. */
const name = (/** @type {string} */ id) => id;

/** @type {import('../index.js').Text['pad']} */
export const pad = {
  title: 'Draw a picture',
  label: (rows, columns) => `Drawing pad, ${rows} rows and ${columns} columns. Arrow keys move, Space paints, Shift and an arrow draw a line.`,
  pixel: (row, column, ink) => `row ${row}, column ${column}: ${ink}`,
  hint: 'Drag to draw',
  inks: 'Colours to draw with',
  colours: ['Black', 'White', 'Red', 'Yellow', 'Green', 'Blue'],
  greys: ['Pen', 'Eraser'],
  otherInk: 'Choose another colour',
  undo: 'Undo',
  undoHow: 'Back to the picture before',
  fill: 'Fill',
  fillHow: 'Paint everything in this colour',
  clear: 'Clear',
  clearHow: 'Rub everything out',
  another: 'Another',
  anotherHow: 'Show another picture of the data',
  previous: 'Previous picture',
  next: 'Next picture',
  place: (n, of) => `${count(n)}/${count(of)}`,
  drawing: 'drawing',
  more: (n, chooses) => (chooses ? (n === 0 ? 'Right answer, add it' : `Right answer, mine (${count(n)})`) : n === 0 ? 'Add it to the data' : `My pictures (${count(n)})`),
  join: (label) => `Add as “${name(label)}”`,
  relabel: (label) => `Change to “${name(label)}”`,
  drawFirst: 'Draw, then add it here',
  joined: (label) => `Added as “${name(label)}”`,
  mine: 'My pictures in the data',
  show: (n, label) => `My picture ${n}: ${name(label)}`,
  remove: (n, label) => `Remove my picture ${n} (${name(label)})`,
  unjoin: 'Undo',
  others: 'other own pictures',
  strip: (answer) => `This picture: ${answer}. The pad, or the network`,
};
