// All stylesheets hold for the whole page, so a class has its look in one view's: another view with a class of that name would
// change it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SHEETS } from '../../www/sheets.js';

/** The classes that a stylesheet gives a look by their name alone, outside of any condition. @param {string} style */
function classesOf(style) {
  const found = new Set();
  let depth = 0;
  for (const [, before, sign] of style.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]*)([{}])/g)) {
    const names = depth === 0 && sign === '{' ? before.split(',').map((selector) => selector.trim()) : [];
    for (const name of names) if (/^\.[\w-]+$/.test(name)) found.add(name);
    depth += sign === '{' ? 1 : -1;
  }
  return found;
}

test('a class has its look in the stylesheet of one view', () => {
  assert.deepEqual([...classesOf('.a { x: y } .b .c { } @media (x) { .d { } } .e, .f { }')], ['.a', '.e', '.f']);
  /** @type {Map<string, string>} */
  const places = new Map();
  for (const sheet of SHEETS.filter((path) => path.startsWith('view/'))) {
    for (const name of classesOf(readFileSync(new URL(`../../www/${sheet}`, import.meta.url), 'utf8'))) {
      assert.ok(!places.has(name), `${name} is in ${places.get(name)} and in ${sheet}`);
      places.set(name, sheet);
    }
  }
  assert.ok(places.size > 100);
});
