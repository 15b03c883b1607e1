// Runs a function whose body a learner typed in a sandbox: a separate worker without the page, the network or eval.
import { budget } from './budget.js';
import { harness } from './harness.js';
import { importIn } from './imports.js';

/** @typedef {number | Result[]} Result */
/**
 * @typedef {object} Task
 * @property {string} name the function's
 * @property {string[]} parameters their names
 * @property {string} body what the learner typed
 * @property {unknown[][]} calls the arguments of each call: numbers, or nested lists of them
 */
/**
 * `syntax` it does not parse; `error` it threw; `time` it took too long; `reach` it used something that
 * the sandbox removes; `memory` it allocated or returned too much; `builtin` it tried to change a built-in object;
 * `nothing` it returned undefined or null; `form` it returned something other
 * than numbers; `worker` the browser could not start the worker.
 *
 * The details: `message` in the browser's words (syntax, error, builtin), `name` (reach), `got`, the returned value as
 * it would be written (form); and the `line` of the body, from 1. Message and line are there where they are known:
 * Firefox gives neither for a body that does not parse, and an error has no line if the thrown value has none.
 * @typedef {object} Problem
 * @property {'syntax' | 'error' | 'time' | 'reach' | 'memory' | 'builtin' | 'nothing' | 'form' | 'worker'} code
 * @property {Record<string, string>} details
 */
/** @typedef {{ results: Result[], problem: null } | { results: null, problem: Problem }} Outcome */
/** @typedef {{ text: string, starts: number[], lines: number }} Source the worker's; `starts` are the lines on which the body begins in it */

/** How long all calls of a learner's function together may take, ms. */
const TIME = 1000;
/** How long the page may take to read a result that was posted in time, ms: it can be busy. */
const GRACE = 50;
/** How long the browser may take to start the worker, ms. */
const START = 5000;
/** The budget of a run. Elements are counted when they are allocated, and never given back. */
const LIMITS = { elements: 2 ** 22, numbers: 100_000, depth: 8 };
/** The longest text that is accepted from the worker. */
const LONGEST = 300;

/**
 * Parses only where neither a comment nor a template is open: there it is two comments, elsewhere a syntax
 * error.
 */
const CLOSED = '//*/\\ \n//${\\ \n';

/**
 * Runs the function for each call. It never rejects: an error is the outcome's `problem`.
 * @param {Task} task
 * @param {number} [time] how long all calls together may take, ms
 * @returns {Promise<Outcome>}
 */
export function run(task, time = TIME) {
  const importAt = importIn(task.body);
  if (importAt >= 0) {
    const line = String(linesOf(task.body.slice(0, importAt)));
    return Promise.resolve(failed('reach', { name: 'import', line }));
  }
  return new Promise((resolve) => {
    const source = sourceOf(task);
    /** @type {Worker | undefined} */
    let worker;
    let started = false;
    let timer = setTimeout(() => end(failed('worker')), START);

    /** @param {Outcome} outcome */
    function end(outcome) {
      clearTimeout(timer);
      worker?.terminate();
      resolve(outcome);
    }

    /** @param {MessageEvent} event */
    function onMessage({ data }) {
      if (started) return end(outcomeOf(data, task, source));
      if (data !== 'started') return end(failed('worker'));
      started = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = setTimeout(() => end(failed('time')), GRACE);
      }, time);
      worker?.postMessage(task.calls);
    }

    /** @param {ErrorEvent} event */
    function onError(event) {
      // Show it on the page, not in the console.
      event.preventDefault();
      if (!started && /SyntaxError/.test(event.message)) return end(failed('syntax', syntaxDetails(event, source)));
      if (started || event.message || task.body === '') return end(failed('worker'));
      // Firefox gives no reason. If an empty body runs, this body does not parse.
      run({ ...task, body: '', calls: [] }, time).then(({ problem }) => end(failed(problem ? 'worker' : 'syntax')));
    }

    try {
      // A data URL has an opaque origin: it shares neither storage nor cookies with the page.
      worker = new Worker(`data:text/javascript;charset=utf-8,${encodeURIComponent(source.text)}`);
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', onError);
    } catch {
      end(failed('worker'));
    }
  });
}

