// What a session can be taken home as: each a file with its name.
import { notebookText, scriptText } from './notebook/file.js';
import { cellsFromHere, cellsFromStart } from './notebook/index.js';
import { weightsAsJson, weightsAsNpz } from '../weights/write.js';

/** @typedef {'course' | 'notebook' | 'script' | 'npz' | 'json'} Kind `course`: a notebook that begins with the first weights; all others are of this moment */
/** @typedef {import('../app/session.js').Session} Session */
/** @typedef {import('./notebook/notebook.js').Words} Words */

/** @type {Record<Kind, { name: string, type: string, content: (session: Session, words: Words) => string | Uint8Array<ArrayBuffer> }>} */
const FILES = {
  course: { name: 'irozuku.ipynb', type: 'application/x-ipynb+json', content: (session, words) => notebookText(cellsFromStart(session, words)) },
  notebook: { name: 'irozuku-moment.ipynb', type: 'application/x-ipynb+json', content: (session, words) => notebookText(cellsFromHere(session, words)) },
  script: { name: 'irozuku.py', type: 'text/x-python', content: (session, words) => scriptText(cellsFromHere(session, words)) },
  npz: { name: 'irozuku.npz', type: 'application/zip', content: (session) => weightsAsNpz(session) },
  json: { name: 'irozuku-weights.json', type: 'application/json', content: (session) => weightsAsJson(session) },
};

/**
 * @param {Session} session
 * @param {Kind} kind
 * @param {Words} words
 * @returns {{ name: string, blob: Blob }}
 */
export function fileFor(session, kind, words) {
  const { name, type, content } = FILES[kind];
  return { name, blob: new Blob([content(session, words)], { type }) };
}
