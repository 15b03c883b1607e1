// The harness inside the worker: it locks the worker down, calls the learner's function, and reports to the page.
//
// The page puts the text of this function into the worker's source. So nothing else of this module, and
// no import, may be used inside it.

/** @typedef {import('./run.js').Result} Result */
/**
 * The worker's report of a failed run. `lines` are those of the worker's source in which the
 * error was thrown, innermost first.
 * @typedef {{ code: 'error' | 'reach' | 'memory' | 'builtin' | 'nothing' | 'form', details: Record<string, string>, lines: number[] }} Trouble
 */
/** @typedef {'started' | { results: Result[] } | { trouble: Trouble }} Message */

/**
 * Locks the worker down before any of the learner's code runs; then posts 'started', waits for one list of calls,
 * and posts their results.
 * @param {{ elements: number, numbers: number, depth: number }} limits the most elements that a run may allocate,
 * the most numbers in all results, and their deepest nesting
 * @param {typeof import('./budget.js').budget} budget
 * @param {(...values: unknown[]) => unknown} learnerFunction the learner's function
 */
export function harness(limits, budget, learnerFunction) {
  /** Plain ECMAScript: no clock but Date, no other threads, no other languages. */
  const ALLOWED = new Set(
    `undefined NaN Infinity isNaN isFinite parseInt parseFloat encodeURI encodeURIComponent decodeURI decodeURIComponent
    Object Boolean Number BigInt String Symbol Array Map Set WeakMap WeakSet Math JSON Date RegExp Promise Proxy Reflect Iterator
    Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError
    ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
    BigInt64Array BigUint64Array Float16Array Float32Array Float64Array`.split(/\s+/),
  );
  /** What a page or Node.js has besides what is removed here: using one is an attempt to reach the outside. */
  const ELSEWHERE = `window document localStorage sessionStorage alert confirm prompt history parent opener frames
    customElements requestIdleCallback Image Audio SharedWorker SharedArrayBuffer require process global module`.split(/\s+/);
  /** Names of a worker that are ordinary words: using one means that a declaration was forgotten. */
  const WORDS = ['name', 'origin', 'when'];

  /** @type {any} */
  const world = globalThis;
  const { apply, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

  /** @type {(message: Message) => void} */
  const post = world.postMessage;
  /** @type {Set<PropertyKey>} */
  const hidden = new Set(ELSEWHERE);
  let reported = false;

  /** @param {Message} message only the first one is posted */
  function report(message) {
    if (reported) return;
    reported = true;
    post(message);
  }

  /** Disables constructors of functions: code in a string would escape the checks of the source. */
  function disableFunctionConstructors() {
    for (const made of [function () {}, async function () {}, function* () {}, async function* () {}]) {
      const { name, prototype } = made.constructor;
      const value = function () {
        throw new ReferenceError(`${name} is not defined`);
      };
      hidden.add(name);
      defineProperty(value, 'prototype', { value: prototype });
      defineProperty(prototype, 'constructor', { value });
    }
  }

  /** Removes everything but plain ECMAScript from the global object and its prototypes. */
  function hide() {
    for (let holder = world; holder && holder !== Object.prototype; holder = getPrototypeOf(holder)) {
      for (const name of ownKeys(holder)) {
        if (holder === world && typeof name === 'string' && ALLOWED.has(name)) continue;
        if (typeof name === 'string' && !WORDS.includes(name)) hidden.add(name);
        if (deleteProperty(holder, name) || defineProperty(holder, name, { value: undefined })) continue;
        const descriptor = getOwnPropertyDescriptor(holder, name);
        // A few browsers have constants that can't be removed. Primitives are harmless; anything else might not be.
        if (!descriptor || descriptor.get || descriptor.set || Object(descriptor.value) === descriptor.value) throw new Error(`${String(name)} can't be removed`);
      }
      Object.freeze(holder);
    }
  }

  /** Freezes every built-in object. */
  function freeze() {
    const frozen = new Set();
    const freezeDeep = (/** @type {any} */ value) => {
      if (Object(value) !== value || frozen.has(value)) return;
      frozen.add(value);
      Object.freeze(value);
      for (const name of ownKeys(value)) {
        const { value: inner, get, set } = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(value, name));
        [inner, get, set].forEach(freezeDeep);
      }
      freezeDeep(getPrototypeOf(value));
    };
    for (const name of ALLOWED) freezeDeep(world[name]);
    // These have no global name, but are reachable from values made by syntax.
    [async function () {}, function* () {}, async function* () {}].forEach(freezeDeep);
    [[].values(), ''[Symbol.iterator](), ''.matchAll(/x/g), new Map().values(), new Set().values()].forEach(freezeDeep);
    const { Iterator } = world;
    if (Iterator) [Iterator.from([]).map(Boolean), Iterator.from({ next: () => ({ done: true }) })].forEach(freezeDeep);
  }

  /**
   * A deep copy of numbers and lists. The page can send one list in several places; each gets a separate copy.
   * @param {any} value
   * @returns {any}
   */
  function deepCopy(value) {
    if (!Array.isArray(value)) return value;
    const list = [];
    for (let i = 0; i < value.length; i += 1) list[i] = deepCopy(value[i]);
    return list;
  }

  /**
   * A value as it would be written in code, shortened.
   * @param {any} value
   * @returns {string}
   */
  function described(value) {
    if (typeof value === 'string') return JSON.stringify(value.length > 24 ? `${value.slice(0, 24)}…` : value);
    if (typeof value === 'bigint') return 'BigInt';
    if (typeof value === 'symbol') return 'Symbol';
    if (typeof value === 'function') return 'function';
    if (Object(value) !== value) return String(value);
    if (Array.isArray(value)) return '[…]';
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    if (tag !== 'Object') return tag;
    const maker = value.constructor?.name;
    return typeof maker === 'string' && maker !== '' && maker !== 'Object' ? maker : '{…}';
  }

  const typed = getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype), Symbol.toStringTag)?.get;
  let numbersLeft = limits.numbers;
  let got = '';

  /**
   * Copies a result as numbers and plain lists; null where it is something else, which `got` then describes, or too large.
   * @param {any} value
   * @param {number} depth
   * @returns {Result | null}
   */
  function read(value, depth) {
    if (typeof value === 'number') {
      numbersLeft -= 1;
      return value;
    }
    const list = Array.isArray(value) || (typed && typeof apply(typed, value, []) === 'string');
    if (!list || depth >= limits.depth) {
      got = described(value);
      return null;
    }
    const { length } = value;
    // An empty list counts as a number.
    if (length === 0) numbersLeft -= 1;
    if (!(length <= numbersLeft)) {
      report({ trouble: { code: 'memory', details: {}, lines: [] } });
      return null;
    }
    /** @type {Result[]} */
    const copy = [];
    for (let i = 0; i < length; i += 1) {
      const part = read(value[i], depth + 1);
      if (part === null) {
        got = `[${i > 0 ? '…, ' : ''}${got}${i < length - 1 ? ', …' : ''}]`;
        return null;
      }
      copy[i] = part;
    }
    return copy;
  }

  /**
   * A thrown value. It can be anything, also an object that throws when it is inspected.
   * @param {any} thrown
   * @returns {Trouble}
   */
  function troubleOf(thrown) {
    /** @type {(code: Trouble['code'], details: Record<string, string>, lines?: number[]) => Trouble} */
    const trouble = (code, details, lines = []) => ({ code, details, lines });
    try {
      if (!(thrown instanceof Error)) return trouble('error', { message: described(thrown) });
      const message = String(thrown.message || thrown.name);
      // `at f (file:3:14)` in some browsers, `f@file:3:14` in others.
      const frames = String(thrown.stack).matchAll(/:(\d+):\d+\)?$/gm);
      const lines = Array.from(frames, ([, line]) => Number(line));
      const missing = /^(\w+) is not defined$|variable: (\w+)$/.exec(message);
      const name = missing?.[1] ?? missing?.[2] ?? '';
      if (thrown instanceof ReferenceError && hidden.has(name)) return trouble('reach', { name }, lines);
      if (/string length|allocation|out of memory|(Map|Set) maximum size|BigInt.*(size|large)/i.test(message)) return trouble('memory', {}, lines);
      const fixed = /read.?only|extensible|(non-|un)configurable|(define|delete) property|prototype (set|of this object)/i;
      if (thrown instanceof TypeError && fixed.test(message) && !/ of string /.test(message)) {
        return trouble('builtin', { message }, lines);
      }
      return trouble('error', { message }, lines);
    } catch {
      return trouble('error', { message: '' });
    }
  }

  /**
   * @param {unknown[][]} calls
   * @returns {Message}
   */
  function callAll(calls) {
    /** @type {Result[]} */
    const results = [];
    try {
      for (let i = 0; i < calls.length; i += 1) {
        const value = learnerFunction(...deepCopy(calls[i]));
        if (value === undefined || value === null) return { trouble: { code: 'nothing', details: {}, lines: [] } };
        const result = read(value, 0);
        if (result === null) return { trouble: { code: 'form', details: { got }, lines: [] } };
        results[i] = result;
      }
      return { results };
    } catch (thrown) {
      return { trouble: troubleOf(thrown) };
    }
  }

  world.addEventListener('message', (/** @type {MessageEvent} */ { data }) => report(callAll(data)), { once: true });
  // Keep unhandled rejections out of the console.
  world.addEventListener('unhandledrejection', (/** @type {Event} */ event) => event.preventDefault());
  budget(limits.elements, ALLOWED, () => report({ trouble: { code: 'memory', details: {}, lines: [] } }));
  disableFunctionConstructors();
  hide();
  freeze();
  post('started');
}
