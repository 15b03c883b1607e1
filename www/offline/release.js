// The release of the site: `cargo run -- pack` puts the real one in the place of this file.

/** Changes with any change of any file. */
export const VERSION = '';
/** The files to keep, relative to the site, and the fingerprint of each. @type {[string, string][]} */
export const FILES = [];
