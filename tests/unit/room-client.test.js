// The room's client: how it comes to the server, and how it comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClock } from './room-clock.js';
import { createServer } from './room-server.js';
import { Wire, connect } from './room-wire.js';

const ID = '0123456789abcdef0123456789abcdef';

test('it says hello and is welcomed', () => {
  const [clock, wire] = [createClock(), new Wire(createServer())];
  /** @type {any[]} */
  const heard = [];
  const client = connect(wire, clock, { id: ID, heard: (message) => heard.push(message) });
  assert.equal(client.open(), false);
  clock.pass(10);
  assert.equal(client.open(), true);
  assert.deepEqual([heard[0].type, heard[0].run, wire.opened], ['welcome', 'run1', ['socket']]);
});

test('where WebSockets are refused twice, long polling takes their place, and stays', () => {
  const [clock, wire] = [createClock(), new Wire(createServer())];
  wire.socketless = true;
  const client = connect(wire, clock, { id: ID });
  clock.pass(5000);
  assert.deepEqual(wire.opened, ['socket', 'socket', 'polling']);
  assert.equal(client.open(), true);
  wire.cut();
  clock.pass(2000);
  assert.equal(wire.opened.at(-1), 'polling');
  assert.equal(client.open(), true);
});

test('a WebSocket that was welcomed once is tried again, however often it is cut', () => {
  const [clock, wire] = [createClock(), new Wire(createServer())];
  const client = connect(wire, clock, { id: ID });
  for (let i = 0; i < 5; i += 1) {
    clock.pass(2000);
    assert.equal(client.open(), true);
    wire.cut();
    assert.equal(client.open(), false);
  }
  clock.pass(2000);
  assert.deepEqual(new Set(wire.opened), new Set(['socket']));
});

test('it waits twice as long after each failure, up to a limit, and at once when the device wakes up', () => {
  const [clock, wire] = [createClock(), new Wire(createServer())];
  wire.down = true;
  const client = connect(wire, clock, { id: ID });
  clock.pass(20_000);
  const first = wire.opened.length;
  assert.ok(first >= 4 && first <= 7, String(first));
  clock.pass(60_000);
  const later = wire.opened.length - first;
  assert.ok(later >= 3 && later <= 5, String(later));
  wire.down = false;
  client.wake();
  clock.pass(10);
  assert.equal(client.open(), true);
});

test('the times of two hundred pages differ', () => {
  const clock = createClock();
  const wire = new Wire(createServer());
  wire.down = true;
  /** @type {Set<number>} */
  const times = new Set();
  const chances = [0, 0.25, 0.5, 0.75];
  const before = clock.later;
  clock.later = (work, milliseconds) => {
    if (milliseconds > 100 && milliseconds < 1000) times.add(milliseconds);
    return before(work, milliseconds);
  };
  return import('../../www/room/client.js').then(({ createClient }) => {
    for (const chance of chances) createClient({ id: ID, key: null, socket: wire.by('socket', clock), polling: wire.by('polling', clock), later: clock.later, chance: () => chance, now: clock.now, heard: () => {}, changed: () => {} }).start();
    clock.pass(5);
    assert.equal(times.size, chances.length);
  });
});

test('a server that never welcomes is given up and tried again', () => {
  const clock = createClock();
  let tries = 0;
  /** @type {import('../../www/room/client.js').Open} */
  const silent = () => {
    tries += 1;
    return { send: () => {}, close: () => {} };
  };
  return import('../../www/room/client.js').then(({ createClient }) => {
    createClient({ id: ID, key: null, socket: silent, polling: silent, later: clock.later, chance: () => 0.5, now: clock.now, heard: () => {}, changed: () => {} }).start();
    clock.pass(25_000);
    assert.equal(tries, 3);
  });
});

test('what is said faster than the server takes is sent bit by bit, in its order', () => {
  const [clock, wire] = [createClock(), new Wire(createServer())];
  const client = connect(wire, clock, { id: ID });
  clock.pass(10);
  for (let index = 0; index < 100; index += 1) client.say({ type: 'vote', round: 'a', index, label: 0 });
  clock.pass(2);
  assert.equal(wire.server.taken.length, 40);
  clock.pass(1000);
  assert.ok(wire.server.taken.length <= 40 + 1000 / 50, `${wire.server.taken.length} within a second`);
  clock.pass(10_000);
  assert.deepEqual(wire.server.taken.map(([, { index }]) => index), Array.from({ length: 100 }, (_, i) => i));
});

test('a device that was asleep connects anew at once, and hears what is now', () => {
  const [clock, wire] = [createClock(), new Wire(createServer())];
  /** @type {string[]} */
  const heard = [];
  const client = connect(wire, clock, { id: ID, heard: ({ type }) => heard.push(type) });
  clock.pass(10);
  client.renew();
  assert.equal(client.open(), false);
  clock.pass(10);
  assert.deepEqual([client.open(), heard, wire.opened], [true, ['welcome', 'welcome'], ['socket', 'socket']]);
  clock.pass(60_000);
  assert.equal(wire.opened.length, 2, 'once');
  assert.equal(wire.server.state().here, 1);
});

test('nothing is heard of a connection that was left', () => {
  const [clock, wire] = [createClock(), new Wire(createServer())];
  let heard = 0;
  const client = connect(wire, clock, { id: ID, heard: () => (heard += 1) });
  clock.pass(10);
  const before = heard;
  client.close();
  wire.server.accept(() => {}).receive({ type: 'hello', v: 1, id: 'other', key: 'key' });
  clock.pass(60_000);
  assert.equal(heard, before);
  assert.equal(wire.opened.length, 1);
});
