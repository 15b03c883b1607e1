// The packed site: the element, cached for use without a network, and a notice of a new release.
import '../irozuku-demo.js';
import { alone } from '../embed/scenes.js';

/** @typedef {import('../irozuku-demo.js').IrozukuDemo} Demo */

/**
 * Shows the notice; if the learner accepts it, the new release takes over, and opens in the same state.
 * @param {ServiceWorkerRegistration} registration
 */
async function offer(registration) {
  const demo = /** @type {Demo | null} */ (document.querySelector('irozuku-demo'));
  await demo?.ready.catch(() => {});
  // Show nothing on a slide; the next visit finds the release.
  if (!demo || alone(demo.state)) return;
  demo.notify('updated', () => {
    history.replaceState(history.state, '', addressOf(demo));
    const { waiting } = registration;
    // Another window may have activated it already.
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over');
  });
}

/**
 * The address of the present state, with the keys that a link for others leaves out.
 * @param {Demo} demo
 */
function addressOf(demo) {
  const { present, theme } = demo.state;
  const origin = new URLSearchParams(location.hash.slice(1)).get('allow-origin');
  const more = new URLSearchParams({ ...(present ? { present: '1' } : {}), theme, ...(origin ? { 'allow-origin': origin } : {}) });
  return `${demo.link()}&${more}`;
}

async function register() {
  // Relative to the page: this script may be packed under another name.
  const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI), { updateViaCache: 'none' });
  // The first release activates at once, and needs no notice.
  const look = () => registration.waiting && registration.active && offer(registration);
  const watch = () => registration.installing?.addEventListener('statechange', look);
  look();
  // A release may have been found before the page subscribed.
  watch();
  registration.addEventListener('updatefound', watch);
  document.addEventListener('visibilitychange', () => {
    // Ignore: there is no network.
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
}

// Without service workers, or where they are forbidden, the site works only with a network.
if ('serviceWorker' in navigator) register().catch(() => {});
