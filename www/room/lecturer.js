// The lecturer's page in the room: its moment leads, the lesson's question on its screen is open to the room, and what the room says
// comes back to it.
import { sharedAddress, roomAddress } from '../element/shared-address.js';
import { textOf } from '../state/url.js';
import { hex } from '../util/format.js';
import { download } from '../view/download.js';
import { createDesk } from '../view/room/desk.js';
import { createPouring } from '../view/room/pouring.js';
import { createResults } from '../view/room/results.js';
import { createSheets } from '../view/room/sheets.js';
import { createLead } from './lead.js';
import { asking, isWorded, resultsOf, stepIn } from './question.js';
import { coloursOf, namesIn, setOf, verdictOf } from './round.js';
import { csvOf } from './tally.js';

/** After how many ms what has changed on the page is looked at: several changes are often made at once. */
const SOON = 30;
/** After how many ms it is looked again whether the words of the lesson have come. */
const LATER = 200;
/** Names of classes to begin with. */
const BASIC = ['red', 'green', 'blue'];

/** @param {import('./index.js').Given} given */
export function createLecturer({ own, sessionOf, place, say, later, now, words, text, dress }) {
  const session = /** @type {import('../app/session.js').Session} */ (sessionOf(own));
  const lead = createLead({ say, later, now, moment: () => textOf(session.snapshot()), changed: () => look() });
  const desk = createDesk({
    takeOver: lead.takeOver,
    pause: () => lead.pause(!lead.paused()),
    results: () => {
      const shown = card !== '' && !pours;
      // The colours have the whole page.
      if (pours) open(false);
      turn(shown ? '' : (lead.question()?.question ?? ''));
    },
    colours: () => open(!pours),
    print: () => {
      place.classList.add('printing');
      print();
      sheets.show();
    },
  });
  const results = createResults({ close: () => turn(''), save: saveAnswers });
  const pouring = createPouring({ begin, end: lead.end, teach, save: saveVotes, close: () => open(false) });
  const sheets = createSheets();
  sheets.element.addEventListener('close', () => place.classList.remove('printing'));
  let connected = false;
  /** The attempt at a question that was looked at last. @type {object | null} */
  let attempt = null;
  /** The question whose answers are shown; empty for none. */
  let card = '';
  /** Whether the round of colours is shown. */
  let pours = false;
  /** The colours of the round. @type {{ round: string, colours: import('./round.js').Rgb[] }} */
  let made = { round: '', colours: [] };
  let looking = false;

  session.subscribe(() => {
    lead.tell();
    if (looking) return;
    looking = true;
    later(look, SOON);
  });

  /** The lesson on the screen; null where none is open, and as long as its words have not come. */
  function lessonNow() {
    if (session.state.lesson === '') return null;
    if (isWorded(text())) return session.lesson.latest();
    if (!looking) later(look, LATER);
    looking = true;
    return null;
  }

  /** Asks what the lesson asks, and reveals what it reveals. */
  function follow() {
    const lesson = lessonNow();
    if (!lesson || !connected || lead.lead() === 'other') return;
    const settled = lesson.attempt.settled !== null;
    const open = lead.question();
    const mine = open !== null && stepIn(open.question) === lesson.step.id;
    if (lesson.attempt !== attempt) {
      attempt = lesson.attempt;
      const ask = settled ? null : asking(text(), lesson);
      // After a reload the question is open already.
      if (ask && !(mine && !open.revealed)) {
        lead.ask(`${lesson.step.id}:${now().toString(36)}`, ask.choices);
        return;
      }
    }
    if (!settled || !mine || open.revealed) return;
    const right = open.number ? lesson.answer : lesson.right;
    lead.reveal(right !== null && !open.number && right < 0 ? null : right);
    card = open.question;
  }

  function look() {
    looking = false;
    dress();
    follow();
    const lesson = lessonNow();
    const question = lead.question();
    const present = question !== null && lesson !== null && stepIn(question.question) === lesson.step.id;
    const revealed = present && Boolean(question.revealed);
    if (card !== '' && (!revealed || card !== question.question)) card = '';
    const { counts, values, answered } = lead.results();
    desk.update({ words: words(), lead: lead.lead(), connected, here: lead.counts().here, away: lead.counts().away, answered: present ? answered : null, paused: lead.paused(), results: card !== '' && !pours, answerable: revealed, colours: pours });
    const told = revealed && lesson && !pours && card !== '' ? resultsOf({ ...question, tally: question.number ? values : counts }, lesson, text(), words(), null) : null;
    results.update(told, words());
    pouring.update(pours ? pouringOf() : null);
    own.inert = pours;
    if (sheets.element.open) print();
  }

  /** Makes the sheets for paper. */
  function print() {
    const { address, reach } = sharedAddress(location.href, roomAddress());
    const others = reach === 'everybody' ? address : null;
    sheets.update({ words: words(), address: others, code: others === null ? new Uint8Array() : session.bindings.qrCode(others) });
  }

  /** @param {string} question whose answers are to be shown; empty for none */
  function turn(question) {
    card = question;
    look();
  }

  /** @param {boolean} on */
  function open(on) {
    pours = on;
    look();
    if (!on) /** @type {HTMLElement | null} */ (desk.element.querySelector('.show-colours'))?.focus();
  }

  /** The colours of the present round. */
  function colours() {
    const round = lead.round();
    if (round && made.round !== round.round) made = { round: round.round, colours: coloursOf(round.seed, round.colours) };
    return round ? made.colours : [];
  }

  /** The room's data set, as it would be learned now. */
  const taught = () => setOf(colours(), lead.votes().counts(), lead.round()?.names ?? []);

  /** @returns {import('../view/room/pouring.js').PouringModel} */
  function pouringOf() {
    const { state } = session;
    const { own: set, used, share, tied, unseen } = taught();
    const votes = lead.votes();
    const suggested = state.settings.data === 'own' && state.own.colours !== '' ? state.own.classes.slice(0, 6) : BASIC.map((id) => text().className(id, 'dominant'));
    const several = new Set(set.colours.match(/.{7}/g)?.map((record) => record[6])).size > 1;
    return { words: words(), round: lead.round(), colours: colours(), counts: votes.counts(), voters: votes.voters(), votes: votes.size(), suggested, taught: words().taught(used, share, tied, unseen), teachable: several, leads: lead.lead() !== 'other' };
  }

  /**
   * @param {string} typed names of the classes
   * @param {number} count how many colours
   * @returns {boolean} false where the names can't be used
   */
  function begin(typed, count) {
    const names = namesIn(typed);
    if (!names) return false;
    const seed = Math.floor(now()) % 2 ** 31;
    lead.begin({ round: `r${now().toString(36)}`.replace('.', ''), seed, colours: count, classes: names.length, names });
    return true;
  }

  /** Makes the room's data set one's own, and lets the network learn it; the room follows. */
  function teach() {
    lead.end();
    const { own: set } = taught();
    session.dispatch('lesson/lay', { lesson: '', room: 'network' });
    session.dispatch('replace', set);
    session.dispatch('teach');
    open(false);
  }

  function saveAnswers() {
    const [question, lesson] = [lead.question(), lessonNow()];
    if (!question || !lesson) return;
    const { counts, values } = lead.results();
    const { bars } = resultsOf({ ...question, tally: counts }, lesson, text(), words(), null);
    const right = (/** @type {boolean} */ is) => (is ? 1 : 0);
    const rows = question.number ? values.map(([value, count]) => [stepIn(question.question), value, count, right(value === question.right)]) : bars.map((bar) => [stepIn(question.question), bar.name, bar.count, right(bar.right)]);
    save(csvOf([words().csvAnswer, ...rows]), 'irozuku-answers.csv');
  }

  function saveVotes() {
    const [round, counts] = [lead.round(), lead.votes().counts()];
    if (!round) return;
    const rows = colours().map((rgb, i) => [hex([...rgb]), ...rgb, ...counts[i], round.names[verdictOf(counts[i]).label ?? -1] ?? '']);
    save(csvOf([['hex', 'r', 'g', 'b', ...round.names, 'class'], ...rows]), 'irozuku-room-colours.csv');
  }

  /**
   * @param {string} csv
   * @param {string} name
   */
  function save(csv, name) {
    // Spreadsheets read UTF-8 by this mark.
    download(new Blob([`\uFEFF${csv}`], { type: 'text/csv' }), name);
  }

  return {
    elements: [desk.element, results.element, pouring.element, sheets.element],
    hear: lead.hear,
    /** @param {boolean} is */
    connect(is) {
      connected = is;
      look();
    },
    update: look,
    shown: () => own,
  };
}
