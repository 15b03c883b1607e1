//! Functions that a learner typed run shut in: what they compute, how they fail, and that the page is unharmed.

use std::ops::Deref;

use serde_json::{Value, json};

use crate::visit::{Visit, open};

/// How long a function may take where the test is about something else than time, ms: as long as a test may.
const LONG: u64 = 50_000;

/// The open page, on which functions are run; after each of them it must be as it was.
struct Shut(Visit);

impl Deref for Shut {
    type Target = Visit;

    fn deref(&self) -> &Visit {
        &self.0
    }
}

impl Shut {
    fn open() -> Self {
        Self(open("en"))
    }

    /// The outcome of a function for some calls, however busy the computer is.
    #[track_caller]
    fn outcome(&self, parameters: &[&str], body: &str, calls: Value) -> Value {
        self.outcome_within(json!(LONG), parameters, body, calls)
    }

    /// The outcome of a function for some calls that may take so long, ms; null for the time that a learner has.
    #[track_caller]
    fn outcome_within(&self, time: Value, parameters: &[&str], body: &str, calls: Value) -> Value {
        let task = json!({ "name": "learned", "parameters": parameters, "body": body, "calls": calls });
        let [outcome, unharmed] = self.outcome_and_page(task, time);
        assert_eq!(unharmed, true, "the page is harmed by\n{body}");
        outcome
    }

    #[track_caller]
    fn outcome_and_page(&self, task: Value, time: Value) -> [Value; 2] {
        let both = self.js(
            "const { run } = await import('/sandbox/run.js');
            const before = [Array.prototype.map, Math.exp, Object.prototype.toString, globalThis.fetch];
            const outcome = await run(args[0], args[1] ?? undefined);
            const after = [Array.prototype.map, Math.exp, Object.prototype.toString, globalThis.fetch];
            demo.forward();
            demo.back();
            const unharmed = before.every((own, i) => own === after[i]) && Object.keys(Object.prototype).length === 0
                && !('x' in {}) && !('y' in {}) && [1, 2].map((n) => n + 1).join() === '2,3';
            return [outcome, unharmed]",
            &[task, time],
        );
        serde_json::from_value(both).expect("there are two")
    }

    /// What a function of `x` returns for one call.
    #[track_caller]
    fn result(&self, body: &str, x: Value) -> Value {
        let outcome = self.outcome(&["x"], body, json!([[x]]));
        assert_eq!(outcome["problem"], Value::Null, "of\n{body}");
        outcome["results"][0].clone()
    }

    /// Why a function has no result.
    #[track_caller]
    fn problem(&self, body: &str) -> Value {
        let outcome = self.outcome(&["x"], body, json!([[[1, 2, 3]]]));
        assert_eq!(outcome["results"], Value::Null, "of\n{body}");
        outcome["problem"].clone()
    }

    /// The functions go on for longer than a learner has, and are ended then.
    #[track_caller]
    fn all_take_too_long(&self, bodies: &[&str]) {
        for body in bodies {
            let outcome = self.outcome_within(Value::Null, &["x"], body, json!([[[1, 2, 3]]]));
            assert_eq!(outcome["problem"]["code"], "time", "{outcome} of\n{body}");
        }
    }

    /// The functions all fail for this reason.
    #[track_caller]
    fn all_fail(&self, code: &str, bodies: &[&str]) {
        for body in bodies {
            let problem = self.problem(body);
            assert_eq!(problem["code"], code, "{problem} of\n{body}");
        }
    }
}

