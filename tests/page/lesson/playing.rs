//! The whole lesson, to its end, with the keyboard alone and a wrong answer first at each question.

use serde_json::{Value, json};

use super::keyboard::{select, tab_back_to, tab_to, write};
use super::{CODE, NUMBER, TITLE, VERDICT, kept, option, said, steps, wait_until_settled, wait_until_wrong};
use crate::visit::{Visit, open};

/// What is answered: first wrong, then right. Scripts give what depends on the network's numbers.
enum Answer {
    /// Two numbers.
    Number(&'static str),
    /// Two choices.
    Choice(&'static str),
    /// Nodes of a column.
    Node(&'static str, &'static str),
    /// A prediction that is wrong: the experiment says so.
    Prediction(usize),
    /// A function, wrong and right. Each key costs a frame; that known slips are named is tested without a browser.
    Code(&'static str, &'static str),
    /// Something is done.
    Deed(fn(&Visit)),
}

use Answer::{Choice, Code, Deed, Node, Number, Prediction};

/// The weight with the gradient furthest from 0.
const WEIGHT: &str = "const dw = [...demo.tensor('affine4.dw').data];
    const at = dw.findIndex((one) => Math.abs(one) === Math.max(...dw.map(Math.abs)));
    const w = demo.tensor('affine4.w').data[at]; const rate = demo.state.settings.learningRate;";

fn answer(step: &str) -> Answer {
    match step {
        "colour.start" | "own.judge" | "onward.next" => Choice("[null, 0]"),
        "colour.name" => Choice("[1, 0]"),
        "colour.wrong" => Deed(|page| {
            tab_to(page, ".swatches button");
            // Among the lecture's colours, red is the first.
            page.keys("Home Enter");
        }),
        "neuron.sum" => Number("[53.6, 54.1]"),
        "neuron.relu" => Number("[-6.4, 0]"),
        "neuron.red" => Deed(|page| {
            tab_to(page, "#neuron-0");
            page.keys("End");
            for slider in ["#neuron-1", "#neuron-2"] {
                tab_to(page, slider);
                page.keys(&["ArrowLeft"; 16].join(" "));
            }
        }),
        "limit.plane" => Choice("[0, 1]"),
        "limit.bend" => Deed(|page| {
            // The first neuron is connected; the other five follow.
            tab_to(page, ".plane-list button:nth-child(2)");
            page.keys("Space Tab Space Tab Space Tab Space Tab Space");
        }),
        "limit.layers" => Number("[4, 3]"),
        "forward.weights" => Number("[150, 5000]"),
        "forward.affine" => Code("return b;", "return b.map((c,j)=>x.reduce((s,v,i)=>s+v*w[i][j],c))"),
        "forward.stopped" => Node(
            "affine1",
            "const { data } = demo.tensor('affine1.out[0]'); return [data.findIndex((x) => x > 0), data.findIndex((x) => x <= 0)]",
        ),
        "forward.relu" => Code("return x;", "return x.map((v)=>v>0?v:0)"),
        "forward.walk" => Deed(|page| page.keys("Space Space Space Space Space")),
        "forward.scores" => Choice(
            "const { data } = demo.tensor('affine4.out[0]'); const most = data.indexOf(Math.max(...data)); return [(most + 1) % 3, most]",
        ),
        "forward.possible" => Choice("[0, 2]"),
        "forward.softmax" => Code(
            "return x",
            "const e=x.map(v=>Math.exp(v-Math.max(...x)));const s=e.reduce((a,b)=>a+b);return e.map(v=>v/s)",
        ),
        "forward.count" => Choice("[0, 2]"),
        "loss.which" => Node(
            "softmax",
            "const { data } = demo.tensor('softmax.out[0]'); return [data.indexOf(Math.max(...data)), 0]",
        ),
        "loss.value" => Number("const p = demo.value('softmax.out[0,0]'); return [1 - p, -Math.log(p)]"),
        "loss.even" => Choice("[1, 2]"),
        "loss.write" => Code(
            "return 1",
            "return -Math.log(y.reduce((s,p,i)=>s+p*t[i],0))",
        ),
        "hand.nudge" => Number("[2.05, 2]"),
        "hand.path" => Number("[4.5, 9]"),
        "hand.sum" => Number("[9, 7]"),
        "hand.check" => Deed(|page| {
            tab_to(page, "#tiny-nudge");
            page.keys("ArrowRight");
        }),
        "hand.weight" => Number("[9, 12]"),
        "hand.closed" => Number("[10.5, 13.5]"),
        "hand.flat" => Number("[4.5, 3.5]"),
        "hand.cost" => Number("[10503, 21006]"),
        "backward.score" => Number("const p = demo.value('softmax.out[0,0]'); return [p, p - 1]"),
        // The node is named in the question.
        "backward.pass" => Number(
            "const node = Number(root.querySelector('.asked').textContent.match(/(?:Node|ノード) (\\d+)/)[1]);
            const [dx, red] = [demo.value(`affine4.dx[0,${node}]`), demo.value('softmax.dx[0,0]') * demo.value(`affine4.w[${node},0]`)];
            return [red, dx]",
        ),
        "backward.weight" => Choice("[0, 1]"),
        "backward.affine" => Code(
            "return dout",
            "return w.map((row)=>row.reduce((s,v,j)=>s+v*dout[j],0))",
        ),
        "backward.stop" => Node(
            "relu3",
            "const { data } = demo.tensor('relu3.out[0]'); return [data.findIndex((x) => x > 0), data.indexOf(0)]",
        ),
        "backward.relu" => Code("return dout;", "return dout.map((d,i)=>x[i]>0?d:0)"),
        "update.alone" => Prediction(0),
        "update.weight" => Number("WEIGHT return [w + rate * dw[at], w - rate * dw[at]]"),
        "update.repeat" => Prediction(2),
        "update.back" => Deed(|page| {
            tab_to(page, ".scrubber");
            page.keys("Home");
        }),
        "update.test" => Choice("[1, 0]"),
        "names.rule" => Choice("[1, 2]"),
        "names.learn" => Prediction(2),
        "choices.he" | "choices.rate" => Prediction(2),
        step if step.starts_with("choices.") => Prediction(0),
        "own.collect" => Deed(|page| {
            tab_to(page, ".brightness");
            page.keys("Home 1 ArrowRight 1 ArrowRight 1 End 2 ArrowLeft 2 ArrowLeft 2");
        }),
        "own.learn" => Deed(|page| page.keys("t")),
        "cnn.draw" => Deed(|page| {
            // A drawing with the keyboard: one pixel is enough.
            tab_to(page, ".pad [tabindex='0']");
            page.keys("ArrowRight Space");
        }),
        "cnn.edge" => Deed(|page| {
            // A press leads from 0 to 1, the next to −1.
            tab_to(page, ".weights-by-hand button:nth-of-type(4)");
            page.keys("Space Space Tab Tab Space");
        }),
        "cnn.window" => Number("[2, -2]"),
        "cnn.pool" => Number("[5, 3]"),
        "cnn.count" => Number("[950, 45000]"),
        "cnn.race" => Prediction(0),
        "cnn.why" => Choice("[0, 2]"),
        "cnn.vgg" => Choice("[0, 1]"),
        "onward.left" => Choice("[1, 0]"),
        _ => panic!("nobody knows how to answer {step}"),
    }
}

#[test]
fn the_whole_lesson_can_be_played_by_keyboard_in_japanese() {
    play("ja");
}

#[test]
fn the_whole_lesson_can_be_played_by_keyboard_in_english() {
    play("en");
}

#[track_caller]
fn play(language: &str) {
    let page = open(language);
    page.keys("l");
    let steps = steps(&page);
    assert!(steps.len() >= 40, "{steps:?}");
    for step in &steps {
        assert_eq!(page.js("return demo.state.lesson", &[]), step.as_str());
        assert_eq!(
            page.js("return root.activeElement === root.querySelector(args[0])", &[json!(TITLE)]),
            true,
            "the question has the focus at {step}"
        );
        let expected = solve(&page, step);
        assert_eq!(kept(&page, step), expected, "{step}");
        assert_ne!(said(&page), "", "{step} is explained");
        if step != steps.last().expect("there are some") {
            go_on(&page);
        }
    }
    tab_to(&page, ".following");
    page.keys("Enter");
    page.wait("the summary is shown", "root.querySelector('.sheet').open");
    let told = page.text(".sheet-content p");
    let needed = page.js(
        "const { CHAPTERS } = await import('/lesson/index.js');
        return CHAPTERS.flatMap(({ steps }) => steps).filter(({ optional }) => !optional).length",
        &[],
    );
    let all = format!("{needed} {} {needed}", if language == "en" { "of" } else { "問のうち" });
    assert!(told.contains(&all), "{told} says {all}");
    page.keys("Escape");
}

/// Answers a question, wrong first; says how that is kept.
#[track_caller]
fn solve(page: &Visit, step: &str) -> &'static str {
    let numbers = |script: &str| {
        let script = script.replace("WEIGHT", WEIGHT);
        page.js(&if script.starts_with('[') { format!("return {script}") } else { script }, &[])
    };
    let index =
        |value: &Value| usize::try_from(value.as_u64().expect("it is an index")).expect("it is small");
    match answer(step) {
        Number(script) => {
            let both = numbers(script);
            for (at, wait) in [(0, wait_until_wrong as fn(&Visit)), (1, wait_until_settled)] {
                tab_to(page, NUMBER);
                page.keys("Control+a");
                write(page, &format!("{:.5}", both[at].as_f64().expect("it is a number")));
                page.keys("Enter");
                wait(page);
            }
            "later"
        }
        Choice(script) => {
            let both = numbers(script);
            if !both[0].is_null() {
                tab_to(page, &option(index(&both[0])));
                page.keys("Enter");
                wait_until_wrong(page);
            }
            let right = option(index(&both[1]));
            if both[0].as_u64() > both[1].as_u64() {
                tab_back_to(page, &right)
            } else {
                tab_to(page, &right)
            }
            page.keys("Enter");
            wait_until_settled(page);
            if both[0].is_null() { "right" } else { "later" }
        }
        Node(column, script) => {
            let both = numbers(script);
            select(page, column, index(&both[0]));
            wait_until_wrong(page);
            page.keys("Escape");
            select(page, column, index(&both[1]));
            wait_until_settled(page);
            "later"
        }
        Prediction(wrong) => {
            tab_to(page, &option(wrong));
            page.keys("Enter");
            wait_until_settled(page);
            assert_eq!(page.attribute(VERDICT, "data-mark"), "wrong", "{step}: {}", said(page));
            "guessed"
        }
        Code(wrong, right) => {
            tab_to(page, CODE);
            for (code, wait) in [(wrong, wait_until_wrong as fn(&Visit)), (right, wait_until_settled)] {
                page.keys("Control+a");
                write(page, code);
                page.keys("Control+Enter");
                wait(page);
            }
            "later"
        }
        Deed(deed) => {
            deed(page);
            wait_until_settled(page);
            "right"
        }
    }
}

/// On to the next question: by the button where it has the focus, else by its key.
#[track_caller]
fn go_on(page: &Visit) {
    let on_it = page.js("return root.activeElement?.matches('.following') ?? false", &[]) == true;
    // A text field keeps the letters to itself.
    if !on_it && page.js("return root.activeElement?.matches('textarea') ?? false", &[]) == true {
        tab_to(page, ".following");
        page.keys("Enter");
    } else {
        page.keys(if on_it { "Enter" } else { "n" });
    }
}
