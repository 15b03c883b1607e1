// Placeholder of the packed assets: packing replaces this file.

/** The stylesheet: its text, or its name. */
export const STYLE = '';
/** The WebAssembly: as base64 of a gzip file, or its name. */
export const CORE = '';
