// The picked colour in hue, saturation and value. It remembers the hue of a grey and the saturation of black, which red,
// green and blue can't tell, so that the mark comes back to where it was.
import { same } from '../../util/same.js';
import { hsvOf, rgbOf } from './hsv.js';

/** @typedef {import('./hsv.js').Hsv} Hsv */

export function createHold() {
  /** @type {Hsv} */
  let hsv = [0, 0, 0];

  return {
    /** @returns {Hsv} */
    hsv: () => hsv,
    rgb: () => rgbOf(hsv),
    /** @param {Hsv} next */
    set(next) {
      hsv = next;
    },
    /**
     * Follows a colour that was given as red, green and blue, exactly; one that it has already changes nothing.
     * @param {readonly number[]} rgb
     */
    follow(rgb) {
      if (!same(rgbOf(hsv), [...rgb])) hsv = hsvOf(rgb, hsv);
    },
  };
}

/** @typedef {ReturnType<typeof createHold>} Hold */
