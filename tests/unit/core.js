// The Rust core in Node.js, for tests that need its numbers but no browser.
import { readFileSync } from 'node:fs';
import * as bindings from '../../www/wasm/irozuku.js';

const { memory } = await bindings.default({ module_or_path: readFileSync(new URL('../../www/wasm/irozuku_bg.wasm', import.meta.url)) });

/** The memory of the core. */
export { memory };
/** What `load()` of www/core/wasm.js gives in a browser. */
export { bindings };