#[test]
fn a_learners_functions_give_their_numbers() {
    let page = Shut::open();
    let affine = page.outcome(
        &["x", "w", "b"],
        "const out = [];
        for (let j = 0; j < b.length; j++) {
          out[j] = b[j];
          for (let i = 0; i < x.length; i++) out[j] += x[i] * w[i][j];
        }
        return out;",
        json!([[[1, 2], [[1, 2, 3], [4, 5, 6]], [0.5, 0, -1]], [[0, 1], [[1], [7]], [1]]]),
    );
    assert_eq!(affine, json!({ "results": [[9.5, 12, 14], [8]], "problem": null }));
    assert_eq!(page.result("return x.map((v) => Math.max(0, v));", json!([-1, 2])), json!([0, 2]));
    let softmax = "const e = x.map((v) => Math.exp(v - Math.max(...x)));
        const sum = e.reduce((a, b) => a + b, 0);
        return e.map((v) => v / sum);";
    assert_eq!(page.result(softmax, json!([3, 3])), json!([0.5, 0.5]));
    assert_eq!(page.result("return x * 2 // twice", json!(21)), 42);
    // Typed arrays are lists, too.
    assert_eq!(page.result("return new Float32Array(x)", json!([0.5, 2])), json!([0.5, 2]));
    assert_eq!(
        page.result(
            "return [Float64Array.from(x), new Float32Array(50).fill(1)].map((l) => l.slice(0, 2))",
            json!([3, 4, 5])
        ),
        json!([[3, 4], [1, 1]])
    );
    assert_eq!(page.result("return [[], [[1]]]", json!(0)), json!([[], [[1]]]));
}

#[test]
fn plain_javascript_is_all_there() {
    let page = Shut::open();
    let body = "class Layer { constructor(n) { this.n = n } get twice() { return this.n * 2 } static of(n) { return new this(n) } }
        class Row extends Array { sum() { let s = 0; for (const v of this) s += v; return s } }
        const [first, ...rest] = x, { missing = 5 } = {}, count = {};
        for (const v of x) count[v] = (count[v] ?? 0) + 1;
        function* two() { yield 1; yield 2 }
        return [Layer.of(4).twice, Row.from(x).map((v) => v * 2).sum(), first, rest.length, missing, count[2], ...two(),
            Array.from({ length: 3 }, (_, i) => i * 2), new Array(2).fill(0), Array(2).length, Array.of(7)[0],
            new Map([[1, 2]]).get(1), new Set([1, 1]).size, JSON.parse(JSON.stringify({ a: [6] })).a[0], [3, 1, 2].sort(),
            [1, [2, [3]]].flat(2), [1].concat(2, [3]), 'a,b'.split(',').length, 'x'.repeat(3).length, Object.keys({ a: 1 }).length,
            [] instanceof Array ? 1 : 0, [].constructor === Array ? 1 : 0, x.slice(1), x.filter((v) => v > 1).length, Number(10n ** 2n)]";
    assert_eq!(
        page.result(body, json!([1, 2, 2])),
        json!([
            8,
            10,
            1,
            2,
            5,
            2,
            1,
            2,
            [0, 2, 4],
            [0, 0],
            2,
            7,
            2,
            1,
            6,
            [1, 2, 3],
            [1, 2, 3],
            [1, 2, 3],
            2,
            3,
            1,
            1,
            1,
            [2, 2],
            2,
            100
        ])
    );
}

#[test]
fn numbers_that_are_no_numbers_are_passed_on() {
    let page = Shut::open();
    let passed = page.js(
        "const { run } = await import('/sandbox/run.js');
        const { results } = await run({ name: 'f', parameters: ['x'], body: 'return [x, 1 / 0, -1 / 0, -0]', calls: [[NaN]] });
        return results[0].map((number, i) => Object.is(number, [NaN, Infinity, -Infinity, -0][i]))",
        &[],
    );
    assert_eq!(passed, json!([true, true, true, true]));
}

#[test]
fn each_call_has_its_own_arguments() {
    let page = Shut::open();
    let outcomes = page.js(
        "const { run } = await import('/sandbox/run.js');
        const row = [1, 2];
        const body = 'a[0] += 1; return b';
        const { results } = await run({ name: 'f', parameters: ['a', 'b'], body, calls: [[row, row], [row, [row, row]]] });
        return [results, row]",
        &[],
    );
    assert_eq!(outcomes, json!([[[1, 2], [[1, 2], [1, 2]]], [1, 2]]));
}

