// The sentences where the data are pictures: none of them speaks of colours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '../../www/app/present.js';
import { Session } from '../../www/app/session.js';
import { sentenceOf, story } from '../../www/explain/narration.js';
import { initial } from '../../www/state/schema.js';
import { textFor } from '../../www/text/index.js';
import { TEXT } from './words.js';
import { bindings } from './core.js';

/** The words for colours. */
const COLOURS = { en: /colou?r/i, ja: /色/ };
const LANGUAGES = /** @type {const} */ (['en', 'ja']);

/** @param {'en' | 'ja'} lang */
function begun(lang) {
  const session = new Session(bindings, { ...initial(), lang }, { later: () => {} });
  session.dispatch('dataset', 'patterns');
  return session;
}

/**
 * What is said at every stop of a walk: the story, the number that it names, and the choices.
 * @param {Session} session
 */
function walk(session) {
  /** @type {Map<string, string>} */
  const said = new Map();
  const tell = () => present(session, { dark: false });
  for (let model = tell(); ; model = tell()) {
    const { text, state, named } = model;
    const { title, sentence } = story(model);
    said.set(state.at, [title, sentence].join(' '));
    if (named) {
      session.dispatch('select', named);
      const opened = tell();
      said.set(`${state.at}: ${named}`, opened.sentence);
      session.dispatch('select', null);
    }
    const { shown, data, samples } = model;
    said.set(`${state.at}: choices`, [text.scope, text.scopeUpdate, text.scopes.one, text.scopes.batch(20), text.row(0, samples.length), text.tile(shown.rgb, data.classes[0], data.classes[1])].join(' '));
    if (state.at === 'update') return said;
    session.dispatch('forward');
  }
}

test('no sentence about pictures speaks of colours, forward and backward, of one and of a batch', () => {
  for (const lang of LANGUAGES) {
    for (const scope of /** @type {const} */ (['one', 'batch'])) {
      const session = begun(lang);
      session.dispatch('put', { scope });
      const said = walk(session);
      assert.ok([...said.keys()].filter((key) => key.startsWith('backward:') && !key.includes(' ')).length >= 8, `${[...said.keys()]}`);
      for (const [at, words] of said) {
        assert.doesNotMatch(words, COLOURS[lang], `${lang}, ${scope}, ${at}`);
        assert.doesNotMatch(words, /undefined|NaN|null|object/, `${lang}, ${scope}, ${at}`);
      }
    }
  }
});

test('no sentence after training on pictures, or about an update that one of them taught, speaks of colours', () => {
  for (const lang of LANGUAGES) {
    const session = begun(lang);
    session.dispatch('put', { update: 'one' });
    const said = walk(session);
    const model = { ...present(session, { dark: false }), mood: /** @type {const} */ ('trained') };
    for (const words of [said.get('update'), story(model).sentence, story({ ...model, playing: true }).sentence]) assert.doesNotMatch(words ?? '', COLOURS[lang]);
  }
});

test('the words of the tabs about data take the noun of the inputs where they have one', () => {
  for (const lang of LANGUAGES) {
    const [picture, colour] = [textFor(lang, [3, 12, 12]), textFor(lang, [3])];
    assert.equal(colour, TEXT[lang]);
    const words = (/** @type {typeof picture} */ text) => [
      text.room.colours, text.rowBack, text.rowNext, text.sampled(10, 20), text.shownOf(3, 9), text.amountTrain, text.amountTest, text.setting.amount, text.settingNote.batch,
      text.settingNote.amount, text.settingRange.amount, text.runOthers, text.finding.dead('ReLU1', 1, 8, '0'), text.finding.sure('90%', '1%'), text.problems.relearn({ steps: '3' }), text.problems.chosen(),
      text.tensorIn.loss, text.tensors.loss, text.micro.mean(20), text.micro.own, text.micro.colour(1), text.closely.losses(20), text.titles.start,
    ];
    words(picture).forEach((word) => assert.doesNotMatch(word, COLOURS[lang]));
    words(colour).forEach((word, i) => assert.equal(word !== words(picture)[i], COLOURS[lang].test(word), word));
    assert.ok(words(colour).filter((word) => COLOURS[lang].test(word)).length >= 16);
  }
});

test('the sentences of a picture tell its shape, how it is scaled, and what a Convolution and a pooling are', () => {
  const said = walk(begun('en'));
  const opened = begun('en');
  opened.dispatch('put', { scope: 'batch' });
  assert.match(walk(opened).get('forward:data') ?? '', /20 training pictures.* 432 numbers: 3 channels \(red, green, blue\) of 12 × 12 pixels.*divided by 255/);
  assert.match(said.get('forward:conv1') ?? '', /3 × 3 numbers of 3 channels.*8 kernels of 27 weights make 8 channels.*144 places/);
  assert.match(said.get('forward:pool1') ?? '', /12 × 12 became 6 × 6.*288 of 1,152/);
  assert.match(said.get('forward:affine1') ?? '', /108 that came in \(12 channels of 3 × 3, laid in one row\)/);
  assert.match(said.get('backward:conv2') ?? '', /36 places/);
});

test('the gradients that the gates behind a Convolution stop and pass are those that a pooling passed back', () => {
  const session = begun('en');
  while (session.state.at !== 'backward:conv1') session.dispatch('forward');
  const model = present(session, { dark: false });
  const { lab } = session.store;
  const came = [...lab.tensor('relu1.dout')].filter((value) => value !== 0).length;
  const passed = [...lab.tensor('conv1.dout')].filter((value) => value !== 0).length;
  assert.ok(came > passed && passed > 0);
  assert.ok(story(model).sentence.includes(`${came - passed} wishes were stopped at shut gates, ${passed} came through`), story(model).sentence);
});

test('the sentence of a number of a picture says over which window it is a sum', () => {
  const session = begun('en');
  while (session.state.at !== 'backward:conv1') session.dispatch('forward');
  const [en, ja] = LANGUAGES.map((lang) => textFor(lang, [3, 12, 12]));
  const explain = (/** @type {string} */ address) => session.store.lab.explain(address);
  assert.match(sentenceOf(en, explain('conv1.out[0,3,5,7]')), /a sum over a window of 3 × 3 in 3 channels/);
  assert.match(sentenceOf(ja, explain('conv2.dx[0,3,0,4]')), /12\sチャンネルの 3 × 3\sの窓の和/);
  assert.doesNotMatch(sentenceOf(en, explain('affine1.out[0,1]')), /window/);
});
