// The loader of the one-file page: it unpacks the archive in the page, hands the WebAssembly over, and lets the element run.
import { decoded } from './base85.js';

const SORRY = {
  ja: 'このブラウザではひらけませんでした。2023 年以降の Chrome、Edge、Firefox、Safari のどれかでひらくか、ファイルをもう一度ダウンロードしてください。',
  en: 'This browser could not open the page. Open it in Chrome, Edge, Firefox or Safari of 2023 or later, or download the file again.',
};

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

function tell() {
  const told = document.createElement('div');
  told.setAttribute('role', 'alert');
  for (const [lang, sentence] of Object.entries(SORRY)) {
    const words = document.createElement('p');
    words.lang = lang;
    words.textContent = sentence;
    told.append(words);
  }
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  main.textContent = '';
  main.append(told);
}

open().catch(tell);
