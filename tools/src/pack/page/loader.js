// The loader of the one-file page: it unpacks the archive in the page, passes the WebAssembly on, and starts the element.
import { decoded } from './base91.js';

async function open() {
  const block = /** @type {HTMLElement} */ (document.getElementById('irozuku-archive'));
  const packed = decoded(block.textContent ?? '');
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const archive = await new Response(stream).arrayBuffer();
  block.remove();
  const length = new DataView(archive).getUint32(0);
  // For assets.js in the element, which deletes it again.
  Object.assign(globalThis, { irozukuCore: new Uint8Array(archive, 4 + length) });
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = new TextDecoder().decode(new Uint8Array(archive, 4, length));
  // The page's policy blocks a script whose hash it does not list: then it is not the packed one.
  document.addEventListener('securitypolicyviolation', ({ target }) => {
    if (target === script) showFailure();
  });
  document.head.append(script);
}

/** Announces the message that the page holds, also for when this script does not run. */
function showFailure() {
  const message = /** @type {HTMLElement} */ (document.querySelector('.unopened'));
  message.setAttribute('role', 'alert');
}

open().catch(showFailure);
