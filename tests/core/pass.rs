//! The pass: every number of one forward, backward and update, by its address.

use crate::common::{bits, lab, seeded, train, weights};
use irozuku::address::{Address, Name};
use irozuku::batch::Batch;
use irozuku::data::{Sample, patterns};
use irozuku::lab::Lab;
use irozuku::layer::{Kind, Role, Spec, kinds};
use irozuku::pass::{Column, Pass};
use irozuku::problem::Problem;
use irozuku::scope::Scope;
use irozuku::settings::Settings;
use ndarray::ArrayD;

/// The lecture's colour for the first layer, by its largest channel red.
fn colour() -> Sample {
    Sample::colour([122, 66, 94], 0)
}

/// The lecture's widths.
const WIDTHS: [usize; 5] = [3, 50, 100, 50, 3];

/// Both scopes, with the number of rows of each under the lecture's settings.
fn scopes() -> [(Scope, usize); 2] {
    [(Scope::Colour(colour()), 1), (Scope::Batch, 240)]
}

/// A lab that has learned a little, so that no tensor is as it was drawn.
fn begun(settings: Settings) -> Lab {
    let mut lab = lab(settings);
    train(&mut lab, 5);
    lab
}

/// The tensor or part of a tensor at an address.
fn at(pass: &Pass, address: &str) -> ArrayD<f32> {
    let read = |address: Address| pass.read(&address).map(|view| view.to_owned());
    address.parse().and_then(read).unwrap_or_else(|problem| panic!("{address}: {problem}"))
}

/// The bits of the tensor at an address, in the order of memory.
fn bits_at(pass: &Pass, address: &str) -> Vec<u32> {
    bits(&at(pass, address).iter().copied().collect::<Vec<_>>())
}

/// The problem with an address.
fn problem(pass: &Pass, address: &str) -> Problem {
    let value = address.parse().and_then(|address: Address| pass.value(&address));
    value.expect_err("the address is wrong")
}

/// The tensors of a column, each with its shape.
type Tensors = Vec<(&'static str, Vec<usize>)>;

/// The columns and tensors of a dense network as they are documented, for `n` rows.
fn documented(widths: &[usize], n: usize) -> Vec<(String, Tensors)> {
    let (first, classes) = (widths[0], widths[widths.len() - 1]);
    let mut columns = vec![("data".to_owned(), vec![("out", vec![n, first]), ("dout", vec![n, first])])];
    for (k, pair) in widths.windows(2).enumerate() {
        let (inputs, outputs) = (pair[0], pair[1]);
        let affine = vec![
            ("x", vec![n, inputs]),
            ("w", vec![inputs, outputs]),
            ("b", vec![outputs]),
            ("out", vec![n, outputs]),
            ("dout", vec![n, outputs]),
            ("dx", vec![n, inputs]),
            ("dw", vec![inputs, outputs]),
            ("db", vec![outputs]),
            ("w_new", vec![inputs, outputs]),
            ("b_new", vec![outputs]),
        ];
        columns.push((format!("affine{}", k + 1), affine));
        if k + 2 < widths.len() {
            let relu = ["x", "out", "mask", "dout", "dx"].map(|name| (name, vec![n, outputs]));
            columns.push((format!("relu{}", k + 1), relu.to_vec()));
        }
    }
    let rows = vec![n, classes];
    let softmax =
        [("x", rows.clone()), ("out", rows.clone()), ("t", rows.clone()), ("loss", vec![n]), ("dx", rows)];
    columns.push(("softmax".to_owned(), softmax.to_vec()));
    let loss = [("x", vec![n, classes]), ("t", vec![n, classes]), ("loss", vec![n]), ("out", vec![])];
    columns.push(("loss".to_owned(), loss.to_vec()));
    columns
}

/// Asserts that a pass has exactly the documented tensors.
fn assert_documented(pass: &Pass, widths: &[usize], n: usize) {
    let mut documented = documented(widths, n);
    for (_, tensors) in &mut documented {
        tensors.sort();
    }
    let columns = pass.columns().into_iter().map(|column| {
        let mut tensors: Vec<_> =
            column.tensors.into_iter().map(|(name, shape)| (name.as_str(), shape)).collect();
        tensors.sort();
        (column.name, tensors)
    });
    assert_eq!(columns.collect::<Vec<_>>(), documented);
}

#[test]
fn every_column_has_its_documented_tensors_in_their_shapes() {
    let mut lab = begun(Settings::default());
    for (scope, n) in scopes() {
        let pass = lab.make_pass(scope.clone()).unwrap();
        assert_documented(pass, &WIDTHS, n);
        let widths: Vec<usize> = pass.columns().iter().map(|column| column.width).collect();
        assert_eq!(widths, [3, 50, 50, 100, 100, 50, 50, 3, 3, 1], "the nodes of each column");
    }
}

#[test]
fn every_column_says_its_kind_its_role_and_what_it_learns() {
    let mut lab = begun(Settings { hidden: vec![4], ..Settings::default() });
    let columns = lab.make_pass(Scope::Colour(colour())).unwrap().columns();
    let facts: Vec<_> = columns.iter().map(|column| (column.kind, column.role)).collect();
    let affine = ("affine", Role::Weighted);
    let (relu, softmax) = (("relu", Role::Activation), ("softmax", Role::Output));
    assert_eq!(facts, [("data", Role::Input), affine, relu, affine, softmax, ("loss", Role::Loss)]);
    for column in columns {
        let spelled =
            column.params.iter().map(|param| [param.name, param.gradient, param.updated].map(Name::as_str));
        let want =
            if column.kind == "affine" { &[["w", "dw", "w_new"], ["b", "db", "b_new"]][..] } else { &[] };
        assert_eq!(spelled.collect::<Vec<_>>(), want, "{}", column.name);
    }
}

#[test]
fn a_column_lists_its_tensors_in_the_order_in_which_a_pass_computes_them() {
    let mut lab = begun(Settings { hidden: vec![4], ..Settings::default() });
    let columns = lab.make_pass(Scope::Colour(colour())).unwrap().columns();
    let listed =
        |column: &Column| column.tensors.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" ");
    let listed: Vec<String> = columns.iter().map(listed).collect();
    let affine = "x w b out dout dx dw db w_new b_new";
    assert_eq!(listed, ["out dout", affine, "x out mask dout dx", affine, "x out t loss dx", "x out t loss"]);
}

