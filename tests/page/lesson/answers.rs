//! Answers: what is right is taken as it is typed, a known slip is named, and nothing blocks.

use serde_json::json;

use super::{
    NEXT, NUMBER, SKIP, VERDICT, enter, kept, lesson, option, said, wait_until_settled, wait_until_wrong,
};
use crate::parts;

#[test]
fn a_number_is_taken_as_people_type_it() {
    let page = lesson("neuron.sum");
    for typed in ["54.1", "５４．１", "54,1", " 54.10 ", "+54.1", "5.41e1", "54.3"] {
        enter(&page, "neuron.relu");
        enter(&page, "neuron.sum");
        page.write(NUMBER, typed);
        page.keys("Enter");
        assert_eq!(page.attribute(VERDICT, "data-mark"), "right", "{typed}: {}", said(&page));
    }
    for (typed, told) in [
        ("", "with a number"),
        ("many", "with a number"),
        ("1e", "with a number"),
        ("NaN", "with a number"),
        ("55", "smaller"),
        ("−54.1", "larger"),
        ("5410%", ""),
    ] {
        enter(&page, "neuron.relu");
        enter(&page, "neuron.sum");
        page.write(NUMBER, typed);
        page.keys("Enter");
        let right = typed == "5410%";
        assert_eq!(page.attribute(VERDICT, "data-mark"), if right { "right" } else { "wrong" }, "{typed}");
        assert!(said(&page).contains(told), "{typed}: {}", said(&page));
    }
}

#[test]
fn a_known_slip_is_named() {
    let page = lesson("neuron.sum");
    for (step, typed, told) in [
        ("neuron.sum", "53.6", "left out the bias"),
        ("neuron.sum", "169.7", "separately"),
        ("neuron.sum", "282.5", "without multiplying"),
        ("neuron.relu", "-6.4", "before ReLU"),
        ("neuron.relu", "6.4", "does not drop the sign"),
        ("forward.weights", "53", "Multiply instead"),
        ("forward.weights", "200", "biases"),
        ("loss.value", "-0.9319", "minus in front"),
        ("loss.value", "0.4047", "log₁₀"),
        ("backward.score", "0.606", "other way round"),
        ("update.weight", "4.668", "learning rate is missing"),
        ("onward.image", "2700", "colour image"),
    ] {
        enter(&page, "colour.name");
        enter(&page, step);
        page.write(NUMBER, typed);
        page.keys("Enter");
        assert!(said(&page).contains(told), "{step} {typed}: {}", said(&page));
    }
}

#[test]
fn the_numbers_of_a_question_are_those_of_the_network_on_the_screen() {
    let page = lesson("loss.value");
    let asked = page.text(".asked");
    page.js("demo.state = { settings: { ...demo.state.settings, seed: 7 }, at: 'forward:softmax' }", &[]);
    let other = page.text(".asked");
    assert_ne!(asked, other);
    let p = page.js("return demo.value('softmax.out[0,0]')", &[]).as_f64().expect("a number");
    page.write(NUMBER, &format!("{:.4}", -p.ln()));
    page.keys("Enter");
    assert_eq!(page.attribute(VERDICT, "data-mark"), "right", "{}", said(&page));
    assert_eq!(page.js("return demo.state.selected", &[]), "loss.loss[0]", "the scene shows it");
}

#[test]
fn a_wrong_choice_is_told_why_and_can_be_mended() {
    let page = lesson("update.test");
    page.click(&option(1));
    assert!(said(&page).contains("no part in training"));
    page.click(&option(0));
    assert_eq!(page.attribute(VERDICT, "data-mark"), "right");
    assert_eq!(kept(&page, "update.test"), "later");
}

#[test]
fn a_number_of_the_scene_is_the_answer_where_it_is_asked_for() {
    let page = lesson("loss.which");
    page.click(&parts::cell("affine4", 0));
    wait_until_wrong(&page);
    assert!(said(&page).contains("column of Softmax"));
    page.click(&parts::cell("softmax", 1));
    assert!(said(&page).contains("the network’s answer"), "{}", said(&page));
    page.click(&parts::cell("softmax", 0));
    wait_until_settled(&page);
    assert_eq!(kept(&page, "loss.which"), "later");
}

#[test]
fn an_answer_can_be_seen_and_every_question_can_be_passed_over() {
    let page = lesson("colour.name");
    let steps = super::steps(&page);
    for step in &steps {
        assert_eq!(page.js("return demo.state.lesson", &[]), step.as_str());
        if page.js("return root.querySelector('.skip').checkVisibility()", &[]) == true {
            page.click(SKIP);
            wait_until_settled(&page);
            assert_eq!(kept(&page, step), "shown");
        }
        assert!(said(&page).len() > 20 || step.starts_with("own.judge") || step == "onward.next", "{step}");
        if step != steps.last().expect("there are some") {
            page.click(NEXT);
        }
    }
    page.js("demo.state = { lesson: 'colour.name' }", &[]);
    for step in &steps[1..] {
        page.click(NEXT);
        assert_eq!(page.js("return demo.state.lesson", &[]), step.as_str(), "unanswered");
    }
}

