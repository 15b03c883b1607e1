// Which key does what. A key that belongs to the control in focus is left to it.

/** @typedef {'forward' | 'back' | 'play' | 'reset' | 'help'} Action */

/**
 * The action of a key press, if it has one here.
 * @param {KeyboardEvent} event
 * @param {Element | null} focus the element in focus
 * @returns {Action | null}
 */
export function action(event, focus) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (focus?.matches('input:not([type=range]), select, textarea')) return null;
  if (event.key === 'PageDown') return 'forward';
  if (event.key === 'PageUp') return 'back';
  if (event.key === ' ') {
    // On a number, Enter opens it and space walks on; on any other control space belongs to the control.
    if (focus?.matches('button:not([data-address]), [role=radio], summary, a, input')) return null;
    return event.shiftKey ? 'back' : 'forward';
  }
  if (event.key === '?') return 'help';
  const letter = event.key.toLowerCase();
  if (letter === 't') return event.repeat ? null : 'play';
  if (letter === 'r') return event.repeat ? null : 'reset';
  return null;
}
