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
 * Nothing of the learner's runs before all of this is done; then it says 'started', awaits one list of calls,
 * and answers them.
 * @param {{ elements: number, numbers: number, depth: number }} limits how many elements may be asked for in a
 * run, how many numbers all results may have, and how deep they may be nested
 * @param {(...values: unknown[]) => unknown} learners the learner's function
 */
export function harness(limits, learners) {
  /** Plain ECMAScript, without what reads clocks, other threads or other languages. */
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
  /** Lists shorter than this may be walked over for nothing. */
  const LARGE = 10_000;

  /** @type {any} */
  const world = globalThis;
  const { apply, construct, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;

  /** @type {(message: Message) => void} */
  const post = world.postMessage;
  /** @type {Set<PropertyKey>} */
  const hidden = new Set(ELSEWHERE);
  let told = false;
  let left = limits.elements;

  /** @param {Message} message only the first one counts */
  function tell(message) {
    if (told) return;
    told = true;
    post(message);
  }

  /**
   * Takes elements from the budget of the run. When it is spent, the page is told at once: what is thrown
   * can be caught.
   * @param {number} elements
   */
  function take(elements) {
    left -= elements;
    if (left >= 0) return;
    tell({ trouble: { code: 'memory', details: {}, lines: [] } });
    throw new RangeError('Out of memory');
  }

  /**
   * @param {unknown} value a length or a count
   * @returns {number}
   */
  function size(value) {
    return typeof value === 'number' && value > 0 ? value : 0;
  }

  /** @param {unknown} value */
  function large(value) {
    return size(value) < LARGE ? 0 : size(value);
  }

  /** @param {readonly unknown[]} values */
  function together(values) {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += Array.isArray(values[i]) ? size(/** @type {unknown[]} */ (values[i]).length) : 1;
    return sum;
  }

  /**
   * Makes a method pay for the elements that it is going to make, and for those that it has made.
   * @param {any} holder
   * @param {string[]} names those that the browser doesn't know are passed over
   * @param {(self: any, values: any[]) => number} before
   * @param {(result: any) => number} after
   */
  function charge(holder, names, before, after = () => 0) {
    for (const name of names) {
      if (typeof holder[name] !== 'function') continue;
      const value = new Proxy(holder[name], {
        apply(method, self, values) {
          take(before(self, values));
          const result = apply(method, self, values);
          take(after(result));
          return result;
        },
      });
      defineProperty(holder, name, { value });
    }
  }

  /**
   * Makes a constructor pay, also where the language itself calls it, as in `map` and `slice`.
   * @param {string} name
   * @param {(values: any[]) => number} cost
   */
  function chargeMaking(name, cost) {
    const maker = world[name];
    if (!maker) return;
    const value = new Proxy(maker, {
      apply(target, self, values) {
        take(cost(values));
        return apply(target, self, values);
      },
      construct(target, values, by) {
        take(cost(values));
        return construct(target, values, by);
      },
    });
    defineProperty(world, name, { value });
    defineProperty(maker.prototype, 'constructor', { value });
  }

  /** Everything that can make much out of little. What grows by one at a time is bounded by the time limit. */
  function chargeAll() {
    const list = Array.prototype;
    const text = String.prototype;
    const buffer = ArrayBuffer.prototype;
    charge(list, ['push', 'unshift'], (_, values) => values.length);
    charge(list, ['splice', 'toSpliced'], (self, values) => large(self.length) + values.length);
    charge(list, ['concat'], (self, values) => together([self]) + together(values));
    charge(list, ['flat'], (self) => together(self));
    charge(list, ['fill', 'toSorted', 'toReversed', 'with', 'values', 'keys', 'entries'], (self) => large(self.length));
    charge(list, ['flatMap', 'join'], () => 0, (result) => large(result.length));
    // `...` and `for … of` walk with it.
    defineProperty(list, Symbol.iterator, { value: list.values });
    charge(getPrototypeOf(Int8Array.prototype), ['toSorted', 'toReversed', 'with'], (self) => size(self.length));

    charge(text, ['repeat'], (self, [times]) => size(String(self).length * Number(times)));
    charge(text, ['padStart', 'padEnd'], (_, [length]) => size(Number(length)));
    charge(text, ['split'], (self) => large(self.length));
    charge(text, ['replace', 'replaceAll', 'concat', 'match'], () => 0, (result) => large(result?.length));
    const walk = text[Symbol.iterator];
    defineProperty(text, Symbol.iterator, {
      value: new Proxy(walk, {
        apply(method, self, values) {
          take(large(self.length));
          return apply(method, self, values);
        },
      }),
    });

    chargeMaking('Array', (values) => (values.length === 1 ? size(values[0]) : values.length));
    // Eight bytes are one element.
    charge(buffer, ['resize', 'transfer', 'transferToFixedLength'], (_, [bytes]) => size(bytes) / 8);
    chargeMaking('ArrayBuffer', ([bytes, options]) => Math.max(size(bytes), size(options?.maxByteLength)) / 8);
    for (const name of ALLOWED) {
      if (/Array$/.test(name) && name !== 'Array') chargeMaking(name, ([first]) => size(first?.length ?? first));
    }
  }

  /** Functions made from a text would need no word of the source. */
  function disableMaking() {
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

  /** Removes what is not plain ECMAScript from the global object and from what it inherits. */
  function hide() {
    for (let holder = world; holder && holder !== Object.prototype; holder = getPrototypeOf(holder)) {
      for (const name of ownKeys(holder)) {
        if (holder === world && typeof name === 'string' && ALLOWED.has(name)) continue;
        if (typeof name === 'string' && !WORDS.includes(name)) hidden.add(name);
        if (deleteProperty(holder, name) || defineProperty(holder, name, { value: undefined })) continue;
        const kept = getOwnPropertyDescriptor(holder, name);
        // A few browsers have constants that can't be removed; they lead nowhere. Anything else might.
        if (!kept || kept.get || kept.set || Object(kept.value) === kept.value) throw new Error(`${String(name)} can't be removed`);
      }
      Object.freeze(holder);
    }
  }

  /** Freezes every object that the language itself has. */
  function freeze() {
    const seen = new Set();
    const within = (/** @type {any} */ value) => {
      if (Object(value) !== value || seen.has(value)) return;
      seen.add(value);
      Object.freeze(value);
      for (const name of ownKeys(value)) {
        const { value: held, get, set } = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(value, name));
        [held, get, set].forEach(within);
      }
      within(getPrototypeOf(value));
    };
    for (const name of ALLOWED) within(world[name]);
    // These have no name, but everything made by the syntax leads to them.
    [async function () {}, function* () {}, async function* () {}].forEach(within);
    [[].values(), ''[Symbol.iterator](), ''.matchAll(/x/g), new Map().values(), new Set().values()].forEach(within);
    const { Iterator } = world;
    if (Iterator) [Iterator.from([]).map(Boolean), Iterator.from({ next: () => ({ done: true }) })].forEach(within);
  }

  /**
   * The page sends numbers and lists. One list can stand in several places, and each is to be its own.
   * @param {any} value
   * @returns {any}
   */
  function fresh(value) {
    if (!Array.isArray(value)) return value;
    const list = [];
    for (let i = 0; i < value.length; i += 1) list[i] = fresh(value[i]);
    return list;
  }

  /**
   * What a value is, as it would be written, as far as a few letters go.
   * @param {any} value
   * @returns {string}
   */
  function written(value) {
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
  let room = limits.numbers;
  let got = '';

  /**
   * A result as numbers and plain lists of its own. Where it is something else, `got` says what.
   * @param {any} value
   * @param {number} depth
   * @returns {Result | null}
   */
  function read(value, depth) {
    if (typeof value === 'number') {
      room -= 1;
      return value;
    }
    const list = Array.isArray(value) || (typed && typeof apply(typed, value, []) === 'string');
    if (!list || depth >= limits.depth) {
      got = written(value);
      return null;
    }
    const { length } = value;
    // An empty list needs its room, too.
    if (length === 0) room -= 1;
    if (!(length <= room)) {
      tell({ trouble: { code: 'memory', details: {}, lines: [] } });
      return null;
    }
    /** @type {Result[]} */
    const own = [];
    for (let i = 0; i < length; i += 1) {
      const part = read(value[i], depth + 1);
      if (part === null) {
        got = `[${i > 0 ? '…, ' : ''}${got}${i < length - 1 ? ', …' : ''}]`;
        return null;
      }
      own[i] = part;
    }
    return own;
  }

  /**
   * A thrown value. It can be anything, also an object that throws when it is inspected.
   * @param {any} thrown
   * @returns {Trouble}
   */
  function explained(thrown) {
    /** @type {(code: Trouble['code'], details: Record<string, string>, lines?: number[]) => Trouble} */
    const trouble = (code, details, lines = []) => ({ code, details, lines });
    try {
      if (!(thrown instanceof Error)) return trouble('error', { message: written(thrown) });
      const message = String(thrown.message || thrown.name);
      // `at f (file:3:14)` here, `f@file:3:14` there.
      const frames = String(thrown.stack).matchAll(/:(\d+):\d+\)?$/gm);
      const lines = Array.from(frames, ([, line]) => Number(line));
      const absent = /^(\w+) is not defined$|variable: (\w+)$/.exec(message);
      const name = absent?.[1] ?? absent?.[2] ?? '';
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
  function answers(calls) {
    /** @type {Result[]} */
    const results = [];
    try {
      for (let i = 0; i < calls.length; i += 1) {
        const value = learners(...fresh(calls[i]));
        if (value === undefined || value === null) return { trouble: { code: 'nothing', details: {}, lines: [] } };
        const result = read(value, 0);
        if (result === null) return { trouble: { code: 'form', details: { got }, lines: [] } };
        results[i] = result;
      }
      return { results };
    } catch (thrown) {
      return { trouble: explained(thrown) };
    }
  }

  world.addEventListener('message', (/** @type {MessageEvent} */ { data }) => tell(answers(data)), { once: true });
  // A promise that nobody awaits is no matter for the console.
  world.addEventListener('unhandledrejection', (/** @type {Event} */ event) => event.preventDefault());
  chargeAll();
  disableMaking();
  hide();
  freeze();
  post('started');
}
