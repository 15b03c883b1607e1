//! Japanese and English: the page speaks one of them at a time, in all its words.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{Visit, open, strings};

/// Latin words that a Japanese page may hold: names, keys, the lecture's vocabulary. Code is not prose.
const LATIN: [&str; 36] = [
    "Affine",
    "ReLU",
    "Softmax",
    "Data",
    "Loss",
    "RGB",
    "PNG",
    "SVG",
    "English",
    "Irozuku",
    "Space",
    "Shift",
    "PageDown",
    "PageUp",
    "Enter",
    "Backspace",
    "Esc",
    "Ctrl",
    "NumPy",
    "Rust",
    "affine",
    "relu",
    "softmax",
    "data",
    "loss",
    "mask",
    "out",
    "dout",
    "exp",
    "new",
    "rrggbb",
    "UTF",
    "EUC",
    "ISO",
    "JIS",
    "Windows",
];

#[test]
fn the_browser_decides_the_language_and_the_document_says_which() {
    for (language, brand) in [("ja", "色づく"), ("en", "Irozuku")] {
        let page = open(language);
        assert_eq!(page.text("h1"), brand);
        assert_eq!(page.js("return document.documentElement.lang", &[]), language);
        let pressed = [parts::JAPANESE, parts::ENGLISH].map(|button| page.attribute(button, "aria-pressed"));
        let expected = if language == "ja" { ["true", "false"] } else { ["false", "true"] };
        assert_eq!(pressed, expected.map(Value::from));
    }
}

#[test]
fn a_browser_that_speaks_neither_is_answered_in_english() {
    let page = open("fr");
    assert_eq!(page.js("return document.documentElement.lang", &[]), "en");
    assert!(page.text(parts::TITLE).starts_with("What"));
}

#[test]
fn the_switch_changes_every_word_and_the_browser_remembers() {
    let page = open("ja");
    page.click(&parts::phase("loss"));
    let numbers = page.moment().numbers;
    let japanese = words(&page);
    page.click(parts::ENGLISH);
    assert_eq!(page.js("return document.documentElement.lang", &[]), "en");
    assert_eq!(foreign(&words(&page), is_japanese), ["日本語"]);
    assert_eq!(page.moment().numbers, numbers, "only the words change");
    page.click(parts::JAPANESE);
    assert_eq!(words(&page), japanese);
    for (button, language, brand) in [(parts::ENGLISH, "en", "Irozuku"), (parts::JAPANESE, "ja", "色づく")]
    {
        page.click(button);
        page.reload();
        assert_eq!(page.text("h1"), brand);
        assert_eq!(page.js("return document.documentElement.lang", &[]), language);
    }
}

#[test]
fn an_english_page_holds_no_japanese_wherever_one_stands() {
    let page = open("en");
    assert_eq!(foreign(&everywhere(&page), is_japanese), ["日本語"]);
}

#[test]
fn a_japanese_page_holds_no_english_sentence_wherever_one_stands() {
    let page = open("ja");
    let strange = |text: &str| {
        let words = text.split(|c: char| !c.is_ascii_alphabetic());
        // A letter or two is a symbol, and some are parts of a colour's code or of a file's path.
        let is_prose = !text.starts_with('#') && !text.contains("src/");
        is_prose && words.filter(|word| word.len() > 2).any(|word| !LATIN.contains(&word))
    };
    assert_eq!(foreign(&everywhere(&page), strange), Vec::<String>::new());
}

/// Reads all words on the page: what is to be read, and what is only spoken or shown on hovering.
const WORDS: &str = "
    const words = () => {
        const found = new Set();
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            if (!walker.currentNode.parentNode.closest('pre')) found.add(walker.currentNode.data.trim());
        }
        for (const element of root.querySelectorAll('*')) {
            for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-class']) {
                found.add(element.getAttribute(name) ?? '');
            }
        }
        return [...found].filter((text) => text !== '');
    };";

#[track_caller]
fn words(page: &Visit) -> Vec<String> {
    strings(&page.js(&format!("{WORDS} return words()"), &[]))
}

/// The words at every place of the walk, of one colour and of the batch, about numbers of every kind,
/// in training, and in trouble.
#[track_caller]
fn everywhere(page: &Visit) -> Vec<String> {
    let kinds = [
        "data.out[0,0]",
        "relu1.mask[0,1]",
        "softmax.t[0,0]",
        "affine1.x[0,0]",
        "affine1.dw[0,0]",
        "affine1.b_new[0]",
        "loss.loss[0]",
    ];
    let found = page.js(
        &format!(
            "{WORDS}
            const found = new Set(words());
            const look = () => words().forEach((text) => found.add(text));
            for (const scope of ['one', 'batch']) {{
                demo.state = {{ scope }};
                for (let i = 0; i < 19; i += 1) {{
                    demo.forward();
                    look();
                }}
            }}
            for (const selected of args[0]) {{
                demo.state = {{ selected }};
                look();
            }}
            demo.state = {{ selected: null, color: [9, 9, 9], b: 1 }};
            look();
            return [...found]"
        ),
        &[json!(kinds)],
    );
    let mut found = strings(&found);
    page.click(parts::PLAY);
    found.extend(words(page));
    page.keys("t ?");
    found.extend(words(page));
    page.keys("Escape");
    page.js("demo.state = { settings: { ...demo.state.settings, learningRate: 1000 } }", &[]);
    page.train(50);
    found.extend(words(page));
    assert!(found.len() > 500, "{found:?}");
    found.sort();
    found.dedup();
    found
}

/// The texts that a test finds strange.
fn foreign(texts: &[String], strange: impl Fn(&str) -> bool) -> Vec<String> {
    texts.iter().filter(|text| strange(text)).cloned().collect()
}

fn is_japanese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3001}'..='\u{9fff}' | '\u{ff66}'..='\u{ff9f}'))
}
