// The packed site: the element, kept for when there is no network, and a notice when there is a new release of it.
import '../irozuku-demo.js';
import { alone } from '../embed/scenes.js';

/** @typedef {import('../irozuku-demo.js').IrozukuDemo} Demo */

/**
 * Shows the notice; only when the learner wants it, the new release takes over, and opens at the same moment.
 * @param {ServiceWorkerRegistration} registration
 */
async function offer(registration) {
  const demo = /** @type {Demo | null} */ (document.querySelector('irozuku-demo'));
  await demo?.ready.catch(() => {});
  // Show nothing on a slide; the next opening finds it.
  if (!demo || alone(demo.state)) return;
  demo.notify('updated', () => {
    history.replaceState(history.state, '', addressOf(demo));
    const { waiting } = registration;
    // Another window may have let it in already.
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over');
  });
}

/**
 * The address of this moment, with the keys that a link for others leaves out.
 * @param {Demo} demo
 */
function addressOf(demo) {
  const { present, theme } = demo.state;
  const origin = new URLSearchParams(location.hash.slice(1)).get('allow-origin');
  const more = new URLSearchParams({ ...(present ? { present: '1' } : {}), theme, ...(origin ? { 'allow-origin': origin } : {}) });
  return `${demo.link()}&${more}`;
}

async function keep() {
  // Beside the page, where its own script may be under another name.
  const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI), { updateViaCache: 'none' });
  // The first one waits for nobody, and is no news.
  const look = () => registration.waiting && registration.active && offer(registration);
  const attend = () => registration.installing?.addEventListener('statechange', look);
  look();
  // One may have been found before the page could listen.
  attend();
  registration.addEventListener('updatefound', attend);
  document.addEventListener('visibilitychange', () => {
    // Without a network there is nothing to be found.
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
}

// Where there are none, or they are forbidden, the site works as long as there is a network.
if ('serviceWorker' in navigator) keep().catch(() => {});
