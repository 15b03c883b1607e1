// The service worker of the packed site: it keeps all files of one release, so that the site opens without a network.
// A new release is kept beside the old one, and waits until the learner wants it.
import { FILES, VERSION } from './release.js';

/** @type {any} The types of a worker would contradict those of a page. */
const worker = globalThis;
/** The folder of the site, with a slash at its end. @type {string} */
const HOME = worker.registration.scope;
/** Sites in other folders of the same server have their own. */
const OURS = `irozuku-${new URL(HOME).pathname}-`;
const CACHE = OURS + VERSION;
const KEPT = FILES.map(([file]) => new URL(file, HOME).href);

worker.addEventListener('install', (/** @type {any} */ event) => {
  // Not what the browser's own store still has of an older release; and where the server has another one of some file,
  // as while a release is put up, none is kept, and the browser tries again later.
  const wanted = FILES.map(([, integrity], i) => new Request(KEPT[i], { cache: 'reload', integrity }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(wanted)));
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(Promise.all([tidy(), worker.clients.claim()]));
});

worker.addEventListener('message', (/** @type {MessageEvent} */ { data }) => {
  if (data === 'take over') worker.skipWaiting();
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const url = keptAs(request.url);
  if (request.method === 'GET' && KEPT.includes(url)) event.respondWith(answer(request, url));
});

/**
 * Under which address something is kept: a query does not matter, and the page has two names.
 * @param {string} asked
 */
function keptAs(asked) {
  const url = asked.split(/[?#]/)[0];
  return url === `${HOME}index.html` ? HOME : url;
}

/**
 * @param {Request} request
 * @param {string} url
 */
async function answer(request, url) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url, { ignoreVary: true })) ?? fetch(request);
}

/** Lets the files of older releases go. */
async function tidy() {
  const names = await caches.keys();
  // The fingerprint has no hyphen: a longer name belongs to a folder within this one.
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE && !name.slice(OURS.length).includes('-'));
  await Promise.all(old.map((name) => caches.delete(name)));
}
