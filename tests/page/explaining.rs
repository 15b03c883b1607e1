//! What the element's `explain` tells.

use serde_json::json;

use crate::equation::*;
use crate::visit::{Visit, open, strings};

#[test]
fn explain_tells_everything_about_a_number() {
    let page = open("en");
    let told = page.js(
        "const readable = (text) => text.replaceAll('−', '-');
        const close = (text, value) => (readable(text).match(/-?\\d+(\\.\\d+)?(e-?\\d+)?/g) ?? [])
            .some((found) => Math.abs(Number(found) - value) <= Math.abs(value) * 0.006);
        const wrong = [];
        let sums = 0;
        for (const scope of ['one', 'batch']) {
            demo.state = { scope };
            for (const address of args[0]) {
                const told = demo.explain(address);
                const { value, operation, sentence, terms, code } = told;
                const claim = (right, what) => right || wrong.push([scope, address, what, sentence]);
                claim(told.address === address && value === demo.value(address), 'value');
                claim(['sum', 'copy', 'gate', 'atMostZero', 'softmax', 'minusLog', 'given'].includes(operation), 'operation');
                const [subject, rest] = sentence.split(' is ');
                claim(subject === address && close(rest, value), 'sentence');
                claim(code.numpy.includes(' = ') && code.file.endsWith('.rs') && code.line > 0 && code.text.length > 3, 'code');
                for (const { part, factors } of terms) {
                    claim(Number.isFinite(part) && factors.length > 0, 'part');
                    claim(factors.every((factor) => (factor.address ? demo.value(factor.address) === factor.value : factor.name !== '' && Number.isFinite(factor.value))), 'factors');
                }
                if (operation !== 'sum') continue;
                sums += 1;
                const sizes = terms.reduce((sum, { part }) => sum + Math.abs(part), 0);
                const sum = terms.reduce((sum, { part }) => sum + part, 0);
                claim(Math.abs(sum - value) <= 1e-5 * sizes, 'sum');
                claim(terms.every(({ part, factors }) => Math.abs(factors.reduce((product, { value }) => product * value, 1) - part) <= 1e-9 * Math.abs(part)), 'products');
            }
        }
        return { wrong, sums }",
        &[json!([
            "data.out[0,2]", "affine1.out[0,3]", "affine2.out[0,40]", "affine3.out[0,9]", "affine4.out[0,2]",
            "relu1.out[0,3]", "relu2.mask[0,5]", "softmax.out[0,0]", "softmax.loss[0]", "loss.loss[0]", "loss.out",
            "softmax.dx[0,0]", "affine4.dx[0,7]", "affine4.dw[7,1]", "affine4.db[2]", "relu3.dx[0,7]", "affine3.dw[3,4]",
            "affine2.db[77]", "affine1.dw[2,49]", "affine1.dx[0,1]", "affine1.dout[0,4]", "affine3.w[0,0]", "affine3.b[0]",
            "affine2.w_new[1,2]", "affine1.b_new[3]", "loss.t[0,0]",
        ])],
    );
    assert_eq!(told["wrong"], json!([]));
    assert_eq!(told["sums"], 32);
}

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
fn explaining_a_wrong_address_is_refused_with_a_sentence() {
    let page = open("en");
    for address in [
        "''",
        "'affine1.w'",
        "'affine9.w[0,0]'",
        "'affine1.out[0,50]'",
        "'loss.dout'",
        "'nose'",
        "null",
        "undefined",
        "{}",
        "7",
    ] {
        let answer = page.js(
            &format!("try {{ return demo.explain({address}) }} catch (problem) {{ return problem instanceof Error ? problem.message : 'no Error' }}"),
            &[],
        );
        let words = answer.as_str().map_or(0, |sentence| sentence.split(' ').count());
        assert!(words > 3, "explain({address}): {answer}");
    }
    nothing_is_open(&page);
}
