// The page in a frame: the commands that the page around it may send by postMessage, and the events it receives. Version 1.
//
// In    { irozuku: 1, command: 'set', state }       a part of a state, or the text of a link
//       { irozuku: 1, command: 'step' }, 'back'     one stop on or back
//       { irozuku: 1, command: 'stop', to }         to a stop of the scene, 0 to stops - 1
//       { irozuku: 1, command: 'train', steps }     so many updates
//       { irozuku: 1, command: 'goto', step }       to a training step
//       { irozuku: 1, command: 'rest' }             ends the running job
//       { irozuku: 1, command: 'state' }            requests a statechange
// Out   { irozuku: 1, event: 'ready' }              with state, stop and stops, as the next
//       { irozuku: 1, event: 'statechange' }        at most one every TURN
//       { irozuku: 1, event: 'size', width, height }  the wanted height of the content at this width
//       { irozuku: 1, event: 'key', key }           a key, named as in a KeyboardEvent, that was pressed in the frame and is not used
//                                                   there, or that leads beyond an end of the scene
//       { irozuku: 1, event: 'refused', reason }    'version', 'command', 'value', 'rate' or 'failed'
//
// Only messages of the window around the frame are read; where an origin is named (`allow-origin`, as an attribute or
// in the address), only those of that origin. A message without the key `irozuku` is for another program and ignored
// without a reply. Commands run in order, one per TURN; those beyond a full queue are dropped.
import { givenBy } from '../state/url.js';
import { isDictionary, isWhole } from '../util/readers.js';
import { createQueue } from './queue.js';
import { isSmall } from './size-limit.js';
import { createRateLimit } from './rate-limit.js';
import { wantedHeight } from './wanted-height.js';

export const VERSION = 1;
/** The least time between two commands, and between two statechange events, ms. */
const TURN = 16;
/** How many commands may wait, and how many refusals are sent in a second. */
const WAITING = 60;
const REFUSALS = 10;
/** The most updates in one command, as in a state. */
const STEPS = 1_000_000;

/**
 * The interface of the element that a frame needs.
 * @typedef {HTMLElement & {
 *   ready: Promise<unknown>, state: unknown, stop: number, readonly stops: number,
 *   forward(): void, back(): void, rest(): void, train(steps: number): Promise<unknown>, goto(step: number): Promise<unknown>,
 * }} Demo
 */

/**
 * Each command: whether its values are valid, and its action.
 * @type {Record<string, { fits: (message: any, demo: Demo) => boolean, act: (demo: Demo, message: any) => unknown }>}
 */
const TABLE = {
  set: {
    fits: ({ state }) => isSmall(state) && (typeof state === 'string' ? givenBy(state) !== null : isDictionary(state)),
    act: (demo, { state }) => (demo.state = typeof state === 'string' ? givenBy(state) : state),
  },
  step: { fits: () => true, act: (demo) => demo.forward() },
  back: { fits: () => true, act: (demo) => demo.back() },
  stop: { fits: ({ to }, demo) => isWhole(to, 0, demo.stops - 1), act: (demo, { to }) => (demo.stop = to) },
  train: { fits: ({ steps }) => isWhole(steps, 0, STEPS), act: (demo, { steps }) => demo.train(steps) },
  goto: { fits: ({ step }) => isWhole(step, 0, STEPS), act: (demo, { step }) => demo.goto(step) },
  rest: { fits: () => true, act: (demo) => demo.rest() },
  state: { fits: () => true, act: () => {} },
};

/**
 * The only origin that may control the page: that of the attribute, else that of the address.
 * @param {HTMLElement} demo
 * @returns {string | null} `*` for any, `null` for a page from a file; null where the value is no origin
 */
function allowedBy(demo) {
  const value = demo.getAttribute('allow-origin') ?? new URLSearchParams(location.hash.slice(1)).get('allow-origin') ?? '';
  if (value === '') return '*';
  return value === 'null' ? value : URL.canParse(value) ? new URL(value).origin : null;
}

