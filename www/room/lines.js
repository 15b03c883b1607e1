// The two ways to the room's server in a browser: a WebSocket, and long polling where proxies or old networks refuse that.

/** @typedef {import('./client.js').Open} Open */

/** What the answer to a poll may take, ms: the server waits up to 20 s before it answers. */
const ANSWERS_WITHIN = 40_000;

/**
 * @param {string} page the address of the page
 * @returns {Open}
 */
export function socketTo(page) {
  const address = new URL('/room/socket', page);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return (on) => {
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      on.closed();
    };
    /** @type {WebSocket} */
    let socket;
    try {
      socket = new WebSocket(address);
    } catch {
      // Something in the browser forbids it.
      queueMicrotask(end);
      return { send: () => {}, close: () => (over = true) };
    }
    socket.addEventListener('open', () => over || on.opened());
    socket.addEventListener('message', ({ data }) => over || on.heard(parsed(data)));
    socket.addEventListener('close', end);
    socket.addEventListener('error', end);
    return {
      send: (messages) => messages.forEach((message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message))),
      close() {
        over = true;
        socket.close();
      },
    };
  };
}

/**
 * @param {string} page the address of the page
 * @param {string} id of the visitor
 * @returns {Open}
 */
export function pollingTo(page, id) {
  const headers = { 'x-irozuku-visitor': id, 'content-type': 'application/json' };
  return (on) => {
    const ending = new AbortController();
    let after = 0;
    /** Sends are made one after another, so that they arrive in their order. @type {Promise<void>} */
    let sent = Promise.resolve();

    function end() {
      if (ending.signal.aborted) return;
      ending.abort();
      on.closed();
    }

    /** @param {readonly import('./messages.js').Said[]} messages */
    async function post(messages) {
      const answer = await fetch(new URL('/room/send', page), { method: 'POST', headers, body: JSON.stringify(messages), signal: ending.signal });
      if (!answer.ok) throw new Error(String(answer.status));
    }

    async function poll() {
      while (!ending.signal.aborted) {
        const patience = setTimeout(end, ANSWERS_WITHIN);
        const answer = await fetch(new URL(`/room/poll?after=${after}`, page), { headers, signal: ending.signal }).finally(() => clearTimeout(patience));
        if (!answer.ok) throw new Error(String(answer.status));
        for (const message of await answer.json()) {
          after = Math.max(after, Number(message?.seq) || 0);
          if (!ending.signal.aborted) on.heard(message);
        }
      }
    }

    queueMicrotask(() => {
      if (ending.signal.aborted) return;
      on.opened();
      sent.then(poll).catch(end);
    });
    return {
      send(messages) {
        sent = sent.then(() => post(messages));
        sent.catch(end);
      },
      close: () => ending.abort(),
    };
  };
}

/** @param {unknown} text */
function parsed(text) {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
