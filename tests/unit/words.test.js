// The words of the page, in both languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '../../www/app/present.js';
import { completed } from '../../www/text/completed.js';
import { languageFor } from '../../www/text/index.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';
import { learner } from './learner.js';
import { pupil } from './pupil.js';

/**
 * What there is to say, and with how much.
 * @param {unknown} value
 * @param {string} path
 * @returns {string[]}
 */
function shape(value, path) {
  if (typeof value === 'function') return [`${path}(${value.length})`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}${value === '' ? ' of nothing' : ''}`];
  return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
}

test('both languages have the same words to say', () => {
  const [ja, en] = [TEXT.ja, TEXT.en].map((text) => shape(text, 'text').sort());
  assert.ok(ja.length > 100);
  assert.deepEqual(ja, en);
  assert.deepEqual(ja.filter((entry) => entry.endsWith('of nothing')), []);
});

test('every problem of the core has words', () => {
  const lab = new bindings.Lab({}, undefined);
  // What the core can say no to, and what it gives to say it with.
  const attempts = [
    () => lab.value('affine1.w[0,0]'),
    () => {
      lab.makePass({ kind: 'batch' });
      lab.value('nonsense');
    },
    () => lab.value('affine9.w[0,0]'),
    () => lab.value('relu1.w[0,0]'),
    () => lab.value('affine1.w[3,0]'),
    () => lab.value('affine1.w'),
    () => lab.makePass({ kind: 'colour', rgb: [1, 2, 3], label: 3 }),
    () => lab.goto(1),
    () => lab.tune(0, 'full'),
    () => lab.tune(1, 0),
    () => lab.makePass({ kind: 'all' }),
    // Nothing at all where there has to be something.
    () => new bindings.Lab({ hidden: [0] }, undefined),
    () => new bindings.Lab({ layers: [{ kind: 'affine', nodes: 0 }] }, undefined),
    () => new bindings.Lab({ batch: 0 }, undefined),
    () => new bindings.Lab({ train: 0 }, undefined),
    () => new bindings.Lab({ data: 'own' }, { classes: [], samples: [] }),
    () => new bindings.Lab({ data: 'own' }, { classes: ['a', 'b'], samples: [{ rgb: [], label: 0 }] }),
    () => new bindings.Lab({ data: 'own' }, { classes: ['a', 'b'], samples: [] }).makePass({ kind: 'batch' }),
  ];
  attempts.forEach((attempt, index) => {
    assert.throws(attempt, ({ code, details }) => {
      for (const text of [TEXT.ja, TEXT.en]) {
        const sentence = text.problems[/** @type {'unknown'} */ (code)]?.(details);
        assert.ok(sentence && !/undefined|null|object/.test(sentence), `attempt ${index}: ${code}: ${sentence}`);
      }
      return true;
    });
  });
});

test('a language with three words has those, and English for the rest', () => {
  const words = completed({ brand: 'Irozuku!', steps: { update: () => 'Neu.' }, trial: { slow: { name: 'Langsam' } } }, TEXT.en);
  assert.equal(words.brand, 'Irozuku!');
  assert.equal(words.steps.update(/** @type {any} */ ({})), 'Neu.');
  assert.equal(words.trial.slow.name, 'Langsam');
  assert.equal(words.trial.slow.why, TEXT.en.trial.slow.why);
  assert.equal(words.steps.loss, TEXT.en.steps.loss);
  assert.deepEqual(words.trial.slow.choices, TEXT.en.trial.slow.choices);
});

test('the language is the one that was chosen, else the first of the browser that there are words for', () => {
  assert.equal(languageFor('ja', ['en']), 'ja');
  assert.equal(languageFor('xx', ['fr-FR', 'ja-JP', 'en']), 'ja');
  assert.equal(languageFor(null, ['en-GB', 'ja']), 'en');
  assert.equal(languageFor(null, ['fr']), 'en');
  assert.equal(languageFor('__proto__', ['constructor']), 'en');
});

/** Words without the marks that hold their letters together on a line. @param {string} words */
const plain = (words) => words.replaceAll('\u2060', '');

test('classes of the page’s own data have Japanese names, and those of the learner stay as they were written', () => {
  const own = { classes: ['grey', 'red'], colours: '8080800ff00001' };
  const one = learner({ lang: 'ja', own });
  const called = () => present(one.session, { dark: false }).classNames.map(plain);
  for (const [data, names] of /** @type {const} */ ([['dominant', ['赤', '緑', '青']], ['vivid', ['鮮やか', 'くすんだ色']], ['own', ['grey', 'red']]])) {
    one.set({ data });
    assert.deepEqual(called(), names);
  }
  one.put({ at: 'forward:loss' });
  assert.match(one.story().sentence, /grey|red/);
  assert.doesNotMatch(plain(one.story().sentence), /くすんだ色|赤/);
});

test('a question about the learner’s own classes names them as they were written', () => {
  const one = pupil();
  one.put({ lang: 'ja', own: { classes: ['grey', 'red'], colours: '8080800ff00001' } });
  one.enter('forward.scores');
  one.set({ data: 'own' });
  const words = plain(one.words().join(' '));
  assert.match(words, /grey.+red/);
  assert.doesNotMatch(words, /くすんだ色|赤/);
});
