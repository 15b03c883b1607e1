// A rate limit: a token bucket, so that a flood of events stays bounded.

/**
 * @param {number} most how many events pass in a second, and at once
 * @param {() => number} [now] a clock, ms
 * @returns {() => boolean} whether one more event may pass now
 */
export function createTap(most, now = () => performance.now()) {
  let left = most;
  let checked = now();
  return () => {
    const time = now();
    left = Math.min(most, left + ((time - checked) / 1000) * most);
    checked = time;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
