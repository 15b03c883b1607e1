// The loader of the one-file page: it unpacks the archive in the page, passes the WebAssembly on, and starts the element.
import { decoded } from './seven.js';
import { unpacked } from './lzma.js';

function open() {
  const block = /** @type {HTMLElement} */ (document.getElementById('irozuku-archive'));
  const packed = decoded(block.textContent ?? '');
  const { buffer: archive } = unpacked(packed.subarray(4), lengthAt(packed.buffer, 0));
  block.remove();
  const [app, ...parts] = partsOf(archive);
  // For assets.js in the element, which deletes them again.
  Object.assign(globalThis, { irozukuParts: parts });
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = new TextDecoder().decode(app);
  // The page's policy blocks a script whose hash it does not list: then it is not the packed one.
  document.addEventListener('securitypolicyviolation', ({ target }) => {
    if (target === script) showFailure();
  });
  document.head.append(script);
}

/**
 * The parts of an archive, each of which stands after its length.
 * @param {ArrayBuffer} archive
 */
function partsOf(archive) {
  const parts = [];
  for (let at = 0; at < archive.byteLength; at += 4 + parts[parts.length - 1].length) parts.push(new Uint8Array(archive, at + 4, lengthAt(archive, at)));
  return parts;
}

/**
 * A length in four bytes.
 * @param {ArrayBuffer} bytes
 * @param {number} at
 */
const lengthAt = (bytes, at) => new DataView(bytes).getUint32(at);

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
