//! What the scene shows of an open number: the lines to its operands.

use serde_json::{Value, json};

use crate::equation::*;
use crate::parts;
use crate::visit::{Visit, open};

/// Where an operand is in the scene: in whose column, and as which node or weight.
fn spot_of(address: &str) -> String {
    const COLUMNS: [&str; 10] =
        ["data", "affine1", "relu1", "affine2", "relu2", "affine3", "relu3", "affine4", "softmax", "loss"];
    let (layer, rest) = address.split_once('.').expect("it is an address");
    let (tensor, index) = rest.split_once('[').unwrap_or((rest, "0]"));
    let index: Vec<&str> = index.trim_end_matches(']').split(',').collect();
    let own = COLUMNS.iter().position(|column| *column == layer).expect("there is such a layer");
    let node = index[index.len() - 1];
    match (layer, tensor) {
        (_, "w" | "dw" | "w_new") => format!("{layer} dot {} {node}", index[0]),
        (_, "b" | "db" | "b_new") => format!("{layer} dot -1 {node}"),
        ("loss", "out" | "loss") => "loss cell 0".to_owned(),
        ("loss", "x" | "t") => format!("softmax cell {node}"),
        ("softmax", "dx") | (_, "out" | "dout" | "mask" | "t") => format!("{layer} cell {node}"),
        _ => format!("{} cell {node}", COLUMNS[own - 1]),
    }
}

#[test]
fn lines_lead_to_exactly_the_operands_and_everything_else_fades() {
    let page = open("en");
    page.click(&parts::phase("backward"));
    for (address, count) in [
        ("affine1.out[0,7]", 7),
        ("affine2.out[0,7]", 101),
        ("relu1.out[0,3]", 1),
        ("softmax.out[0,2]", 3),
        ("loss.loss[0]", 3),
        ("loss.out", 0),
        ("affine4.dx[0,5]", 6),
        ("affine2.dx[0,5]", 200),
        ("affine2.dw[3,7]", 2),
        ("affine3.db[9]", 1),
        ("affine2.w[3,7]", 0),
    ] {
        select(&page, address);
        assert_eq!(the_lines_are_right(&page), count, "{address}");
    }
    // Over a batch, a weight's gradient is made of two nodes, in many colours.
    page.js("demo.state = { scope: 'batch' }", &[]);
    select(&page, "affine2.dw[3,7]");
    assert_eq!(the_lines_are_right(&page), 2);
    page.keys("Escape");
    assert_eq!(page.count(".lines path"), 0);
    let faded = page.js("return [...root.querySelectorAll('.cell')].filter((cell) => getComputedStyle(cell).opacity !== '1').length", &[]);
    assert_eq!(faded, 0);
}

