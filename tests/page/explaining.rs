//! What the element's `explain` tells.

use serde_json::json;

use crate::equation::*;
use crate::visit::{Visit, open, strings};

#[test]
fn explanations_are_sentences_in_the_readers_language() {
    let page = open("en");
    let addresses = json!([
        "affine1.out[0,3]",
        "affine2.out[0,40]",
        "relu1.out[0,3]",
        "relu1.mask[0,3]",
        "softmax.out[0,0]",
        "loss.loss[0]",
        "affine1.x[0,0]",
        "affine2.w[0,0]",
    ]);
    let say = "return args[0].map((address) => [demo.explain(address).sentence, (demo.state = { selected: address }, root.querySelector('.microscope .silent').textContent), root.querySelector('.microscope .result').textContent])";
    let told = |page: &Visit| -> Vec<[String; 3]> {
        let told = page.js(say, std::slice::from_ref(&addresses));
        list(&told).iter().map(|one| strings(one).try_into().expect("there are three")).collect()
    };
    let japanese = |text: &str| text.chars().any(|c| ('\u{3040}'..'\u{30ff}').contains(&c));
    for [sentence, heard, result] in told(&page) {
        assert!(sentence.contains(&result) && sentence.ends_with('.') && !japanese(&sentence), "{sentence}");
        assert_eq!(heard, sentence, "a screen reader hears it");
    }
    page.js("demo.state = { lang: 'ja' }", &[]);
    for [sentence, heard, result] in told(&page) {
        assert!(sentence.contains(&result) && sentence.ends_with('。') && japanese(&sentence), "{sentence}");
        assert!(!sentence.contains("That is") && !sentence.contains(" more "), "{sentence}");
        assert_eq!(heard, sentence, "a screen reader hears it");
    }
}

#[test]
fn an_embedder_reads_numbers_and_how_they_came_about_and_is_told_of_what_is_none() {
    let page = open("en");
    let told = page.js(
        "const { code, terms, ...told } = demo.explain('affine1.out[0,3]');
        const { shape, data } = demo.tensor('affine1.out[0]');
        return [told.address, told.operation, told.value === demo.value('affine1.out[0,3]') && told.value === data[3],
            told.sentence.startsWith('affine1.out[0,3] is '), terms.length, [...shape], data.constructor.name,
            [code.numpy, code.file, code.text].every((text) => text.length > 3) && code.line > 0]",
        &[],
    );
    assert_eq!(told, json!(["affine1.out[0,3]", "sum", true, true, 4, [50], "Float32Array", true]));
    for wrong in ["''", "'affine9.w'", "'affine1.out[0,50]'", "undefined", "null", "7", "{}", "Symbol('w')"] {
        for method in ["value", "tensor", "explain"] {
            let refused = page.try_js(&format!("demo.{method}({wrong})"), &[]);
            assert!(refused.is_err(), "{method}({wrong})");
        }
    }
    nothing_is_open(&page);
}
