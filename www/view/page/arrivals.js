// What arrives from outside: a file, of weights or with a table, that is dropped anywhere on the page, and a table that is dropped
// or pasted as a text in the room of colours.

/**
 * @param {HTMLElement} app
 * @param {object} page
 * @param {() => boolean} page.takes whether something can be read now
 * @param {() => boolean} page.reads whether a text is taken for a table here
 * @param {(file: File) => void} page.open
 * @param {(text: string) => void} page.show
 * @returns {(event: ClipboardEvent) => void} what a paste does
 */
export function listenForArrivals(app, { takes, reads, open, show }) {
  const isTyping = (/** @type {Event} */ event) => {
    const [target] = event.composedPath();
    return target instanceof Element && target.matches('input, textarea, [contenteditable]');
  };
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;

  app.addEventListener('dragover', (event) => {
    // A file never opens in the place of the page, also where it can't be used.
    if (hasFiles(event) || (takes() && reads() && !isTyping(event))) event.preventDefault();
  });
  app.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text');
    if (file || hasFiles(event)) {
      event.preventDefault();
      if (file && takes()) open(file);
    } else if (text && takes() && reads() && !isTyping(event)) {
      event.preventDefault();
      show(text);
    }
  });

  return (event) => {
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData('text');
    if (event.defaultPrevented || isTyping(event) || !takes() || !reads() || (!file && !text)) return;
    event.preventDefault();
    if (text) show(text);
    else if (file) open(file);
  };
}
