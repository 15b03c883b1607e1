// Placeholder of the packed assets: packing replaces this file.

/** The stylesheet: its text, or its name. */
export const STYLE = '';
/** The WebAssembly: as base64 of a gzip file, or its name. */
export const CORE = '';
/** The files of the data sets, by their names: each as base64 of a gzip file, its name, or its place in the archive. @type {Record<string, string>} */
export const DATA = {};
/** Whether modules that are imported when they are wanted lie in files of their own. */
export const APART = false;