/** Keys that only change others, or that the browser needs to go from control to control. */
const OWN = ['Shift', 'Tab', 'CapsLock', 'Dead', 'Process', 'Unidentified'];

/**
 * Whether a key that is not used here may be meant for the page around: one that is pressed once and by itself. A deck that
 * is not told of Shift would take Shift+Space for the opposite.
 * @param {KeyboardEvent} event
 */
export function isForOthers({ key, repeat, isComposing, shiftKey, ctrlKey, metaKey, altKey }) {
  return !repeat && !isComposing && !ctrlKey && !metaKey && !altKey && !(shiftKey && (key === ' ' || key.length > 1)) && !OWN.includes(key) && !/^F\d/.test(key);
}

/**
 * Listens to the window around the frame and sends it the events of the element.
 * @param {Demo} demo
 * @param {Window} parent the window around the frame
 * @param {AbortSignal} signal ends it
 * @returns {(key: string) => void} sends a key
 */
export function attend(demo, parent, signal) {
  const allowed = allowedBy(demo);
  if (allowed === null) return () => {};
  // A page from a file has no origin that a message could be addressed to.
  const target = allowed === 'null' ? '*' : allowed;
  const send = (/** @type {string} */ event, /** @type {object} */ more) => {
    if (!signal.aborted) parent.postMessage({ irozuku: VERSION, event, ...more }, target);
  };
  const snapshot = () => ({ state: demo.state, stop: demo.stop, stops: demo.stops });
  const mayRefuse = createRateLimit(REFUSALS);
  const refuse = (/** @type {string} */ reason) => mayRefuse() && send('refused', { reason });

  const fail = (/** @type {unknown} */ problem) => {
    refuse('failed');
    throw problem;
  };

  let ready = false;
  let changed = false;
  const scheduleChange = () => {
    if (!ready || changed) return;
    changed = true;
    // A timer, because a hidden frame gets no animation frames.
    setTimeout(() => {
      changed = false;
      send('statechange', snapshot());
    }, TURN);
  };

  /** @param {Record<string, unknown>} message */
  const execute = (message) => {
    const { fits, act } = TABLE[String(message.command)];
    if (!fits(message, demo)) refuse('value');
    else if (message.command === 'state') scheduleChange();
    // The page shows what went wrong.
    else (async () => act(demo, message))().catch(() => {});
  };
  const enqueue = createQueue(WAITING, TURN, () => demo.ready.catch(fail), (message) => !signal.aborted && execute(message));

  /** @param {MessageEvent} event */
  const onMessage = ({ source, origin, data }) => {
    if (source !== parent || (allowed !== '*' && origin !== allowed)) return;
    if (!isDictionary(data) || !Object.hasOwn(data, 'irozuku')) return;
    if (data.irozuku !== VERSION) refuse('version');
    else if (typeof data.command !== 'string' || !Object.hasOwn(TABLE, data.command)) refuse('command');
    else if (!enqueue(data)) refuse('rate');
  };

  const size = { width: 0, height: 0 };
  const observer = new ResizeObserver(() => {
    const [width, height] = [demo.clientWidth, wantedHeight(demo)];
    if (width === 0 || (width === size.width && height === size.height)) return;
    Object.assign(size, { width, height });
    send('size', size);
  });

  const begin = async () => {
    await demo.ready;
    if (signal.aborted || ready) return;
    ready = true;
    send('ready', snapshot());
    for (const part of [demo, ...(demo.shadowRoot?.querySelectorAll('.app, .app > *') ?? [])]) observer.observe(part);
  };

  addEventListener('message', onMessage, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  // Reading `ready` would start a frame that hasn't been visible yet; wait for its first statechange.
  demo.addEventListener('statechange', () => (ready ? scheduleChange() : begin()), { signal });
  return (key) => send('key', { key });
}
