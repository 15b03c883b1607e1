// The loader of the one-file page: it unpacks the archive in the page, passes the WebAssembly on, and starts the element.
import { decoded } from './base91.js';
import { unpacked } from './lzma.js';

function open() {
  const block = /** @type {HTMLElement} */ (document.getElementById('irozuku-archive'));
  const packed = decoded(block.textContent ?? '');
  const { buffer: archive } = unpacked(packed.subarray(4), lengthAt(packed.buffer));
  block.remove();
  const length = lengthAt(archive);
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

/** The length that an archive begins with. @param {ArrayBuffer} bytes */
const lengthAt = (bytes) => new DataView(bytes).getUint32(0);

/** Announces the message that the page holds, also for when this script does not run. */
function showFailure() {
  const message = /** @type {HTMLElement} */ (document.querySelector('.unopened'));
  message.setAttribute('role', 'alert');
}

try {
  open();
} catch {
  showFailure();
}