/// Every line goes from the open number to one of its operands, as its part says. Gives back how many.
#[track_caller]
fn the_lines_are_right(page: &Visit) -> usize {
    page.wait_until_still();
    let read = page.js("return demo.explain(demo.state.selected)", &[]);
    let address = read["address"].as_str().expect("a number is open");
    let own = spot_of(address);
    let mut spots: Vec<(String, f64)> = Vec::new();
    for term in list(&read["terms"]) {
        let part = term["part"].as_f64().expect("it has a part");
        for factor in list(&term["factors"]).iter().filter_map(|factor| factor["address"].as_str()) {
            let spot = spot_of(factor);
            match spots.iter_mut().find(|(known, _)| *known == spot) {
                _ if spot == own => {}
                Some((_, sum)) => *sum += part,
                None => spots.push((spot, part)),
            }
        }
    }
    let words: Vec<&str> = spots.iter().map(|(spot, _)| spot.as_str()).chain([own.as_str()]).collect();
    let seen = page.js(
        "const corner = root.querySelector('.grid').getBoundingClientRect();
        const middle = (word) => {
            const [column, kind, ...index] = word.split(' ');
            const of = root.querySelector(`[data-column=${column}]`);
            const at = index.map(Number);
            if (kind === 'cell') {
                const cell = of.querySelectorAll('.cell')[at[0]];
                const box = cell.getBoundingClientRect();
                // A line keeps off a number.
                const reach = cell.matches('.few *') ? box.width / 2 + 2 : 0;
                return [box.x + box.width / 2 - corner.x, box.y + box.height / 2 - corner.y, reach];
            }
            const [canvas, biases] = of.querySelectorAll('canvas');
            const [box, rows] = at[0] < 0 ? [biases, 1] : [canvas, canvas.height];
            const { x, y, width, height } = box.getBoundingClientRect();
            return [x + (at[1] + 0.5) * width / canvas.width - corner.x, y + (Math.max(0, at[0]) + 0.5) * height / rows - corner.y, 0];
        };
        const cells = new Set(args[0].map((word) => word.split(' ')).filter(([, kind]) => kind === 'cell').map(([column, , node]) => `${column} ${node}`));
        const faded = (cell) => {
            const style = getComputedStyle(cell);
            // Where a cell has room for its number, that stays readable and the ground goes.
            return cell.matches('.few *') ? style.backgroundColor === 'rgba(0, 0, 0, 0)' : Number(style.opacity) < 0.5;
        };
        return {
            middles: args[0].map(middle),
            lines: [...root.querySelectorAll('.lines path')].map((line) => {
                const numbers = line.getAttribute('d').match(/-?[\\d.]+/g).map(Number);
                const style = getComputedStyle(line);
                return {
                    from: numbers.slice(0, 2), to: numbers.slice(-2),
                    minus: line.classList.contains('minus'), dashed: style.strokeDasharray !== 'none',
                    colour: style.stroke, width: parseFloat(style.strokeWidth),
                };
            }),
            wrong: [...root.querySelectorAll('.cell')].filter((cell) => {
                const column = cell.closest('[data-column]');
                const node = [...column.querySelectorAll('.cell')].indexOf(cell);
                const taking = cells.has(`${column.dataset.column} ${node}`);
                return taking ? Number(getComputedStyle(cell).opacity) < 1 : !faded(cell);
            }).map((cell) => cell.closest('[data-column]').dataset.column + cell.outerHTML),
        }",
        &[json!(words)],
    );
    let point = |value: &Value| [0, 1].map(|i| value[i].as_f64().unwrap_or(f64::NAN));
    let ends = |end: &Value, spot: &Value| {
        let ([x, y], [middle, height]) = (point(end), point(spot));
        let reach = spot[2].as_f64().unwrap_or(f64::NAN);
        ((x - middle).abs() - reach).abs() < 0.6 && (y - height).abs() < 0.6
    };
    let middles = list(&seen["middles"]);
    let lines = list(&seen["lines"]);
    assert_eq!(lines.len(), spots.len(), "{address}");
    let mut drawn = vec![None; spots.len()];
    for line in lines {
        assert!(ends(&line["from"], &middles[spots.len()]), "{address}: a line begins elsewhere: {line}");
        let same = |&i: &usize| drawn[i].is_none() && ends(&line["to"], &middles[i]);
        // Weights can be so small that two are in reach; the sign says which.
        let sign = |&i: &usize| (spots[i].1 < 0.0) == (line["minus"] == true);
        let at = (0..spots.len()).filter(same).find(sign);
        let at = at.unwrap_or_else(|| panic!("{address}: a line leads to no operand of its sign: {line}"));
        drawn[at] = line["width"].as_f64();
        assert_eq!(line["dashed"], line["minus"], "{address}: {line}");
    }
    let colours = |minus: bool| {
        let of = lines.iter().filter(move |line| line["minus"] == minus);
        of.map(|line| line["colour"].clone()).collect::<Vec<_>>()
    };
    assert!(colours(true).iter().all(|colour| !colours(false).contains(colour)), "{address}");
    // The largest are drawn, the larger the wider.
    let least =
        (0..spots.len()).filter(|&i| drawn[i].is_some()).map(|i| spots[i].1.abs()).fold(f64::MAX, f64::min);
    for (i, (spot, part)) in spots.iter().enumerate() {
        assert!(drawn[i].is_some() || part.abs() <= least, "{address}: {spot} is left out");
        for (j, (_, other)) in spots.iter().enumerate() {
            if let (Some(width), Some(wider)) = (drawn[i], drawn[j]) {
                assert!(part.abs() > other.abs() || width <= wider, "{address}: {spot}");
            }
        }
    }
    assert_eq!(seen["wrong"], json!([]), "{address}: what belongs to it stands out, the rest fades");
    lines.len()
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
    assert_eq!(lit(&page), [json!([]), json!([])]);
    let inputs = here.operands.iter().filter(|address| address.starts_with("affine4.x"));
    for address in inputs.take(2) {
        page.hover_at(&operand(address), 5, 5);
        let lights = lit(&page);
        assert_eq!(lights[0], json!([format!("relu3 {}", node(address))]), "{address}");
        page.point_at_nothing();
        assert_eq!(lit(&page), [json!([]), json!([])]);
        let cell = parts::cell("relu3", node(address));
        page.hover_at(&cell, 3, 3);
        assert_eq!(lit(&page)[1], json!([address]));
        page.point_at_nothing();
    }
    // The keyboard's focus lights it as well.
    page.focus(&operand(&here.operands[0]));
    assert_eq!(lit(&page)[0], json!([format!("relu3 {}", node(&here.operands[0]))]));
    page.point_at_nothing();
    // A weight under the pointer lights the weight in the sum.
    let size = page.js(
        "const box = root.querySelector(args[0]).getBoundingClientRect(); return [box.width, box.height]",
        &[json!(parts::weights("affine4"))],
    );
    let weight =
        here.operands.iter().find(|address| address.starts_with("affine4.w")).expect("it has weights");
    let row: f64 = weight["affine4.w[".len()..]
        .split(',')
        .next()
        .and_then(|row| row.parse().ok())
        .expect("it has a row");
    let at = |share: f64, length: &Value| (share * length.as_f64().unwrap_or_default()) as i64;
    page.hover_at(&parts::weights("affine4"), at(0.5, &size[0]), at((row + 0.5) / 50.0, &size[1]));
    assert_eq!(lit(&page)[1], json!([weight]));
}

/// The nodes with an outline, and the operands with a ground.
#[track_caller]
fn lit(page: &Visit) -> [Value; 2] {
    let lit = page.js(
        "const style = (one) => getComputedStyle(one);
        const nodes = [...root.querySelectorAll('.cell.pointed')].filter((cell) => style(cell).outlineStyle === 'solid');
        const operands = [...root.querySelectorAll('.microscope .operand')].filter((one) => style(one).backgroundColor !== 'rgba(0, 0, 0, 0)');
        return [
            nodes.map((cell) => `${cell.closest('[data-column]').dataset.column} ${[...cell.parentNode.children].indexOf(cell)}`),
            operands.map((one) => one.dataset.address),
        ]",
        &[],
    );
    [lit[0].clone(), lit[1].clone()]
}