/// Of every kind of layer that there is, each in a network with all others.
#[test]
fn every_tensor_of_every_kind_of_layer_is_read_explained_and_addressed() {
    let kinds = || kinds().filter(|kind| kind.role != Role::Output);
    let layer = |kind: &Kind| if kind.sized { Spec::sized(kind, 4) } else { Spec::of(kind) };
    // What works on pictures comes first: an Affine makes a row of numbers of them.
    let (pictures, flat): (Vec<_>, Vec<_>) = kinds().partition(|kind| kind.pictures);
    let layers = pictures.into_iter().chain(flat).map(layer).collect();
    let mut lab = begun(Settings { layers, data: patterns::SET, train: 5, ..Settings::default() });
    let pass = lab.make_pass(Scope::Batch).unwrap();
    for kind in kinds() {
        let column =
            pass.columns().into_iter().find(|column| column.name == format!("{}1", kind.name)).unwrap();
        let listed: Vec<Name> = column.tensors.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, kind.tensors(), "all that the kind has");
    }
    for Column { name: layer, tensors, .. } in pass.columns() {
        for (tensor, shape) in tensors {
            let index = shape.iter().map(|n| n - 1).collect();
            let address = Address { layer: layer.clone(), tensor, index };
            assert_eq!(address.to_string().parse(), Ok(address.clone()));
            let explanation = pass.explain(&address).unwrap();
            assert_eq!(explanation.value.to_bits(), pass.value(&address).unwrap().to_bits(), "{address}");
            assert!(!explanation.numpy.is_empty(), "{address} has no line of NumPy");
            assert!(explanation.rust.line > 0, "{address} has no statement");
            let value = f64::from(explanation.value);
            let size = explanation.terms.iter().map(|term| term.part.abs()).fold(1.0, f64::max);
            let made = explanation.evaluate().unwrap_or(value);
            assert!((made - value).abs() <= 1e-5 * size, "{address} is {value}, its terms give {made}");
        }
    }
}

