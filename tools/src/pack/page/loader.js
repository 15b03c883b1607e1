// The loader of the one-file page: it unpacks the archive in the page, hands the WebAssembly over, and lets the element run.
import { decoded } from './base85.js';

async function open() {
  const block = /** @type {HTMLElement} */ (document.getElementById('irozuku-archive'));
  const packed = decoded(block.textContent ?? '');
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const archive = await new Response(stream).arrayBuffer();
  block.remove();
  const length = new DataView(archive).getUint32(0);
  // For assets.js in the element, which takes it away again.
  Object.assign(globalThis, { irozukuCore: new Uint8Array(archive, 4 + length) });
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = new TextDecoder().decode(new Uint8Array(archive, 4, length));
  // It is told where the page's policy does not know the script: then it is not the one that was packed.
  document.addEventListener('securitypolicyviolation', ({ target }) => {
    if (target === script) tell();
  });
  document.head.append(script);
}

/** The words are in the page, for when not even this runs. */
function tell() {
  const words = /** @type {HTMLElement} */ (document.querySelector('.unopened'));
  words.setAttribute('role', 'alert');
}

open().catch(tell);
