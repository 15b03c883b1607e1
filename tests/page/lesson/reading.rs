//! Everyone can read it: a checker of accessibility, eyes at every size, hands that need large targets.

use serde_json::{Value, json};

use super::{lesson, steps};
use crate::axe;
use crate::visit::{open_sized, strings};

const CHAPTERS: [&str; 13] = [
    "colour", "neuron", "limit", "forward", "loss", "hand", "backward", "update", "names", "choices", "own",
    "cnn", "onward",
];

#[test]
fn axe_finds_nothing_in_any_chapter_on_a_projector() {
    nothing_is_wrong(1280, 720);
}

#[test]
fn axe_finds_nothing_in_any_chapter_on_a_phone() {
    nothing_is_wrong(390, 844);
}

/// Looks at every chapter, in both languages, in the light and in the dark; at its question and at an exercise.
#[track_caller]
fn nothing_is_wrong(width: u32, height: u32) {
    let page = open_sized(width, height, "en", false);
    axe::load(&page);
    let mut found = Vec::new();
    for step in CHAPTERS.into_iter().chain(["limit.bend", "forward.affine"]) {
        for lang in ["ja", "en"] {
            page.js("demo.state = { lesson: args[0], lang: args[1] }", &[json!(step), json!(lang)]);
            // The words of an answer, too.
            page.js("const skip = root.querySelector('.skip'); if (skip.checkVisibility() && !args[0].includes('choices')) skip.click()", &[json!(step)]);
            let themes: &[&str] =
                if lang == "ja" { &["light", "dark", "projector"] } else { &["light", "dark"] };
            found.extend(axe::complaints(&page, &format!("{step}, {lang}"), themes));
        }
    }
    page.click(".plan");
    found.extend(axe::complaints(&page, "the plan", &["dark"]));
    page.click("[data-sheet=summary]");
    found.extend(axe::complaints(&page, "the summary", &["dark"]));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What of the lesson is cut off, covered, too small to hit or pushed out of the window.
const MISFITS: &str = "
    const wide = document.documentElement.clientWidth;
    const panel = root.querySelector('.lesson');
    const parts = [...root.querySelectorAll('.lesson *, .editor *, .neuron *, .planes *, .tiny *, .kernel *, .cnn *')].filter((one) => one.checkVisibility() && !one.closest('svg'));
    const misfits = [];
    for (const one of parts) {
        const { left, right, width, height } = one.getBoundingClientRect();
        const what = `${one.tagName} ${one.className} “${one.textContent.slice(0, 30)}”`;
        if (left < -1 || right > wide + 1) misfits.push(`outside: ${what}`);
        const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
        if (one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 2 && overflowX !== 'visible' && textOverflow !== 'ellipsis') misfits.push(`cut at the side: ${what}`);
        const target = one.matches('button, input:not([type=range]), select, summary');
        if (target && (width < 24 || height < 24)) misfits.push(`small, ${width}×${height}: ${what}`);
    }
    const ways = [...root.querySelectorAll('.ways button')].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect());
    if (panel && ways.some(({ bottom }) => bottom > panel.getBoundingClientRect().bottom + 1)) misfits.push('the way on is cut off');
    return [...new Set(misfits)];";

#[test]
fn every_question_fits_on_a_projector_a_screen_a_slide_and_a_phone() {
    let page = lesson("colour.name");
    let all = json!(steps(&page));
    for (width, height) in [(1280, 720), (1920, 1080), (960, 540), (390, 844), (640, 360)] {
        page.resize(width, height);
        let mut found = Vec::new();
        for (lang, present) in [("ja", false), ("en", false), ("en", true)] {
            // A lecturer has a projector.
            if present && width < 900 {
                continue;
            }
            // All steps in one command: between two commands the browser draws frames that nobody looks at.
            let misfits = page.js(
                &format!(
                    "const look = () => {{ {MISFITS} }};
                    const found = [];
                    demo.state = {{ lang: args[1], present: args[2] }};
                    for (const step of args[0]) {{
                        demo.state = {{ lesson: step }};
                        if (demo.state.lesson !== step) throw new Error(`${{step}} has not opened`);
                        // What follows from it at once is done. No frame is drawn: places are known without.
                        await null;
                        for (const misfit of look()) found.push(`${{step}}: ${{misfit}}`);
                    }}
                    return found"
                ),
                &[all.clone(), json!(lang), json!(present)],
            );
            found.extend(strings(&misfits).into_iter().map(|what| format!("{lang} {present}: {what}")));
        }
        assert!(found.is_empty(), "{width}×{height}:\n{}", found.join("\n"));
        let scrolls = page.js("return document.documentElement.scrollWidth > innerWidth", &[]);
        assert_eq!(scrolls, false, "{width}×{height}");
    }
}

