// What a run may use: how much its calls may allocate, and over how many elements the browser may loop for it.
//
// The page puts the text of this function into the worker's source, beside the harness. So nothing else of this module,
// and no import, may be used inside it.

/**
 * Replaces the built-in functions that allocate much at once by ones that charge for it, and those that go through a list of any
 * length by ones that refuse a list that is too long: a browser can't stop such a loop, because it is not the learner's code that
 * loops. Growth by one at a time, and loops in JavaScript, are bounded by the time limit.
 * @param {number} elements the most that a run may allocate, and the longest list that is gone through
 * @param {Iterable<string>} names of the global objects that the learner's code can use
 * @param {() => void} spent called when too much is asked for; before the error, because the learner's code can catch that
 */
export function budget(elements, names, spent) {
  /** Iterating over a list shorter than this is free. */
  const LARGE = 10_000;
  /** Methods of a list that do not go through it. */
  const AT_ONCE = ['constructor', 'at', 'push', 'pop', 'values', 'keys', 'entries'];

  /** @type {any} */
  const world = globalThis;
  const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const { iterator, isConcatSpreadable } = Symbol;
  const proxies = new WeakSet();
  const isProxy = WeakSet.prototype.has.bind(proxies);
  const typedLength = getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype), 'length')?.get;
  let left = elements;

  /** @returns {never} */
  function refuse() {
    spent();
    throw new RangeError('Out of memory');
  }

  /**
   * Takes elements from the budget of the run.
   * @param {number} count
   */
  function take(count) {
    left -= count;
    if (left < 0) refuse();
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

  /**
   * The length of what a built-in function is going to go through. It must be one that stays as it is: a number in a property, or that
   * of a typed array.
   * @param {any} list
   * @returns {number}
   */
  function lengthOf(list) {
    if (typeof list === 'string') return list.length;
    if (Object(list) !== list) return 0;
    for (let holder = list; holder; holder = getPrototypeOf(holder)) {
      const property = isProxy(holder) ? {} : getOwnPropertyDescriptor(holder, 'length');
      if (!property) continue;
      if (typeof property.value === 'number') return property.value;
      return property.get && property.get === typedLength ? apply(typedLength, list, []) : refuse();
    }
    return 0;
  }

  /** @param {any} list */
  function bounded(list) {
    if (lengthOf(list) > elements) refuse();
  }

  /**
   * The elements of a list and of the lists in it.
   * @param {any} list
   * @param {number} depth
   * @returns {number}
   */
  function totalLength(list, depth) {
    const length = lengthOf(list);
    if (length > elements) refuse();
    if (depth < 1) return length;
    let sum = 0;
    for (let i = 0; i < length; i += 1) sum += Array.isArray(list[i]) ? totalLength(list[i], depth - 1) : 1;
    return sum;
  }

  /**
   * The elements that `concat` makes of a value.
   * @param {any} value
   */
  function spreadLength(value) {
    return Array.isArray(value) || (Object(value) === value && (isProxy(value) || value[isConcatSpreadable])) ? totalLength(value, 0) : 1;
  }

  /**
   * Looks at the arguments of a function before it is called, and at what it returned.
   * @param {any} holder
   * @param {PropertyKey[]} keys those that the browser doesn't have are skipped
   * @param {(self: any, values: any[]) => void} before
   * @param {(result: any) => void} after
   */
  function watch(holder, keys, before, after = () => {}) {
    for (const key of keys) {
      if (typeof holder[key] !== 'function') continue;
      const value = new Proxy(holder[key], {
        apply(method, self, values) {
          before(self, values);
          const result = apply(method, self, values);
          after(result);
          return result;
        },
      });
      defineProperty(holder, key, { value });
    }
  }

  /**
   * Charges a method for the elements that it is going to allocate, and for those that it has allocated.
   * @param {any} holder
   * @param {PropertyKey[]} keys
   * @param {(self: any, values: any[]) => number} before
   * @param {(result: any) => number} after
   */
  function charge(holder, keys, before, after = () => 0) {
    watch(holder, keys, (self, values) => take(before(self, values)), (result) => take(after(result)));
  }

  /**
   * Charges a constructor, also where the language itself calls it, as in `map` and `slice`.
   * @param {string} name
   * @param {(values: any[]) => number} cost
   */
  function chargeConstructor(name, cost) {
    const original = world[name];
    if (!original) return;
    const value = new Proxy(original, {
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
    defineProperty(original.prototype, 'constructor', { value });
  }

  function chargeLists() {
    const list = Array.prototype;
    charge(list, ['push', 'unshift'], (_, values) => values.length);
    charge(list, ['splice', 'toSpliced'], (self, values) => large(self.length) + values.length);
    charge(list, ['concat'], (self, values) => values.reduce((sum, value) => sum + spreadLength(value), spreadLength(self)));
    charge(list, ['flat'], (self, [depth = 1]) => totalLength(self, Number(depth)));
    charge(list, ['fill', 'toSorted', 'toReversed', 'with', 'values', 'keys', 'entries'], (self) => large(self.length));
    charge(list, ['flatMap', 'join'], () => 0, (result) => large(result.length));
    watch(list, ownKeys(list).filter((key) => !AT_ONCE.includes(String(key)) && key !== iterator), bounded);
    // `...` and `for … of` use it.
    defineProperty(list, iterator, { value: list.values });
    charge(getPrototypeOf(Int8Array.prototype), ['toSorted', 'toReversed', 'with'], (self) => size(self.length));
  }

  function chargeTexts() {
    const text = String.prototype;
    charge(text, ['repeat'], (self, [times]) => size(String(self).length * Number(times)));
    charge(text, ['padStart', 'padEnd'], (_, [length]) => size(Number(length)));
    charge(text, ['split', iterator], (self) => large(self.length));
    charge(text, ['replace', 'replaceAll', 'concat', 'match'], () => 0, (result) => large(result?.length));
    watch(text, ownKeys(text).filter((key) => key !== 'constructor'), bounded);
    // In JavaScript, so that it can be stopped.
    defineProperty(String, 'raw', {
      value: function raw(/** @type {any} */ { raw: parts }, /** @type {unknown[]} */ ...values) {
        let whole = '';
        for (let i = 0; i < parts.length; i += 1) {
          if (i > 0 && i <= values.length) whole += values[i - 1];
          whole += parts[i];
        }
        return whole;
      },
    });
  }

  function chargeBuffers() {
    // Eight bytes are one element.
    charge(ArrayBuffer.prototype, ['resize', 'transfer', 'transferToFixedLength'], (_, [bytes]) => size(bytes) / 8);
    chargeConstructor('ArrayBuffer', ([bytes, options]) => Math.max(size(bytes), size(options?.maxByteLength)) / 8);
    for (const name of names) {
      if (/Array$/.test(name) && name !== 'Array') chargeConstructor(name, ([first]) => size(first?.length ?? first));
    }
  }

  /** What takes a list as an argument goes through it as well. */
  function watchArguments() {
    const { from } = Array;
    defineProperty(Array, 'from', {
      value: new Proxy(from, {
        apply(method, self, [items, ...rest]) {
          const walk = items?.[iterator];
          if (walk !== undefined && walk !== null) return apply(method, self, [{ [iterator]: () => apply(walk, items, []) }, ...rest]);
          bounded(items);
          return apply(method, self, [items, ...rest]);
        },
      }),
    });
    watch(Function.prototype, ['apply'], (_, [, values]) => bounded(values));
    watch(Reflect, ['apply'], (_, [, , values]) => bounded(values));
    watch(Reflect, ['construct'], (_, [, values]) => bounded(values));
    watch(JSON, ['stringify'], (_, [, keys]) => bounded(keys));
  }

  /** Notes each proxy, since what it says of its length can change. */
  function noteProxies() {
    const note = WeakSet.prototype.add.bind(proxies);
    const { revocable } = Proxy;
    const value = new Proxy(Proxy, {
      construct(target, values, by) {
        const made = construct(target, values, by);
        note(made);
        return made;
      },
    });
    defineProperty(Proxy, 'revocable', {
      value: (/** @type {any} */ target, /** @type {any} */ handler) => {
        const made = revocable(target, handler);
        note(made.proxy);
        return made;
      },
    });
    defineProperty(world, 'Proxy', { value });
  }

  chargeLists();
  chargeTexts();
  chargeBuffers();
  watchArguments();
  chargeConstructor('Array', (values) => (values.length === 1 ? size(values[0]) : values.length));
  noteProxies();
}
