// Chapter 12: the same glass box on a CNN, after the lecture's end.
import { textOfBytes } from '../../colours/pictures.js';
import { settingsFor } from '../../colours/datasets.js';
import { SETTINGS } from '../../core/facts.js';
import { LEFT_EDGES, SIDE, findsLeftEdges, poolAt, windowAt } from '../kernel.js';
import { LECTURE } from '../step.js';

/** A picture with its first pixel changed, as a text. @param {ArrayLike<number>} bytes */
const altered = (bytes) => textOfBytes(Array.from(bytes, (byte, i) => (i === 0 ? 255 - byte : byte)));
/** The settings of the patterns, under the lecture's seed. */
const patterns = () => settingsFor('patterns', /** @type {import('../../core/wasm.js').Settings} */ (structuredClone(SETTINGS)));
/** The scene behind the kernel. */
const SETUP = { ...LECTURE, at: 'forward:data' };
/** Where the window stands that is asked about: at the right edge of the square. */
const ASKED = 2 * SIDE + 5;
/** What of pooling is asked about: the corner of the square. */
const CORNER = 5;
/** A greyscale picture of 30 × 30, as the lecture has it, and the nodes of its first layer. */
const [PIXELS, NODES] = [30 * 30, 50];

/** @type {import('../step.js').Chapter} */
export const cnn = {
  id: 'cnn',
  minutes: 14,
  steps: [
    {
      id: 'cnn.draw',
      kind: 'do',
      side: ['picker', 'answer'],
      setup: { ...LECTURE, settings: patterns(), picture: '', at: 'forward:loss' },
      done: (f) => f.drawn,
      reveal: (on, f) => !f.drawn && on.put({ picture: altered(f.rgb) }),
    },
    {
      id: 'cnn.edge',
      kind: 'do',
      stage: 'kernel',
      side: [],
      setup: { ...SETUP, kernel: LEFT_EDGES.map(() => 0) },
      kernel: { free: true, at: null, pooled: false },
      done: (f) => findsLeftEdges(f.kernel),
      reveal: (on, f) => !findsLeftEdges(f.kernel) && on.put({ kernel: LEFT_EDGES }),
    },
    {
      id: 'cnn.window',
      kind: 'number',
      stage: 'kernel',
      side: [],
      setup: { ...SETUP, kernel: LEFT_EDGES },
      kernel: { free: false, at: ASKED, pooled: false },
      answer: (f) => f.kernel.out[ASKED],
      slips: (f) => ({ sign: -f.kernel.out[ASKED], sum: windowAt(ASKED).reduce((sum, x) => sum + x, 0), relu: f.kernel.relu[ASKED] }),
    },
    {
      id: 'cnn.pool',
      kind: 'number',
      stage: 'kernel',
      side: [],
      setup: { ...SETUP, kernel: LEFT_EDGES },
      kernel: { free: false, at: poolAt(CORNER)[0], pooled: true },
      answer: (f) => f.kernel.pooled[CORNER],
      slips: (f) => {
        const four = poolAt(CORNER).map((place) => f.kernel.relu[place]);
        const sum = four.reduce((all, value) => all + value, 0);
        return { sum, mean: sum / four.length, smallest: Math.min(...four) };
      },
    },
    {
      id: 'cnn.count',
      kind: 'number',
      stage: 'cnn',
      side: [],
      setup: SETUP,
      answer: () => PIXELS * NODES,
      slips: () => ({ sum: PIXELS + NODES, pixels: PIXELS, kernel: 10 }),
    },
    { id: 'cnn.race', kind: 'try', side: ['chart', 'training'], setup: { ...LECTURE, settings: patterns(), at: 'forward:data' }, experiment: 'dense' },
    { id: 'cnn.why', kind: 'choose', side: ['chart', 'tiles'], setup: { room: 'network' }, right: () => 2 },
    { id: 'cnn.vgg', kind: 'choose', stage: 'cnn', side: [], setup: SETUP, right: () => 1 },
  ],
};