#[test]
fn an_experiment_that_is_stopped_can_be_predicted_again() {
    let page = lesson("choices.input");
    page.click(&option(1));
    page.wait("it runs", "demo.step > 0");
    page.keys("t");
    page.wait("it is told", "root.querySelector('.verdicts').textContent.includes('stopped half-way')");
    page.click(&option(1));
    wait_until_settled(&page);
    assert_eq!(page.attribute(VERDICT, "data-mark"), "right", "{}", said(&page));
    assert_eq!(page.text(parts::STEP), "2,000");
}

#[test]
fn a_question_left_while_its_experiment_runs_is_not_judged() {
    let page = lesson("choices.input");
    page.click(&option(1));
    page.wait("it runs", "demo.step > 0");
    page.click(NEXT);
    page.js("await new Promise((done) => setTimeout(done, 300))", &[]);
    assert_eq!(said(&page), "");
    assert_eq!(kept(&page, "choices.input"), json!(null));
}

#[test]
fn what_the_learner_had_before_the_lesson_is_kept_as_a_run() {
    let page = crate::visit::open("en");
    page.js("demo.state = { settings: { ...demo.state.settings, hidden: [16], seed: 5 } }", &[]);
    page.train(40);
    page.click(".lesson-button");
    assert_eq!(page.js("return demo.state.settings.hidden", &[]), json!([50, 100, 50]));
    page.click(".lesson-button");
    page.click("[data-room=experiments]");
    let runs = page.texts(".runs tbody tr td.figure:nth-child(3)");
    assert_eq!(runs[1..], ["40"]);
}

#[test]
fn an_answer_is_told_of_the_moment_it_was_given() {
    let page = lesson("colour.name");
    page.click(&option(0));
    let told = said(&page);
    assert!(told.contains("answer is red"), "{told}");
    page.js("demo.state = { color: [0, 255, 0] }", &[]);
    assert_eq!(said(&page), told);
    assert_eq!(page.texts(".options .correct"), ["✓ red"]);
}

#[test]
fn a_question_outlives_other_data_another_network_and_the_batch() {
    let page = lesson("colour.name");
    let settings = ["{ data: 'vivid' }", "{ hidden: [] }", "{ data: 'own' }"];
    page.js("demo.state = { own: { classes: ['a', 'b', 'c', 'd'], colours: 'ff00000' } }", &[]);
    for step in super::steps(&page) {
        for change in settings {
            enter(&page, "own.judge");
            enter(&page, &step);
            page.js(&format!("demo.state = {{ settings: {{ ...demo.state.settings, ...{change} }} }}; demo.state = {{ scope: 'batch' }}; demo.state = {{ scope: 'one' }}"), &[]);
            assert_eq!(
                page.js(
                    "return root.querySelector('.question h3').textContent !== '' && demo.state.lesson",
                    &[]
                ),
                step.as_str(),
                "{change}"
            );
        }
    }
}

#[test]
fn of_many_colours_the_one_on_display_is_asked_about() {
    let page = lesson("backward.score");
    page.js("demo.state = { scope: 'batch', row: 3 }", &[]);
    let p = page.js("const { label } = demo.data[3]; return demo.value(`softmax.out[3,${['red', 'green', 'blue'].indexOf(label)}]`)", &[]);
    page.write(NUMBER, &format!("{:.5}", p.as_f64().expect("a number") - 1.0));
    page.keys("Enter");
    assert_eq!(page.attribute(VERDICT, "data-mark"), "right", "{}", said(&page));
}

#[test]
fn the_page_that_an_element_stands_in_keeps_its_focus() {
    let page = crate::visit::open("en");
    let kept = page.js(
        "const [box, other] = [document.createElement('input'), document.createElement('irozuku-demo')];
        document.body.append(box, other);
        await other.ready;
        other.state = { lesson: 'colour.name' };
        box.focus();
        other.state = { lesson: 'colour.wrong' };
        other.state = { color: [255, 0, 0] };
        other.state = { lesson: 'forward.walk', at: 'forward:affine4' };
        const kept = [document.activeElement === box, other.shadowRoot.querySelector('.verdicts').dataset.mark, Object.keys(localStorage).filter((key) => key.includes('lesson')).length];
        box.remove();
        other.remove();
        return kept",
        &[],
    );
    assert_eq!(kept, json!([true, "right", 0]));
}

#[test]
fn a_number_that_a_link_opens_is_no_answer() {
    let page = crate::browser::Page::open_at(
        "#lang=en&lesson=loss.which&step=3000&moves=3000*full@0.01&selected=softmax.out[0,0]",
        1280,
        720,
        "en",
        false,
    );
    page.wait("it has arrived", "demo.step === 3000 && demo.state.selected !== null");
    page.js("await new Promise((done) => setTimeout(done, 100))", &[]);
    assert_eq!(page.text(".verdicts"), "");
}
