// Which key does what. A key that belongs to the control in focus is left to it.

/** @typedef {'forward' | 'back' | 'play' | 'reset' | 'help' | 'blame' | 'return' | 'close' | 'room' | 'maps' | 'class'} Action */

/**
 * The action of a key press, if it has one here.
 * @param {KeyboardEvent} event
 * @param {Element | null} focus the element in focus
 * @param {boolean} opened whether a number is open in the microscope
 * @returns {Action | null}
 */
export function action(event, focus, opened) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
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
  const letter = event.key.toLowerCase();
  if (letter === 't') return event.repeat ? null : 'play';
  if (letter === 'r') return event.repeat ? null : 'reset';
  if (letter === 'b') return 'blame';
  if (letter === 'c') return event.repeat ? null : 'room';
  if (letter === 'm') return event.repeat ? null : 'maps';
  if (/^[1-6]$/.test(letter)) return 'class';
  return null;
}