#[test]
fn every_number_of_every_tensor_is_found_by_its_address() {
    let mut lab = begun(Settings::default());
    for (scope, n) in scopes() {
        let pass = lab.make_pass(scope.clone()).unwrap();
        for (layer, tensors) in documented(&WIDTHS, n) {
            for (tensor, shape) in tensors {
                let whole = at(pass, &format!("{layer}.{tensor}"));
                assert_eq!(whole.shape(), shape, "{layer}.{tensor}");
                for (index, &want) in whole.indexed_iter() {
                    let name = Name::new(tensor);
                    let index = ndarray::Dimension::slice(&index).to_vec();
                    let address = Address { layer: layer.clone(), tensor: name, index };
                    assert!(want.is_finite(), "{address}");
                    assert_eq!(pass.value(&address).unwrap().to_bits(), want.to_bits(), "{address}");
                }
            }
        }
    }
}

#[test]
fn an_address_with_a_shorter_index_is_a_row() {
    let mut lab = begun(Settings::default());
    let pass = lab.make_pass(Scope::Colour(colour())).unwrap();
    let (row, whole) = (at(pass, "affine2.w[3]"), at(pass, "affine2.w"));
    assert_eq!(row.shape(), [100]);
    assert!(
        (0..100)
            .all(|k| row[[k]] == whole[[3, k]] && row[[k]] == at(pass, &format!("affine2.w[3, {k}]"))[[]])
    );
}

#[test]
fn what_leaves_a_layer_is_what_enters_the_next_forward_and_backward() {
    let mut lab = begun(Settings::default());
    for (scope, _) in scopes() {
        let pass = lab.make_pass(scope.clone()).unwrap();
        let names: Vec<String> = pass.columns().into_iter().map(|column| column.name).collect();
        for pair in names.windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            assert_eq!(
                bits_at(pass, &format!("{before}.out")),
                bits_at(pass, &format!("{after}.x")),
                "{pair:?}"
            );
            if after != "loss" {
                let (dout, dx) = (format!("{before}.dout"), format!("{after}.dx"));
                assert_eq!(bits_at(pass, &dout), bits_at(pass, &dx), "{pair:?}");
            }
        }
    }
}

/// The sums are made again in `f64`; an `f32` sum of at most 100 products is within 1e-5 of the sum of
/// their sizes.
#[test]
fn each_layer_does_what_the_lecture_says() {
    let mut lab = begun(Settings::default());
    for (scope, n) in scopes() {
        let pass = lab.make_pass(scope.clone()).unwrap();
        let samples = pass.samples().to_vec();
        let labels: Vec<usize> = samples.iter().map(|sample| sample.label).collect();
        let (colours, t, y) = (at(pass, "data.out"), at(pass, "loss.t"), at(pass, "softmax.out"));
        let (losses, dx) = (at(pass, "loss.loss"), at(pass, "softmax.dx"));
        for (row, sample) in samples.iter().enumerate() {
            for k in 0..3 {
                assert_eq!(colours[[row, k]], f32::from(sample.input[k]), "raw input is the colour itself");
                assert_eq!(t[[row, k]], f32::from(u8::from(labels[row] == k)), "t is one-hot");
                assert_eq!(dx[[row, k]], (y[[row, k]] - t[[row, k]]) / n as f32, "dx = (y - t) / N");
            }
            let right = y[[row, labels[row]]].max(1e-7);
            assert_eq!(losses[[row]], 0.0 - right.ln(), "the loss of a row");
        }
        for k in 1..=4 {
            let [x, w, b, out] = ["x", "w", "b", "out"].map(|name| at(pass, &format!("affine{k}.{name}")));
            for ((row, node), &out) in
                out.view().into_dimensionality::<ndarray::Ix2>().unwrap().indexed_iter()
            {
                let terms = (0..w.shape()[0]).map(|i| f64::from(x[[row, i]]) * f64::from(w[[i, node]]));
                let terms: Vec<f64> = terms.chain([f64::from(b[[node]])]).collect();
                let (sum, size) =
                    (terms.iter().sum::<f64>(), terms.iter().map(|term| term.abs()).sum::<f64>());
                assert!((f64::from(out) - sum).abs() <= 1e-5 * size, "affine{k}.out[{row},{node}]");
            }
        }
        for k in 1..=3 {
            let [x, mask, out, dout, dx] =
                ["x", "mask", "out", "dout", "dx"].map(|name| at(pass, &format!("relu{k}.{name}")));
            assert_eq!(out, x.mapv(|x| x.max(0.0)), "relu{k}");
            assert_eq!(mask, x.mapv(|x| f32::from(u8::from(x <= 0.0))), "relu{k}");
            assert_eq!(dx, dout * (1.0 - mask), "relu{k}");
        }
    }
}