/**
 * The worker's source. No code of the body may run before the harness has locked the worker down. So the body must
 * not be able to leave its function, by an extra brace or an unclosed comment. The browser's own parser checks
 * this: the source contains the body twice. First in a loop that never runs, where `while` must follow the closing
 * brace; then in the function, where it can't. So a body with an extra brace does not parse in one of them, and one
 * without a closing brace lacks it twice. A source that does not parse is not run at all.
 * @param {Task} task
 * @returns {Source}
 */
function sourceOf({ name, parameters, body, calls }) {
  // A lone surrogate can't be part of a URL.
  const typed = body.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  const list = parameters.join(', ');
  const places = [
    [`'use strict';\nvoid function (${list}) { do {\n`, `}\n${CLOSED}while (0); };\n${CLOSED}`],
    [`(${harness})(${JSON.stringify(LIMITS)}, ${budget}, function ${name}(${list}) {\n`, `});\n${CLOSED}`],
  ];
  /** @type {number[]} */
  const starts = [];
  let text = '';
  for (const [before, after] of places) {
    text += before;
    starts.push(linesOf(text));
    text += `${typed}\n${CLOSED}${after}`;
  }
  // A short name, so that an error's stack does not hold the whole address once a line.
  return { text: `${text}//# sourceURL=${name}.js`, starts, lines: linesOf(typed) };
}

/**
 * The details of a source that does not parse.
 * @param {ErrorEvent} event
 * @param {Source} source
 * @returns {Record<string, string>}
 */
function syntaxDetails({ message, lineno }, { starts, lines }) {
  const words = { message: cut(message.replace(/^.*?SyntaxError: */, '')) };
  const start = starts.findLast((line) => line <= lineno);
  if (!start) return words;
  const beyond = lineno - start - lines;
  if (beyond < 0) return { ...words, line: String(lineno - start + 1) };
  // A construct left open in the body fails behind it; the browser's message would be about the code there.
  const unclosed = ['Unterminated comment', 'Unterminated template literal', words.message][beyond];
  return { message: unclosed ?? 'Unexpected end of input', line: String(lines) };
}

/**
 * The outcome in a message. It comes from where the learner's code runs, so it is read as if it could
 * be anything.
 * @param {any} data
 * @param {Task} task
 * @param {Source} source
 * @returns {Outcome}
 */
function outcomeOf(data, task, source) {
  const results = data?.results;
  if (Array.isArray(results)) {
    const room = { left: LIMITS.numbers };
    const fits = results.length === task.calls.length && results.every((result) => numeric(result, 0, room));
    return fits ? { results, problem: null } : failed('worker');
  }
  const code = data?.trouble?.code;
  const known = ['error', 'reach', 'memory', 'builtin', 'nothing', 'form'].includes(code);
  return known ? failed(code, detailsOf(data.trouble, source)) : failed('worker');
}

/**
 * @param {any} value
 * @param {number} depth
 * @param {{ left: number }} room how many more numbers and empty lists may follow
 * @returns {boolean}
 */
function numeric(value, depth, room) {
  if (typeof value === 'number' || (Array.isArray(value) && value.length === 0)) return (room.left -= 1) >= 0;
  if (!Array.isArray(value) || depth >= LIMITS.depth || value.length > room.left) return false;
  // Not `every`, which passes over holes.
  for (let i = 0; i < value.length; i += 1) if (!numeric(value[i], depth + 1, room)) return false;
  return true;
}

/**
 * @param {any} trouble
 * @param {Source} source
 */
function detailsOf({ details, lines }, { starts, lines: length }) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const key of ['message', 'name', 'got']) {
    const text = details?.[key];
    if (typeof text === 'string') found[key] = cut(text);
  }
  const start = starts[starts.length - 1];
  const inside = (/** @type {unknown} */ line) => typeof line === 'number' && line >= start && line < start + length;
  const line = Array.isArray(lines) ? lines.find(inside) : undefined;
  if (line !== undefined) found.line = String(line - start + 1);
  return found;
}

/**
 * @param {Problem['code']} code
 * @param {Record<string, string>} details
 * @returns {Outcome}
 */
function failed(code, details = {}) {
  return { results: null, problem: { code, details } };
}

/** @param {string} text */
function cut(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/**
 * How many lines a text has, as JavaScript counts them.
 * @param {string} text
 */
function linesOf(text) {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).length;
}
