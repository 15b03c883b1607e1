// Loads a plain script that leaves a global behind.

/** @type {Map<string, Promise<void>>} */
const loaded = new Map();

/**
 * Loads it once.
 * @param {string} path
 */
export function script(path) {
  const before = loaded.get(path);
  if (before) return before;
  const loading = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    const element = document.createElement('script');
    element.src = path;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`${path} can't be loaded`));
    document.head.append(element);
  });
  loaded.set(path, loading);
  return loading;
}
