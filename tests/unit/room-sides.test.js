// The lecturer's page and the participants' in one room: what they say reaches the others, also when the wire is cut or the server is
// started anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFollower } from '../../www/room/follower.js';
import { createLead } from '../../www/room/lead.js';
import { createClock } from './room-clock.js';
import { createServer } from './room-server.js';
import { Wire, connect } from './room-wire.js';

const id = (/** @type {number} */ n) => n.toString(16).padStart(32, '0');
const ROUND = { round: 'r1', seed: 7, colours: 30, classes: 3, names: ['red', 'green', 'blue'] };

/** @param {Wire} wire @param {import('./room-clock.js').Clock} clock @param {number} n */
function lecturer(wire, clock, n = 0) {
  const page = { moment: 'lang=en' };
  const lead = createLead({ say: (message) => client.say(message), later: clock.later, now: clock.now, moment: () => page.moment, changed: () => {} });
  const client = connect(wire, clock, { id: id(1000 + n), key: 'key', heard: lead.hear });
  return { lead, client, page };
}

/** @param {Wire} wire @param {import('./room-clock.js').Clock} clock @param {number} n */
function participant(wire, clock, n) {
  const follower = createFollower({ say: (message) => client.say(message), later: clock.later, stance: 'following', changed: () => {} });
  const client = connect(wire, clock, { id: id(n), heard: follower.hear });
  return { follower, client };
}

/** A room with a lecturer and so many participants. @param {number} count */
function room(count) {
  const clock = createClock();
  const wire = new Wire(createServer());
  const one = lecturer(wire, clock);
  const all = Array.from({ length: count }, (_, i) => participant(wire, clock, i + 1));
  clock.pass(50);
  return { clock, wire, ...one, all };
}

test('the first lecturer’s page leads, and its moment reaches everybody, also who comes late', () => {
  const { clock, wire, lead, page, all } = room(3);
  assert.equal(lead.lead(), 'leading');
  page.moment = 'lang=en&at=forward:relu1';
  lead.tell();
  clock.pass(200);
  for (const { follower } of all) assert.equal(follower.moment(), 'lang=en&at=forward:relu1');
  const late = participant(wire, clock, 9);
  clock.pass(50);
  assert.equal(late.follower.moment(), 'lang=en&at=forward:relu1');
  assert.equal(lead.counts().here, 4);
});

test('at most ten moments a second are said, the last of them always, and none twice', () => {
  const { clock, wire, lead, page } = room(1);
  const before = wire.server.taken.length;
  for (let i = 0; i < 1000; i += 1) {
    page.moment = `step=${i}`;
    lead.tell();
    clock.pass(1);
  }
  lead.tell();
  clock.pass(1000);
  const said = wire.server.taken.slice(before).map(([, { link }]) => link);
  assert.ok(said.length >= 9 && said.length <= 12, String(said.length));
  assert.equal(said.at(-1), 'step=999');
  lead.tell();
  clock.pass(1000);
  assert.equal(wire.server.taken.length, before + said.length);
});

test('a second lecturer’s page is asked before it takes over, and then the first no longer leads', () => {
  const { clock, wire, lead, all } = room(1);
  const second = lecturer(wire, clock, 1);
  second.page.moment = 'of=second';
  clock.pass(500);
  assert.equal(second.lead.lead(), 'other');
  second.lead.tell();
  clock.pass(500);
  assert.equal(all[0].follower.moment(), 'lang=en');
  second.lead.takeOver();
  clock.pass(500);
  assert.deepEqual([second.lead.lead(), lead.lead(), all[0].follower.moment()], ['leading', 'other', 'of=second']);
});

test('answers are counted at once, and what they were is told when they are revealed', () => {
  const { clock, lead, all } = room(5);
  lead.ask('colour.name:1', 3);
  clock.pass(50);
  all.forEach(({ follower }, i) => i < 4 && assert.ok(follower.answer({ choice: i === 0 ? 2 : 0 })));
  // The last one counts.
  all[1].follower.answer({ choice: 1 });
  clock.pass(50);
  assert.deepEqual([lead.counts().answered, lead.results().counts], [4, [2, 1, 1]]);
  assert.ok(all[0].follower.ledger.arrived('colour.name:1'));
  assert.equal(all[0].follower.question()?.tally, undefined);
  lead.reveal(0);
  clock.pass(50);
  for (const { follower } of all) assert.deepEqual([follower.question()?.revealed, follower.question()?.right, follower.question()?.tally], [true, 0, [2, 1, 1]]);
  assert.equal(all[4].follower.answer({ choice: 0 }), false, 'it is too late');
});

test('numbers come back with their counts', () => {
  const { clock, lead, all } = room(4);
  lead.ask('neuron.sum:1', null);
  clock.pass(50);
  [54.1, 53, 54.1, -2].forEach((value, i) => all[i].follower.answer({ value }));
  clock.pass(50);
  assert.deepEqual(lead.results().values, [[-2, 1], [53, 1], [54.1, 2]]);
});

test('a pause reaches everybody, and who comes meanwhile', () => {
  const { clock, wire, lead, all } = room(2);
  lead.pause(true);
  clock.pass(50);
  const late = participant(wire, clock, 9);
  clock.pass(50);
  assert.deepEqual([...all, late].map(({ follower }) => follower.paused()), [true, true, true]);
  lead.pause(false);
  clock.pass(50);
  assert.deepEqual([...all, late].map(({ follower }) => follower.paused()), [false, false, false]);
});

