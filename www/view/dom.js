// Making elements: a name, its properties, its children.

/**
 * An HTML element. Properties with a hyphen, `role` and `class` become attributes; functions become listeners.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(key, /** @type {EventListener} */ (value));
    else if (key.includes('-') || key === 'role' || key === 'class' || key === 'for') element.setAttribute(key, String(value));
    else Object.assign(element, { [key]: value });
  }
  element.append(...children);
  return element;
}

/**
 * An SVG element with attributes.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | number>} [attributes]
 * @param {...Node} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/**
 * Sets an element's text only where it has changed, so that a screen reader is not called for nothing.
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Sets or removes an attribute only where it has changed.
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value
 */
export function attribute(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Sets a property of an element's own style only where it has changed: one that is inherited has the style of all
 * descendants computed anew.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string} value
 */
export function style(element, name, value) {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

/**
 * A share as a length in a style sheet: 0.25 → 25.00%.
 * @param {number} share of what the length is of, 0 to 1
 */
export function lengthOf(share) {
  return `${(share * 100).toFixed(2)}%`;
}

/**
 * Lets a button be pressed or not. One that can't be pressed loses the focus: then another gets it.
 * @param {HTMLButtonElement} button
 * @param {boolean} off
 * @param {HTMLButtonElement} other
 */
export function disable(button, off, other) {
  const held = off && button.matches(':focus');
  button.disabled = off;
  if (held) other.focus();
}
