// Who this page is to the room: a number by chance that a reload keeps, and the lecturer's key where it has one.

/** Where they are kept, in this tab alone. */
const [ID, KEY, STANCE] = ['irozuku.room/id', 'irozuku.room/key', 'irozuku.room/own'];

/**
 * @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null} storage of the tab; null where there is none
 * @param {Location} place
 * @param {History} past
 */
export function visitorOf(storage, place, past) {
  const words = new URLSearchParams(place.hash.slice(1));
  const given = words.get('lead');
  if (given !== null) {
    // Nobody reads it off the address on the screen.
    words.delete('lead');
    past.replaceState(past.state, '', `${place.pathname}${place.search}${words.size > 0 ? `#${words}` : ''}`);
    storage?.setItem(KEY, given);
  }
  const known = storage?.getItem(ID) ?? '';
  const id = /^[0-9a-f]{32}$/.test(known) ? known : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  storage?.setItem(ID, id);
  const key = given ?? storage?.getItem(KEY) ?? null;

  return {
    id,
    key,
    /** Whether it stood on its own page when it was left. */
    own: storage?.getItem(STANCE) === '1',
    /** Goes on as a participant: the key was not the lecturer's. */
    forget() {
      storage?.removeItem(KEY);
      place.reload();
    },
    /** Keeps whether it stands on its own page. @param {boolean} own */
    keep: (own) => (own ? storage?.setItem(STANCE, '1') : storage?.removeItem(STANCE)),
  };
}