#[test]
fn the_loss_is_the_mean_of_the_losses_of_the_rows() {
    let mut lab = begun(Settings::default());
    for (scope, n) in scopes() {
        let pass = lab.make_pass(scope.clone()).unwrap();
        let losses = at(pass, "loss.loss");
        let mean = losses.iter().map(|&loss| f64::from(loss)).sum::<f64>() / n as f64;
        let loss = f64::from(at(pass, "loss.out")[[]]);
        // 240 additions in f32.
        assert!((loss - mean).abs() <= 1e-5 * mean, "{loss} for {mean}");
        assert_eq!(pass.loss(), at(pass, "loss.out")[[]]);
        assert_eq!(losses, at(pass, "softmax.loss"));
    }
}

#[test]
fn the_new_weights_are_the_old_less_learning_rate_times_gradient_and_update_makes_them() {
    for (scope, _) in scopes() {
        let mut lab = begun(Settings { learning_rate: 0.003, ..Settings::default() });
        let step = lab.trainer().step();
        lab.make_pass(scope.clone()).unwrap();
        let mut announced = Vec::new();
        for k in 1..=4 {
            for name in ["w", "b"] {
                let pass = lab.pass().unwrap();
                let [old, gradient, new] = [name.to_owned(), format!("d{name}"), format!("{name}_new")]
                    .map(|name| at(pass, &format!("affine{k}.{name}")));
                assert!(gradient.iter().any(|&gradient| gradient != 0.0), "affine{k}.d{name} moves nothing");
                for ((&old, &gradient), &new) in old.iter().zip(&gradient).zip(&new) {
                    assert_eq!(new.to_bits(), (old - 0.003_f32 * gradient).to_bits(), "affine{k}.{name}");
                }
                announced.extend(new.iter().copied());
            }
        }
        lab.update().unwrap().expect("the update is finite");
        assert_eq!(lab.trainer().step(), step + 1);
        assert_eq!(bits(&weights(&lab)), bits(&announced), "{scope:?}");
    }
}

#[test]
fn an_update_tells_the_losses_before_and_after() {
    for (scope, _) in scopes() {
        let mut lab = begun(Settings::default());
        let before = lab.make_pass(scope.clone()).unwrap().loss();
        let train_before = lab.summary().train_loss;
        let effect = lab.update().unwrap().expect("the update is finite");
        assert_eq!((effect.before, effect.train_before), (f64::from(before), train_before));
        assert_eq!(effect.train_after, lab.summary().train_loss);
        let after = lab.make_pass(scope.clone()).unwrap().loss();
        assert_eq!(effect.after, f64::from(after), "{scope:?}");
        assert_ne!(effect.after, effect.before, "{scope:?}");
    }
}

#[test]
fn a_pass_stays_as_it_was_while_training_goes_on() {
    for (scope, n) in scopes() {
        let mut lab = begun(Settings::default());
        lab.make_pass(scope.clone()).unwrap();
        let photograph = |lab: &Lab| -> Vec<Vec<u32>> {
            let pass = lab.pass().unwrap();
            let names = documented(&WIDTHS, n).into_iter().flat_map(|(layer, tensors)| {
                tensors.into_iter().map(move |(tensor, _)| format!("{layer}.{tensor}"))
            });
            names.map(|address| bits_at(pass, &address)).collect()
        };
        let then = photograph(&lab);
        train(&mut lab, 30);
        lab.goto(10).unwrap();
        lab.predict(&[1, 2, 3]);
        assert!(then == photograph(&lab), "{scope:?}");
        lab.make_pass(scope.clone()).unwrap();
        assert!(then != photograph(&lab), "a new pass has the new weights");
    }
}

