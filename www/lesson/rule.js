// The rule that everybody thinks of: a colour is called after its largest channel. Pure.

/**
 * How many colours the rule classifies as their labels do; classes are red, green, blue.
 * @param {readonly import('../core/wasm.js').Sample[]} samples
 */
export function largestOf(samples) {
  return samples.filter(({ rgb, label }) => rgb.indexOf(Math.max(...rgb)) === label).length;
}
