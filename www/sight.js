// Whether an element can be seen: on the page, and inside what the window and its scrolling parents show.

/**
 * Tells when an element comes into sight, and when it goes.
 * @param {Element} element
 * @param {(seen: boolean) => void} tell
 * @returns {() => void} ends it
 */
export function watch(element, tell) {
  const observer = new IntersectionObserver((entries) => tell(entries[entries.length - 1].isIntersecting));
  observer.observe(element);
  return () => observer.disconnect();
}