#[test]
fn what_never_ends_is_ended() {
    let page = Shut::open();
    page.all_take_too_long(&[
        "while (true) {}",
        "for (;;) try { x.y.z } catch {}",
        "return new Proxy([1], { get() { for (;;); } })",
        "return /^(a+)+$/.test('a'.repeat(40) + 'b')",
    ]);
    // These go on behind the function's back, and are ended with the worker.
    assert_eq!(
        page.result("const again = () => Promise.resolve().then(again); again(); return 1", json!(0)),
        1
    );
    assert_eq!(page.result("new Promise(() => {}); Promise.reject(new Error('a')); return 2", json!(0)), 2);
}

#[test]
fn nothing_of_the_browser_can_be_reached() {
    let page = Shut::open();
    for (name, body) in [
        ("fetch", "fetch('/')"),
        ("document", "return document.title"),
        ("window", "window.location = 'about:blank'"),
        ("self", "self.postMessage({ results: [1] })"),
        ("globalThis", "return globalThis.fetch"),
        ("postMessage", "postMessage({ results: [1] })"),
        ("importScripts", "importScripts('/core.js')"),
        ("localStorage", "return localStorage.length"),
        ("indexedDB", "indexedDB.open('a')"),
        ("XMLHttpRequest", "new XMLHttpRequest()"),
        ("Worker", "new Worker('data:,')"),
        ("setTimeout", "setTimeout(() => {}, 1)"),
        ("console", "console.error('seen')"),
        ("WebAssembly", "return WebAssembly.Memory"),
        ("import", "import('/core/wasm.js')"),
        ("import", "const one = [...import /* it */ ( // here\n'/core.js')]"),
        ("eval", "return eval('1')"),
        ("Function", "return new Function('return 1')()"),
        ("Function", "return (() => 1).constructor('return 1')()"),
        ("AsyncFunction", "return (async () => 1).constructor('return 1')()"),
        ("GeneratorFunction", "return (function* () {}).constructor('return 1')()"),
    ] {
        let problem = page.problem(body);
        assert_eq!(
            problem,
            json!({ "code": "reach", "details": { "name": name, "line": "1" } }),
            "of\n{body}"
        );
    }
    assert_eq!(page.result("return this === undefined && typeof fetch === 'undefined' ? 1 : 0", json!(0)), 1);
    // A comment that names it is looked through at once, however it goes on.
    assert_eq!(page.result(&format!("// import {}\nreturn 1", "/".repeat(60)), json!(0)), 1);
    // Only the word is there.
    assert_eq!(page.result("const important = 1; // import what counts\nreturn important", json!(0)), 1);
    // A name that is nowhere is a slip.
    let slip = page.problem("const weight = 1;\nreturn wieght");
    assert_eq!(
        slip,
        json!({ "code": "error", "details": { "message": "wieght is not defined", "line": "2" } })
    );
}

#[test]
fn too_much_memory_is_refused_and_the_page_lives_on() {
    let page = Shut::open();
    page.all_fail(
        "memory",
        &[
            "new ArrayBuffer(2 ** 30)",
            "new ArrayBuffer(1, { maxByteLength: 2 ** 30 })",
            "return new Array(2 ** 27).fill(0)",
            "return Array(2 ** 27)",
            "return Array.from({ length: 2 ** 28 })",
            "new Uint8Array(2 ** 30)",
            "const Own = class extends Float64Array {}; new Own(2 ** 27)",
            "return Reflect.construct([].constructor, [2 ** 28])",
            "return 'x'.repeat(2 ** 30)",
            "return 'x'.padEnd(2 ** 29)",
            "const a = []; for (;;) a.push(1)",
            "const a = []; for (;;) try { a.push(1) } catch {}",
            "let a = [1]; for (;;) a = a.concat(a)",
            "let a = [1]; for (;;) a = [...a, ...a]",
            "let a = [1]; for (;;) a = [a, a].flat()",
            "const a = []; a.length = 2 ** 30; return [...a]",
            "const a = []; a.length = 2 ** 30; return a.map(() => 1)",
            "let s = 'x'; for (;;) s += s",
            "try { new ArrayBuffer(2 ** 30) } catch {} return 1",
            "const f = () => [new Array(100000).fill(1), f()]; return f()",
            // That much can't be a result.
            "return new Array(100001).fill(0)",
            "return new Proxy([], { get: () => 1e9 })",
        ],
    );
    let most = page.result("return new Array(100000).fill(x)", json!(1));
    assert_eq!(most.as_array().map(Vec::len), Some(100_000));
}

