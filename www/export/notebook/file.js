// Cells as a file: a Jupyter notebook, or a Python script whose cells Jupyter, VS Code and Spyder know by `# %%`.

/** @typedef {{ kind: 'markdown' | 'code' | 'folded', text: string }} Cell `folded`: code that nobody reads */

/**
 * A cell of sentences.
 * @param {...string} paragraphs
 * @returns {Cell}
 */
export function markdown(...paragraphs) {
  return { kind: 'markdown', text: paragraphs.join('\n\n') };
}

/**
 * @param {string} python
 * @returns {Cell}
 */
export function code(python) {
  return { kind: 'code', text: python.trim() };
}

/**
 * A cell that nobody reads: JupyterLab shows it folded.
 * @param {string} python
 * @returns {Cell}
 */
export function folded(python) {
  return { ...code(python), kind: 'folded' };
}

/**
 * The text of a notebook (nbformat 4.5).
 * @param {Cell[]} cells
 * @returns {string}
 */
export function notebookText(cells) {
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  const numbered = cells.map(({ kind, text }, i) => {
    // A notebook keeps a text line by line, each with its end.
    const source = text.split(/(?<=\n)/);
    const id = `cell-${i + 1}`;
    if (kind === 'markdown') return { id, cell_type: kind, metadata: {}, source };
    return { id, cell_type: 'code', metadata: kind === 'folded' ? { jupyter: { source_hidden: true } } : {}, source, execution_count: null, outputs: [] };
  });
  return JSON.stringify({ cells: numbered, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

/**
 * The text of a script: the sentences are comments.
 * @param {Cell[]} cells
 * @returns {string}
 */
export function scriptText(cells) {
  const written = cells.map(({ kind, text }) => (kind === 'markdown' ? `# %% [markdown]\n${text.replace(/^/gm, '# ').replace(/ +$/gm, '')}` : `# %%\n${text}`));
  return `${written.join('\n\n')}\n`;
}