#[test]
fn the_lesson_speaks_one_language_at_a_time() {
    let page = lesson("colour.name");
    let all = json!(steps(&page));
    let mut found = Vec::new();
    for lang in ["ja", "en"] {
        let strange = page.js(
            "const [steps, lang] = args;
            const wrong = lang === 'ja' ? /[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}/ : /[\\u3040-\\u30ff\\u4e00-\\u9fff]/;
            const found = [];
            for (const step of steps) {
                demo.state = { lesson: 'colour.name' };
                demo.state = { lesson: step, lang };
                const skip = root.querySelector('.skip');
                if (skip.checkVisibility() && !/names|choices|own|repeat|back$/.test(demo.state.lesson)) skip.click();
                // What was set going by it is done before the next task.
                await new Promise((done) => setTimeout(done));
                const parts = [...root.querySelectorAll('.lesson :is(h2, h3, p, button, summary, label), .neuron :is(h2, h3, p, small, label), .planes :is(h2, p, button), .tiny :is(h2, p, label, text), .kernel :is(h2, figcaption, label, output, button), .cnn :is(h2, p, th, td), .editor :is(h2, button)')].filter((one) => one.checkVisibility());
                const words = parts.flatMap((one) => [one.textContent, one.title, one.ariaLabel ?? '']);
                for (const text of words) if (wrong.test(text)) found.push(`${step}: ${text}`);
            }
            return found",
            &[all.clone(), json!(lang)],
        );
        found.extend(strings(&strange).into_iter().map(|text| format!("{lang} {text}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_word_of_the_glossary_is_explained_on_focus_and_on_hover_and_escape_shuts_it() {
    let page = lesson("loss.value");
    let tip = || {
        page.js(
            "const tip = root.querySelector('.tip'); return tip.checkVisibility() ? tip.textContent : ''",
            &[],
        )
    };
    assert_eq!(tip(), "");
    page.focus(".asked .glossed");
    assert!(tip().as_str().is_some_and(|tip| tip.contains("how wrong an answer is")), "{}", tip());
    page.keys("Escape");
    assert_eq!(tip(), "");
    page.hover_at(".asked .glossed", 3, 3);
    assert!(tip().as_str().is_some_and(|tip| tip.contains("how wrong")), "{}", tip());
    page.js("demo.state = { lang: 'ja' }", &[]);
    page.focus(".asked .glossed");
    assert!(tip().as_str().is_some_and(|tip| tip.contains("間違って")), "{}", tip());
    // The formula is one press away.
    assert_eq!(page.js("return root.querySelector('.formula code').checkVisibility()", &[]), false);
    page.click(".formula summary");
    assert_eq!(page.js("return root.querySelector('.formula code').checkVisibility()", &[]), true);
}

#[test]
fn a_screen_reader_hears_the_question_and_what_was_said_of_the_answer() {
    let page = lesson("neuron.sum");
    let live = page.js("return root.querySelector('.verdicts').getAttribute('role')", &[]);
    assert_eq!(live, "status");
    page.click(super::NEXT);
    let focus = page.js("return root.activeElement.textContent", &[]);
    assert_eq!(focus, "ReLU, an activation function");
    let labels = page.js(
        "return [...root.querySelectorAll('.lesson :is(button, input, summary)')].filter((one) => one.checkVisibility()).filter((one) => !(one.getAttribute('aria-label') || one.textContent.trim() || one.labels?.[0]?.textContent))",
        &[],
    );
    assert_eq!(labels, json!([]));
}

#[test]
fn forced_colours_contrast_and_still_motion_leave_everything_there() {
    let page = lesson("neuron.red");
    for (name, value) in
        [("forced-colors", "active"), ("prefers-contrast", "more"), ("prefers-reduced-motion", "reduce")]
    {
        page.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": name, "value": value }] }),
        );
        let seen: Value = page.js(
            "const tile = root.querySelector('.told-apart .tile');
            return [root.querySelector('.question h3').checkVisibility(), getComputedStyle(tile).backgroundColor !== getComputedStyle(root.querySelector('.app')).backgroundColor]",
            &[],
        );
        assert_eq!(seen, json!([true, true]), "{name}");
    }
}
