// The address at which others open the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedAddress } from '../../www/element/shared-address.js';

const ROOM = 'http://192.0.2.7:8016/';

test('an address that only this computer knows is replaced by that of the room', () => {
  for (const host of ['127.0.0.1:8016', '127.1.2.3:8016', 'localhost:8016', 'a.localhost', '[::1]:8016']) {
    assert.deepEqual(sharedAddress(`http://${host}/#lang=en`, ROOM), { address: ROOM, reach: 'everybody' }, host);
    assert.deepEqual(sharedAddress(`http://${host}/`, null), { address: `http://${host}/`, reach: 'computer' }, host);
  }
  assert.equal(sharedAddress('http://127.0.0.1:8016/index.html?a=b#c', ROOM).address, `${ROOM}index.html?a=b`);
});

test('any other address of the web stays as it is', () => {
  for (const address of ['https://example.org/a/', 'http://192.0.2.9:8016/', 'http://localhost.example.org/', 'http://127.example.org/x?y']) {
    for (const room of [ROOM, null]) assert.deepEqual(sharedAddress(`${address}#lang=en`, room).reach, 'everybody', address);
    assert.equal(sharedAddress(`${address}#lang=en`, ROOM).address, address);
  }
});

test('an address that is not of the web is nobody else’s', () => {
  for (const address of ['file:///home/a/irozuku.html', 'about:srcdoc', 'blob:https://example.org/0123', 'data:text/html,a']) {
    assert.deepEqual(sharedAddress(`${address}#lang=en`, null), { address, reach: 'file' });
  }
});