#[test]
fn a_list_too_long_to_be_gone_through_is_refused_because_the_browser_could_not_stop() {
    let page = Shut::open();
    let sparse = "const a = []; a.length = 2 ** 32 - 1;";
    let on_sparse = [
        "a.reverse()",
        "a.sort()",
        "a.indexOf(1)",
        "a.lastIndexOf(1)",
        "a.includes(1)",
        "a.copyWithin(1, 0)",
        "a.unshift(1)",
        "a.shift()",
        "a.every(Object)",
        "a.findLast(Object)",
        "a.reduceRight(Object, 1)",
        "a.filter(Object)",
        "return [[[a]]].flat(Infinity)",
        "return JSON.stringify({}, a)",
    ];
    let others = [
        "return Array.from.call(Object, { length: 2 ** 40 })",
        "return [].concat({ length: 2 ** 40, [Symbol.isConcatSpreadable]: true })",
        "Array.prototype.forEach.call({ length: 2 ** 40 }, Object)",
        "Array.prototype.includes.call({ get length() { return 2 ** 40 } }, 1)",
        "Array.prototype.includes.call(new Proxy([], { get: () => 2 ** 40 }), 1)",
        "Array.prototype.includes.call(Object.create(Proxy.revocable([], { get: () => 2 ** 40 }).proxy), 1)",
        "const t = new Int8Array(1); Object.defineProperty(t, 'length', { value: 2 ** 40 }); Array.prototype.includes.call(t, 1)",
        "Math.max.apply(null, { length: 2 ** 27 })",
        "Reflect.apply(Math.max, null, { length: 2 ** 27 })",
        "let s = 'ab'; for (let i = 0; i < 27; i++) s += s; return s.replaceAll('a', 'b')",
    ];
    let bodies: Vec<String> = on_sparse
        .iter()
        .map(|body| format!("{sparse} {body}"))
        .chain(others.iter().map(|&body| body.to_owned()))
        .collect();
    page.all_fail("memory", &bodies.iter().map(String::as_str).collect::<Vec<_>>());
    // It goes through its parts in JavaScript, which can be stopped.
    page.all_take_too_long(&["return String.raw({ raw: { length: 2 ** 31 } })"]);
    assert_eq!(
        page.result(
            "const whole = String.raw`a${1}b${2}c`;
            return [whole.length, ...[1, [2, [3]]].flat(Infinity), ...[4].concat([5], 6), ...Array.from('ab', Number.isNaN.bind(null))
                .map(Number), ...Array.from({ length: 2 }, (_, i) => i), Math.max.apply(null, x)]",
            json!([7, 8])
        ),
        json!([5, 1, 2, 3, 4, 5, 6, 0, 0, 0, 1, 8])
    );
}

#[test]
fn what_grows_one_by_one_is_stopped_before_it_is_too_much() {
    let page = Shut::open();
    page.all_take_too_long(&[
        "const a = []; for (let i = 0; ; i++) a[i] = i * 0.5",
        "let a = null; for (;;) a = { a }",
        "const a = []; for (let i = 0; ; i++) a[i] = [i, i, i, i, i, i, i, i]",
        "let s = ''; for (;;) s += 'abcdefgh'",
        "const m = new Map(); for (let i = 0; ; i++) m.set(i, i)",
        "return [...(function* () { for (;;) yield 1 })()]",
    ]);
}

