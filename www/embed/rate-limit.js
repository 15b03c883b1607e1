// A rate limit: a token bucket, so that a flood of events stays bounded.

/**
 * @param {number} most how many events pass in a second, and at once
 * @param {() => number} [now] a clock, ms
 * @returns {() => boolean} whether one more event may pass now
 */
export function createRateLimit(most, now = () => performance.now()) {
  let tokens = most;
  let last = now();
  return () => {
    const time = now();
    tokens = Math.min(most, tokens + ((time - last) / 1000) * most);
    last = time;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