#[test]
fn a_wrong_address_says_what_is_wrong_with_it() {
    let mut lab = begun(Settings::default());
    assert_eq!(lab.pass().err(), Some(Problem::NoPass));
    assert_eq!(lab.update().err(), Some(Problem::NoPass));
    let pass = lab.make_pass(Scope::Colour(colour())).unwrap();

    let text = "affine1 out".to_owned();
    assert_eq!(problem(pass, "affine1 out"), Problem::NotAnAddress { text });
    let known = "data, affine1, relu1, affine2, relu2, affine3, relu3, affine4, softmax, loss".to_owned();
    assert_eq!(problem(pass, "affine5.w"), Problem::NoSuchLayer { layer: "affine5".to_owned(), known });
    let known = "x, out, mask, dout, dx".to_owned();
    let (layer, tensor) = ("relu2".to_owned(), "w".to_owned());
    assert_eq!(problem(pass, "relu2.w[0,0]"), Problem::NoSuchTensor { layer, tensor, known });
    for (address, shape) in [
        ("affine1.out[0,50]", "(1, 50)"),
        ("affine1.out[1,0]", "(1, 50)"),
        ("affine1.b[0,0]", "(50,)"),
        ("loss.out[0]", "()"),
    ] {
        let (address, shape) = (address.to_owned(), shape.to_owned());
        assert_eq!(problem(pass, &address.clone()), Problem::OutsideTensor { address, shape });
    }
    for (address, shape) in [("affine1.w", "(3, 50)"), ("affine1.w[2]", "(50,)"), ("loss.loss", "(1,)")] {
        let (address, shape) = (address.to_owned(), shape.to_owned());
        assert_eq!(problem(pass, &address.clone()), Problem::NotOneNumber { address, shape });
    }
    let fourth = Scope::Colour(Sample::colour([1, 2, 3], 3));
    assert_eq!(lab.make_pass(fourth).err(), Some(Problem::NoSuchClass { classes: 3 }));
    assert_eq!(lab.pass().unwrap().samples(), [colour()], "the pass before it stays");
}

#[test]
fn a_perceptron_without_hidden_layers_has_a_pass_too() {
    let mut lab = begun(Settings { hidden: vec![], ..Settings::default() });
    for (scope, n) in scopes() {
        let pass = lab.make_pass(scope.clone()).unwrap();
        assert_documented(pass, &[3, 3], n);
        assert_eq!(bits_at(pass, "affine1.out"), bits_at(pass, "softmax.x"));
        assert_eq!(bits_at(pass, "data.dout"), bits_at(pass, "affine1.dx"));
    }
    let announced: Vec<u32> = ["affine1.w_new", "affine1.b_new"]
        .iter()
        .flat_map(|address| bits_at(lab.pass().unwrap(), address))
        .collect();
    lab.update().unwrap().expect("the update is finite");
    assert_eq!(bits(&weights(&lab)), announced);
}

#[test]
fn a_batch_of_twenty_shows_the_twenty_colours_of_the_next_step() {
    let mut lab = begun(Settings { batch: Batch::Size(20), ..seeded(3) });
    let mut seen: Vec<Sample> = Vec::new();
    // The five steps before and these seven are one epoch.
    for step in 5..12 {
        let pass = lab.make_pass(Scope::Batch).unwrap();
        assert_documented(pass, &WIDTHS, 20);
        seen.extend(pass.samples().iter().cloned());
        let announced: Vec<u32> = (1..=4)
            .flat_map(|k| [format!("affine{k}.w_new"), format!("affine{k}.b_new")])
            .flat_map(|address| bits_at(pass, &address))
            .collect();
        train(&mut lab, 1);
        assert_eq!(bits(&weights(&lab)), announced, "step {step}");
    }
    let all = lab.data().train.clone();
    assert!(seen.iter().all(|sample| all.contains(sample)), "they are training colours");
    let count = |of: &[Sample], sample: &Sample| of.iter().filter(|other| *other == sample).count();
    assert!(
        seen.iter().all(|sample| count(&seen, sample) <= count(&all, sample)),
        "none comes twice in an epoch"
    );
}