test('who is on their own is only counted', () => {
  const { clock, lead, all } = room(3);
  all[0].follower.stand('apart');
  all[0].follower.stand('own');
  all[1].follower.stand('own');
  clock.pass(50);
  assert.deepEqual([lead.counts().here, lead.counts().away], [3, 2]);
  all[0].follower.stand('following');
  clock.pass(50);
  assert.equal(lead.counts().away, 1);
});

test('what was answered while the wire was cut arrives afterwards', () => {
  const { clock, wire, lead, all } = room(2);
  lead.ask('a:1', 2);
  lead.begin(ROUND);
  clock.pass(50);
  wire.down = true;
  wire.cut();
  all[0].follower.answer({ choice: 1 });
  all[0].follower.vote(3, 2);
  clock.pass(30_000);
  assert.deepEqual(wire.server.state().answers, []);
  wire.down = false;
  clock.pass(30_000);
  assert.deepEqual([wire.server.state().answers.length, wire.server.state().votes.length], [1, 1]);
  assert.deepEqual([lead.results().counts, lead.votes().counts()[3]], [[0, 1], [0, 0, 1]]);
});

test('what the lecturer pressed while the wire was cut holds afterwards', () => {
  const { clock, wire, lead, page, all } = room(2);
  lead.ask('a:1', 2);
  clock.pass(50);
  all[0].follower.answer({ choice: 1 });
  clock.pass(50);
  wire.down = true;
  wire.cut();
  lead.pause(true);
  lead.reveal(1);
  lead.begin(ROUND);
  page.moment = 'at=update';
  lead.tell();
  wire.down = false;
  clock.pass(30_000);
  const { follower } = all[1];
  assert.deepEqual([follower.paused(), follower.question()?.revealed, follower.round()?.round, follower.moment()], [true, true, 'r1', 'at=update']);
});

test('a lecturer’s page that is loaded again goes on with the question, the round and all that was said', () => {
  const { clock, wire, lead, client, all } = room(3);
  lead.ask('a:1', 2);
  lead.begin(ROUND);
  clock.pass(50);
  all.forEach(({ follower }, i) => {
    follower.answer({ choice: i % 2 });
    follower.vote(0, i);
  });
  clock.pass(50);
  client.close();
  const again = lecturer(wire, clock);
  clock.pass(50);
  assert.equal(again.lead.question()?.question, 'a:1');
  assert.deepEqual([again.lead.results().counts, again.lead.votes().counts()[0]], [[2, 1], [1, 1, 1]]);
});

test('a server that is started anew in the middle of a round gets the room back, and nothing is lost', () => {
  const { clock, wire, lead, page, all } = room(4);
  page.moment = 'lang=en&step=100';
  lead.tell();
  lead.ask('a:1', 2);
  lead.begin(ROUND);
  clock.pass(200);
  all.forEach(({ follower }, i) => {
    follower.answer({ choice: i % 2 });
    for (let index = 0; index < 10; index += 1) follower.vote(index, (i + index) % 3);
  });
  clock.pass(200);
  const before = wire.server.state();
  wire.down = true;
  wire.restart(createServer({ run: 'run2' }));
  // What was pressed meanwhile is not lost either.
  all[0].follower.vote(20, 1);
  lead.pause(true);
  wire.down = false;
  clock.pass(60_000);
  const after = wire.server.state();
  assert.deepEqual([after.moment, after.paused, after.question.question, after.round.round], ['lang=en&step=100', true, 'a:1', 'r1']);
  assert.equal(after.votes.length >= before.votes.length + 1, true, `${before.votes.length} ${after.votes.length}`);
  assert.deepEqual(all.map(({ follower }) => follower.ledger.pending('r1').length + follower.ledger.pending('a:1').length), [0, 0, 0, 0], 'all is acknowledged');
  assert.deepEqual(lead.votes().counts()[20], [0, 1, 0]);
});

test('a server that is started anew without the lecturer gets all that the phones had when the lecturer comes back', () => {
  const clock = createClock();
  const wire = new Wire(createServer());
  const lecture = lecturer(wire, clock);
  clock.pass(50);
  const phone = participant(wire, clock, 1);
  clock.pass(50);
  lecture.lead.begin(ROUND);
  clock.pass(50);
  for (let index = 0; index < 5; index += 1) phone.follower.vote(index, 1);
  // The server ends before it has acknowledged them.
  wire.restart(createServer({ run: 'run2' }));
  clock.pass(60_000);
  assert.equal(wire.server.state().votes.length, 5);
});

test('a participant who taps faster than the server takes loses nothing', () => {
  const clock = createClock();
  const wire = new Wire(createServer({ bucket: 20 }));
  const { lead } = lecturer(wire, clock);
  clock.pass(50);
  wire.server.fill(20);
  const { follower } = participant(wire, clock, 1);
  clock.pass(50);
  lead.begin(ROUND);
  clock.pass(50);
  for (let index = 0; index < 30; index += 1) follower.vote(index, index % 3);
  clock.pass(100);
  assert.ok(wire.server.state().votes.length < 30);
  wire.server.fill(1000);
  clock.pass(10_000);
  assert.equal(wire.server.state().votes.length, 30);
  assert.deepEqual(follower.ledger.pending('r1'), []);
});

test('an answer to a question that has ended is not said for ever', () => {
  const { clock, wire, lead, all } = room(1);
  lead.ask('a:1', 2);
  clock.pass(50);
  wire.down = true;
  wire.cut();
  all[0].follower.answer({ choice: 1 });
  lead.reveal(0);
  wire.down = false;
  clock.pass(60_000);
  const said = wire.server.taken.filter(([, { type }]) => type === 'answer').length;
  clock.pass(60_000);
  assert.equal(wire.server.taken.filter(([, { type }]) => type === 'answer').length, said);
  assert.equal(all[0].follower.question()?.revealed, true);
});
