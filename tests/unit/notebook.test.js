// The notebook that is taken home computes as the page does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../www/app/session.js';
import { initial } from '../../www/state/schema.js';
import { notebookFor } from '../../www/export/notebook/index.js';
import { TEXT } from '../../www/text/index.js';
import { bindings } from './core.js';

test('in a notebook inputs are standardised by the colours to learn from alone', () => {
  const first = initial();
  const session = new Session(bindings, { ...first, settings: { ...first.settings, input: 'standardised' } });
  /** @type {{ cells: { source: string[] }[] }} */
  const { cells } = JSON.parse(notebookFor(session, TEXT.en.notebook));
  const rules = cells.flatMap(({ source }) => source).filter((line) => /^(offset|divisor)/.test(line));
  assert.ok(rules.some((line) => line.includes('.mean(')) && rules.some((line) => line.includes('.std(')));
  for (const line of rules) assert.deepEqual([...new Set(line.match(/rgb_\w+/g) ?? ['rgb_train'])], ['rgb_train'], line);
});