#[test]
fn what_the_language_has_can_not_be_changed() {
    let page = Shut::open();
    page.all_fail(
        "builtin",
        &[
            "Array.prototype.map = null",
            "Object.prototype.x = 1",
            "Object.defineProperty(Math, 'exp', { value: () => 1 })",
            "({}).__proto__.y = 1",
            "delete Array.prototype.map",
            "Object.setPrototypeOf(Array.prototype, {})",
            "Object.prototype.__proto__ = {}",
            "Math = 1",
            "Array = class {}",
            "Object.assign(Math, { exp: 1 })",
            "(function* () {}).__proto__.x = 1",
            "[].values().__proto__.next = null",
            "Object.getPrototypeOf(Float32Array).from = null",
        ],
    );
    let problem = page.problem("const a = 1;\nArray.prototype.map = null");
    assert_eq!(problem["details"]["line"], "2");
    // Tried in silence, it is in vain.
    let body = "Reflect.set(Array.prototype, 'map', null);
        Reflect.defineProperty(Math, 'exp', { value: () => 7 });
        try { Object.prototype.x = 1 } catch {}
        return [1].map(() => Math.exp(0) + ('x' in {} ? 1 : 0))";
    assert_eq!(page.result(body, json!(0)), json!([1]));
    // What is not the language's own is the learner's mistake.
    page.all_fail("error", &["const a = 1; a = 2", "learned = 1", "'text'[0] = 'a'", "undeclared = 1"]);
}

#[test]
fn a_body_can_not_leave_its_function() {
    let page = Shut::open();
    let forged = "postMessage({ results: [[1, 2, 3]] });";
    let bodies = [
        "}".to_owned(),
        format!("return 1 }}\n{forged}"),
        format!("}}); {forged} (function () {{"),
        format!("}} while (0); {forged} do {{"),
        format!("}} finally {{}} {forged} try {{"),
        "} function postMessage() {} function Array() {} function unused() {".to_owned(),
        format!("}} }}; {forged} void function () {{ do {{"),
        // What is opened in one copy of the body, to be closed in the next.
        format!("1; ` }} while (0); {forged} do {{ ` + `"),
        format!("` }} while (0) }} {forged} `; `"),
        format!("1; `${{ ` }} {forged} {{ `"),
        format!("*/ {forged} /*"),
        format!("/* */ {forged} /*"),
        "/*".to_owned(),
        "return `".to_owned(),
        "return `${".to_owned(),
        "return `${ {".to_owned(),
        "return `${ `${".to_owned(),
        "return 'text\\".to_owned(),
        "return /expression".to_owned(),
        "if (x) {".to_owned(),
        "{ { {".to_owned(),
        "return [x.map((v) => v".to_owned(),
        "class A { static {".to_owned(),
        "try {".to_owned(),
        "do {".to_owned(),
        "({ m() {".to_owned(),
    ];
    for body in &bodies {
        page.all_fail("syntax", &[body]);
    }
}

#[test]
fn a_syntax_error_is_told_with_its_line() {
    let page = Shut::open();
    for (body, line, message) in [
        ("const a = 1;\nreturn a +;\n", "2", "Unexpected token ';'"),
        ("const a = 1;\r\nreturn a +;", "2", "Unexpected token ';'"),
        ("return 1 }\nreturn 2", "2", "Unexpected token 'return'"),
        ("for (;;) {\n  x;\n\nreturn 1", "4", "Unexpected end of input"),
        ("return Math.max(1,\n  2", "2", "missing ) after argument list"),
        ("return 1; /* not\nclosed", "2", "Unterminated comment"),
        ("return `not\nclosed", "2", "Unterminated template literal"),
        ("let y = 1;\nlet y = 2;\nreturn y", "2", "Identifier 'y' has already been declared"),
        ("x;\nlet x = 1;", "2", "Identifier 'x' has already been declared"),
        ("x;\n\nbreak;", "3", "Illegal break statement"),
        ("return 'not closed\n+ 1", "1", "Invalid or unexpected token"),
    ] {
        let problem = page.problem(body);
        let expected = json!({ "code": "syntax", "details": { "message": message, "line": line } });
        assert_eq!(problem, expected, "of\n{body}");
    }
    // These parse, and hold nothing behind them up.
    for body in [
        "return 3 // three",
        "<!-- three\nreturn 3",
        "return 3 /* three */",
        "return `${'three'}`.length - 2",
        "'\u{2028}'\n;return 3",
    ] {
        assert_eq!(page.result(body, json!(0)), 3, "of\n{body}");
    }
}

