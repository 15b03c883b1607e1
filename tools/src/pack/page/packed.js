// What packing puts beside the modules: in the place of this file stands the real one then.

/** The stylesheet: its text, or its name. */
export const STYLE = '';
/** The WebAssembly: as base64 of a gzip file, or its name. */
export const CORE = '';
