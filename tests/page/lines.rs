//! What the stage shows of an open number: its ring, its wires, and all else stepping back. Which wires they are is told by
//! tests/unit/wires.test.js.

use serde_json::{Value, json};

use crate::cells::PIXELS;
use crate::equation::*;
use crate::parts;
use crate::visit::{Visit, open};

/// Reads the two canvases: how much ink there is between two columns, and how strong the strongest is on one.
const INK: &str = "
    const picture = root.querySelector('.picture').getBoundingClientRect();
    const alphas = (name, left, right) => pixelsOf(name)({ ...picture.toJSON(), left, right }).filter((_, i) => i % 4 === 3);
    const side = (column) => root.querySelector(`[data-column=${column}]`).getBoundingClientRect();
    const between = (a, b) => alphas('base', side(a).right + 4, side(b).left - 4).reduce((sum, alpha) => sum + alpha, 0);
    const strongest = (column) => Math.max(...alphas('ink', side(column).left, side(column).right)) / 255;
    const faded = () => [...root.querySelectorAll('.stage .cell')].filter((cell) => getComputedStyle(cell).opacity !== '1').map((cell) => cell.closest('[data-column]').dataset.column);";

/// The wires into and out of each layer, how strong the ink of three layers is, and the boxes that have stepped back.
#[track_caller]
fn ink(page: &Visit) -> Value {
    page.wait_until_still();
    page.js(
        &format!(
            "{PIXELS} {INK} return {{
                wires: [['data', 'affine1'], ['relu1', 'affine2'], ['relu2', 'affine3'], ['relu3', 'affine4']].map(([a, b]) => between(a, b)),
                ink: ['relu1', 'relu2', 'relu3'].map(strongest),
                faded: [...new Set(faded())],
            }}"
        ),
        &[],
    )
}

#[test]
fn an_open_number_has_its_wires_and_everything_else_steps_back() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    page.point_at_nothing();
    let rest = ink(&page);
    assert_eq!(rest["faded"], json!([]));
    for strong in list(&rest["ink"]) {
        assert!(strong.as_f64() > Some(0.99), "{rest}");
    }
    select(&page, "affine3.out[0,5]");
    let opened = ink(&page);
    let wires = |ink: &Value, gap: usize| ink["wires"][gap].as_f64().unwrap_or_default();
    // A hundred wires instead of two dozen in its own gap; in the others there are no more than before.
    assert!(wires(&opened, 2) > wires(&rest, 2) * 1.3, "{rest} {opened}");
    for gap in [0, 1, 3] {
        assert!(wires(&opened, gap) <= wires(&rest, gap), "gap {gap}: {rest} {opened}");
    }
    let strong = |column: usize| opened["ink"][column].as_f64().unwrap_or_default();
    assert!(strong(0) < 0.3 && strong(1) > 0.99, "what it is made of stays, the rest fades: {opened}");
    assert_eq!(opened["faded"], json!(["data", "affine4", "softmax", "loss"]));
    // A number of few has its own boxes.
    select(&page, "softmax.out[0,1]");
    assert_eq!(ink(&page)["faded"], json!(["data", "softmax", "loss"]), "the others of its layer fade, too");
    page.keys("Escape");
    assert_eq!(ink(&page), rest);
}

#[test]
fn the_open_number_is_ringed_where_it_is_and_said_over_its_cell() {
    let page = open("en");
    page.click(&parts::phase("backward"));
    for (address, node) in [("affine1.dout[0,7]", 7), ("relu2.dout[0,63]", 63), ("affine4.dx[0,5]", 5)] {
        select(&page, address);
        page.point_at_nothing();
        let said = page.js(
            "const pill = root.querySelector('output.pill');
            return [pill.checkVisibility(), pill.dataset.address, Number(pill.dataset.value) === demo.value(args[0]), pill.dataset.way]",
            &[json!(address)],
        );
        assert_eq!(said, json!([true, address, true, "backward"]));
        let at = ringed(&page, "selected");
        let at = at.as_str().expect("it is ringed");
        assert!(at.ends_with(&format!("[0,{node}]")), "{address} is ringed at {at}");
    }
    page.keys("Escape");
    assert_eq!(ringed(&page, "selected"), Value::Null);
}

#[test]
fn an_operand_lights_its_node_and_a_node_its_operand() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    select(&page, "affine4.out[0,1]");
    let here = the_arithmetic_is_right(&page);
    let node = |address: &str| -> usize {
        address.split_once(',').expect("it has two").1.trim_end_matches(']').parse().expect("it is a number")
    };
    page.point_at_nothing();
    assert_eq!(lit(&page), [json!(null), json!([])]);
    let inputs = here.operands.iter().filter(|address| address.starts_with("affine4.x"));
    for address in inputs.take(2) {
        page.hover_at(&operand(address), 5, 5);
        assert_eq!(lit(&page)[0], json!(format!("relu3.out[0,{}]", node(address))), "{address}");
        page.point_at_nothing();
        assert_eq!(lit(&page), [json!(null), json!([])]);
        page.hover_cell("relu3", node(address));
        assert_eq!(lit(&page)[1], json!([address]));
        page.point_at_nothing();
    }
    // The keyboard's focus lights it as well.
    page.focus(&operand(&here.operands[0]));
    assert_eq!(lit(&page)[0], json!(format!("relu3.out[0,{}]", node(&here.operands[0]))));
    page.point_at_nothing();
    // A weight under the pointer lights the weight in the sum.
    let weight =
        here.operands.iter().find(|address| address.starts_with("affine4.w")).expect("it has weights");
    let row = weight["affine4.w[".len()..].split(',').next().and_then(|row| row.parse().ok());
    page.hover_weight("affine4", row.expect("it has a row"), 1);
    assert_eq!(lit(&page)[1], json!([weight]));
}

/// The number on the stage with the ring of what is pointed at, and the operands with a ground.
#[track_caller]
fn lit(page: &Visit) -> [Value; 2] {
    let operands = page.js(
        "const operands = [...root.querySelectorAll('.microscope .operand')].filter((one) => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)');
        return operands.map((one) => one.dataset.address)",
        &[],
    );
    [ringed(page, "pointed"), operands]
}

/// Which number of the stage such a ring lies around; none where there is no such ring.
#[track_caller]
pub fn ringed(page: &Visit, ring: &str) -> Value {
    page.js(
        "const ring = root.querySelector(`.rings .ring.${args[0]}`);
        if (!ring.checkVisibility() || getComputedStyle(ring).outlineStyle !== 'solid') return null;
        const { x, y, width, height } = ring.getBoundingClientRect();
        return demo.addressAt(x + width / 2, y + height / 2)",
        &[json!(ring)],
    )
}