#[test]
fn an_error_is_told_with_its_line_whatever_is_thrown() {
    let page = Shut::open();
    for (body, message, line) in [
        ("const a = [];\n\nreturn a[0][1]", "Cannot read properties of undefined (reading '1')", json!("3")),
        (
            "return x.map((v) => {\n  return v.a.b\n})",
            "Cannot read properties of undefined (reading 'b')",
            json!("2"),
        ),
        ("const f = () => f() + 1;\nreturn f()", "Maximum call stack size exceeded", json!("1")),
        ("throw new Error('mine: 1:2:3')", "mine: 1:2:3", json!("1")),
        ("return new Array(-1)", "Invalid array length", json!("1")),
        ("throw null", "null", Value::Null),
        ("throw 'no'", "\"no\"", Value::Null),
        ("throw { get message() { throw 1 }, toString() { throw 2 } }", "{…}", Value::Null),
        ("throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })", "", Value::Null),
        ("throw Object.defineProperty(new Error('a'), 'message', { get() { throw 1 } })", "", Value::Null),
        ("return Object.defineProperty([1], 0, { get() { throw null } })", "null", Value::Null),
    ] {
        let problem = page.problem(body);
        assert_eq!(problem["code"], "error", "{problem} of\n{body}");
        assert_eq!(problem["details"]["message"], message, "of\n{body}");
        assert_eq!(problem["details"]["line"], line, "of\n{body}");
    }
    assert_eq!(page.result("try { null.x } catch { return 4 }", json!(0)), 4);
}

#[test]
fn what_is_returned_and_is_no_number_is_told() {
    let page = Shut::open();
    page.all_fail("nothing", &["x.map((v) => v * 2)", "return null", "return"]);
    let outcome = page.outcome(&["x"], "if (x > 1) return x", json!([[2], [1]]));
    assert_eq!(outcome["problem"]["code"], "nothing", "for one of the calls");
    for (body, got) in [
        ("return 'text'", "\"text\""),
        ("return Promise.resolve(1)", "Promise"),
        ("return (async () => { throw 1 })()", "Promise"),
        ("return new Promise(() => {})", "Promise"),
        ("return true", "true"),
        ("return 10n", "BigInt"),
        ("return Symbol()", "Symbol"),
        ("return () => 1", "function"),
        ("return { out: x }", "{…}"),
        ("class Layer {} return new Layer()", "Layer"),
        ("return [1, , 3]", "[…, undefined, …]"),
        ("return [[1, 2], [3, 'a']]", "[…, […, \"a\"]]"),
        ("return new BigInt64Array(1)", "[BigInt]"),
        ("const a = []; a[0] = a; return a", "[[[[[[[[[…]]]]]]]]]"),
    ] {
        assert_eq!(page.problem(body), json!({ "code": "form", "details": { "got": got } }), "of\n{body}");
    }
    assert_eq!(page.result("return new Proxy([1, 2], {})", json!(0)), json!([1, 2]));
}

