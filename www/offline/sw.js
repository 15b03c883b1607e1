// The service worker of the packed site: it caches all files of one release, so that the site opens without a network.
// A new release is cached beside the old one, and waits until the learner accepts it.
import { FILES, VERSION } from './release.js';

/** @type {any} The types of a worker would contradict those of a page. */
const worker = globalThis;
/** The folder of the site, with a slash at its end. @type {string} */
const HOME = worker.registration.scope;
/** The prefix of this site's caches: sites in other folders of the same server have others. */
const PREFIX = `irozuku-${new URL(HOME).pathname}-`;
const CACHE = PREFIX + VERSION;
const CACHED = FILES.map(([file]) => new URL(file, HOME).href);

worker.addEventListener('install', (/** @type {any} */ event) => {
  // Bypass the HTTP cache, which may hold files of an older release. If the server has another version of some file,
  // as during an upload, nothing is cached, and the browser tries again later.
  const requests = FILES.map(([, integrity], i) => new Request(CACHED[i], { cache: 'reload', integrity }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(Promise.all([deleteOld(), worker.clients.claim()]));
});

worker.addEventListener('message', (/** @type {MessageEvent} */ { data }) => {
  if (data === 'take over') worker.skipWaiting();
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const url = cacheKey(request.url);
  if (request.method === 'GET' && CACHED.includes(url)) event.respondWith(respond(request, url));
});

/**
 * The address of a file in the cache: a query does not matter, and the page has two names.
 * @param {string} requested
 */
function cacheKey(requested) {
  const url = requested.split(/[?#]/)[0];
  return url === `${HOME}index.html` ? HOME : url;
}

/**
 * @param {Request} request
 * @param {string} url
 */
async function respond(request, url) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url, { ignoreVary: true })) ?? fetch(request);
}

/** Deletes the files of older releases. */
async function deleteOld() {
  const names = await caches.keys();
  // The fingerprint has no hyphen: a longer name belongs to a folder within this one.
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE && !name.slice(PREFIX.length).includes('-'));
  await Promise.all(old.map((name) => caches.delete(name)));
}
