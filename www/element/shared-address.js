// The address at which others open the page. It differs from that of the window where that is known to this computer only.

/** Who can open an address: everybody, this computer, or nobody else, since it is that of a file. @typedef {'everybody' | 'computer' | 'file'} Reach */

/**
 * @param {string} here the address of the window
 * @param {string | null} room the server's address in the local network; null where no server has told one
 * @returns {{ address: string, reach: Reach }} the address without the part behind the #
 */
export function sharedAddress(here, room) {
  const [address] = here.split('#');
  const { protocol, hostname, pathname, search } = new URL(address);
  if (!/^https?:$/.test(protocol)) return { address, reach: 'file' };
  if (!/^(127(\.\d+){3}|\[::1\]|(.*\.)?localhost)$/.test(hostname)) return { address, reach: 'everybody' };
  return room ? { address: new URL(pathname + search, room).href, reach: 'everybody' } : { address, reach: 'computer' };
}

/** The address in the local network, which `cargo run -- --lan` writes into the page. */
export function roomAddress() {
  return /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name=irozuku-address]'))?.content ?? null;
}
