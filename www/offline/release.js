// The release of the site: `cargo run -- pack` puts the real one in the place of this file.

/** Changes with every change of a file. */
export const VERSION = '';
/** The files to cache, relative to the site, and the fingerprint of each. @type {[string, string][]} */
export const FILES = [];
