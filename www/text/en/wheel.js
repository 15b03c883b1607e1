// The words of the wheel and of the catches. Same keys as in ../ja/.

/** @type {typeof import('../ja/wheel.js').wheel} */
export const wheel = {
  label: 'Hue and saturation',
  value: (c) => `${c.hex}, hue ${c.hue}°, saturation ${c.saturation}%, brightness ${c.brightness}%${c.answer === '' ? '' : `: the network says ${c.answer}`}`,
  brightness: 'Brightness',
  hint: 'Drag it anywhere',
  catches: 'Your catches',
  dare: 'Find a colour that fools it.',
  kept: 'They travel in your link.',
  clear: 'Clear',
  caught: (c) => `${c.hex}: ${c.answer === '' ? 'no answer' : `it says ${c.answer}`}${c.label === '' ? '' : c.label === c.answer ? ', which is right by now' : `, but it should be ${c.label}`}`,
};
