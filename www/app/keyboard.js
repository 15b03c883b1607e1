// Which key does what. A key that belongs to the control in focus is left to it.
import { classOfKey } from '../colours/class-keys.js';
import { alone } from '../embed/scenes.js';

/** @typedef {'forward' | 'back' | 'play' | 'reset' | 'help' | 'blame' | 'return' | 'close' | 'room' | 'maps' | 'class' | 'lesson' | 'following' | 'previous' | 'on' | 'leave' | 'black' | 'stay'} Action */

/** How often a held key steps, ms. */
const REPEAT = 300;

/**
 * The action of a key press, if it has one here.
 * @param {KeyboardEvent} event
 * @param {Element | null} focus the element in focus
 * @param {boolean} opened whether a number is open in the microscope
 * @param {import('../state/schema.js').State} state
 * @returns {Action | null}
 */
function action(event, focus, opened, { lesson, present }) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  // Some remotes begin a presentation with F5, which would load the page again.
  if (present && event.key === 'F5') return 'stay';
  // A remote leads through the lesson where it is shown to a room, else through the layers.
  const led = lesson !== '' && present;
  if (led && event.key === 'PageDown') return 'on';
  if (led && event.key === 'PageUp') return 'previous';
  if (focus?.matches('textarea, [contenteditable], input:not([type=range], [type=color], [type=checkbox], [type=number])')) return null;
  if (event.key === 'PageDown') return 'forward';
  if (event.key === 'PageUp') return 'back';
  if (focus?.matches('input[type=number], select')) return null;
  if (event.key === ' ') {
    // On a number, Enter opens it and space walks on; on any other control space belongs to the control.
    if (focus?.matches('button:not([data-address]), summary, a, input:not([type=range])')) return null;
    return event.shiftKey ? 'back' : 'forward';
  }
  if (event.key === '?') return 'help';
  if (opened && event.key === 'Backspace') return 'return';
  if (opened && event.key === 'Escape') return 'close';
  if (present && event.key === 'Escape') return 'leave';
  const letter = event.key.toLowerCase();
  if (present && (letter === 'b' || letter === '.')) return event.repeat ? null : 'black';
  if (letter === 't') return event.repeat ? null : 'play';
  if (letter === 'r') return event.repeat ? null : 'reset';
  if (letter === 'b') return 'blame';
  if (letter === 'c') return event.repeat ? null : 'room';
  if (letter === 'm') return event.repeat ? null : 'maps';
  if (letter === 'l') return event.repeat ? null : 'lesson';
  if (lesson !== '' && letter === 'n') return 'following';
  if (lesson !== '' && letter === 'p') return 'previous';
  if (classOfKey(event.key) >= 0) return 'class';
  return null;
}

/**
 * Whether a scene by itself has such an action.
 * @param {Action} found
 * @param {import('../state/schema.js').State} state
 */
function known(found, { controls }) {
  if (controls === 'none') return false;
  if (controls === 'full') return !['lesson', 'room', 'black', 'stay', 'leave'].includes(found);
  return ['forward', 'back', 'return', 'close'].includes(found);
}

/**
 * Whether a key belongs to the control in focus, so that the page around must not take it.
 * @param {Element | null} focus
 * @param {KeyboardEvent} event
 */
export function keeps(focus, { key, ctrlKey, metaKey, altKey }) {
  if (!focus || ctrlKey || metaKey || altKey || key.startsWith('Page')) return false;
  if (focus.matches('input, select, textarea')) return key !== 'Escape' && !/^F\d+$/.test(key);
  return focus.matches('button, summary, a, [tabindex]') && ['Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key);
}

/**
 * Dispatches the action of each key press.
 * @param {import('./session.js').Session} session
 * @param {object} page
 * @param {() => boolean} page.fills whether the element fills the window
 * @param {boolean} page.framed whether that window is a frame of another
 * @param {() => void} page.help shows the list of keys
 * @param {{ shown: () => boolean, toggle: () => void }} page.black the black screen
 * @returns {(event: KeyboardEvent, focus: Element | null) => 'end' | void} `end` where the key leads beyond an end of the scene, so that
 * it is for the page around
 */
export function createKeyboard({ store, runner, updates, navigation, act: dispatch }, { fills, framed, help, black }) {
  /** When a held key last did something, ms. */
  let repeated = 0;

  /**
   * Whether a step leads beyond an end of what is walked through.
   * @param {boolean} on
   */
  const isBeyond = (on) => !runner.playing() && navigation.stop() === (on ? navigation.stops() - 1 : 0);

  return (event, focus) => {
    const { state } = store;
    const found = action(event, focus, state.selected !== null, state);
    if (black.shown() && found !== 'stay') {
      event.preventDefault();
      black.toggle();
      return;
    }
    if (!found || (alone(state) && !known(found, state))) return;
    const remote = event.key.startsWith('Page');
    // A remote leads the page around, where there is one.
    if (!fills() && remote) return;
    event.preventDefault();
    if (fills() && framed && (found === 'forward' || found === 'back') && (alone(state) || remote) && isBeyond(found === 'forward')) return 'end';
    // A held key never makes an update.
    if (event.repeat && (event.timeStamp - repeated < REPEAT || updates.isNext())) return;
    repeated = event.timeStamp;
    const steps = found === 'forward' || found === 'back';
    // Steps are taken where they can be seen.
    if (found === 'forward' && runner.playing()) dispatch('rest');
    else if (steps && state.room !== 'network' && !alone(state)) dispatch('room', 'network');
    else {
      const actions = {
        // Nobody leads a room back to the beginning by pressing "on" once too often.
        forward: () => dispatch('forward', !remote),
        back: () => dispatch('back'),
        play: () => dispatch('play'),
        reset: () => dispatch('reset'),
        help,
        blame: () => dispatch('blame'),
        return: () => dispatch('revisit', -1),
        close: () => dispatch('select', null),
        room: () => dispatch('room', state.room === 'colours' ? 'network' : 'colours'),
        maps: () => dispatch('put', { maps: !state.maps }),
        class: () => dispatch('join', classOfKey(event.key)),
        lesson: () => dispatch('lesson/toggle'),
        following: () => dispatch('lesson/go', 1),
        previous: () => dispatch('lesson/go', -1),
        on: () => dispatch('lesson/on'),
        leave: () => dispatch('put', { present: false }),
        black: black.toggle,
        stay: () => {},
      };
      actions[found]();
    }
  };
}