#[test]
fn whatever_a_worker_says_is_read_as_data() {
    let page = Shut::open();
    // In the place of the browser's workers: one that says what it likes.
    let outcomes = page.js(
        "const { run } = await import('/sandbox/run.js');
        const Real = globalThis.Worker;
        const said = async (...messages) => {
            globalThis.Worker = class extends EventTarget {
                constructor() {
                    super();
                    setTimeout(() => messages.forEach((data) => this.dispatchEvent(new MessageEvent('message', { data }))));
                }
                postMessage() {}
                terminate() {}
            };
            const { results, problem } = await run({ name: 'f', parameters: [], body: '', calls: [[]] });
            return problem?.code ?? results;
        };
        const deep = [];
        for (let i = 0, list = deep; i < 1e5; i++) list = list[0] = [];
        const forged = [
            undefined, null, 1, 'started', {}, [], { results: null }, { results: 1 }, { results: [] }, { results: [1, 2] },
            { results: ['1'] }, { results: [{ length: 1, 0: 1 }] }, { results: [[, 1]] }, { results: [new Float32Array(1)] },
            { results: [new Array(1e9)] }, { results: [new Array(2e5).fill(1)] }, { results: [new Array(2e5).fill([])] }, { results: [deep] },
            { trouble: null }, { trouble: { code: 'syntax' } }, { trouble: { code: ['error'] } }, { trouble: { code: '__proto__' } },
        ];
        const answers = [];
        for (const message of forged) answers.push(await said('started', message));
        const early = await said({ results: [1] });
        const honest = await said('started', { results: [[1, [2]]] }, { results: [5] });
        const odd = await said('started', { trouble: { code: 'error', details: { message: 5, line: '<b>', other: 'x' }, lines: ['1', {}, -1] } });
        globalThis.Worker = class { constructor() { throw new Error('it is forbidden') } };
        const { problem } = await run({ name: 'f', parameters: [], body: '', calls: [[]] });
        globalThis.Worker = Real;
        return { answers: [...new Set(answers)], early, honest, odd, forbidden: problem.code }",
        &[],
    );
    assert_eq!(
        outcomes,
        json!({ "answers": ["worker"], "early": "worker", "honest": [[1, [2]]], "odd": "error", "forbidden": "worker" })
    );
}

#[test]
fn a_body_that_does_not_parse_is_told_also_where_the_browser_does_not_say_why() {
    let page = Shut::open();
    let codes = page.js(
        "const { run } = await import('/sandbox/run.js');
        const Real = globalThis.Worker;
        const one = async (body) => {
            const { problem } = await run({ name: 'f', parameters: ['x'], body, calls: [[1]] });
            return problem;
        };
        // As in Firefox: the event has no message.
        globalThis.Worker = class extends Real {
            addEventListener(type, hear) {
                super.addEventListener(type, (event) => {
                    if (type === 'error') event.preventDefault();
                    hear(type === 'error' ? new Event('error', { cancelable: true }) : event);
                });
            }
        };
        const silent = [await one('return +'), await one('return x')];
        // As with a policy that forbids it: no worker starts.
        globalThis.Worker = class extends EventTarget {
            constructor() {
                super();
                setTimeout(() => this.dispatchEvent(new Event('error', { cancelable: true })));
            }
            terminate() {}
        };
        const never = [await one('return +'), await one('')];
        globalThis.Worker = Real;
        return [silent, never]",
        &[],
    );
    let never = json!({ "code": "worker", "details": {} });
    assert_eq!(codes, json!([[{ "code": "syntax", "details": {} }, null], [never, never]]));
}

#[test]
fn several_run_side_by_side_and_the_page_does_not_wait_for_them() {
    let page = Shut::open();
    let outcomes = page.js(
        "const { run } = await import('/sandbox/run.js');
        const one = (body) => run({ name: 'f', parameters: ['x'], body, calls: [[1], [2]] });
        let frames = 0;
        const count = () => { frames += 1; requestAnimationFrame(count) };
        count();
        const outcomes = await Promise.all([one('for (;;);'), one('return x'), one('return x +'), one('throw null')]);
        return [outcomes.map(({ results, problem }) => problem?.code ?? results), frames > 5]",
        &[],
    );
    assert_eq!(outcomes, json!([["time", [1, 2], "syntax", "error"], true]));
}
