//! Notebooks, run and exported as JupyterLab does it: the one of the examples, and those that the page makes.

use std::fs;
use std::path::Path;

use irozuku_tools::check::hosts::python_in_hosts;
use irozuku_tools::pack::single;
use irozuku_tools::workspace;
use serde_json::Value;

use super::super::{folder, packed, server::Server};
use super::run;
use crate::parts;
use crate::saving::{catch, caught};
use crate::visit::open;

#[test]
#[ignore = "--hosts"]
fn the_notebook_of_the_examples_runs_and_its_export_shows_the_network_in_its_cells() {
    let place = folder("notebook");
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(place.join("examples")).expect("the folder can be made");
    for name in [single::FILE, "examples/notebook.ipynb"] {
        fs::copy(packed().join(name), place.join(name)).expect("it has been packed");
    }
    let notebook = place.join("examples/notebook.ipynb").display().to_string();
    // The scripts that its template takes from other servers are none of ours.
    let arguments = ["-m", "nbconvert", "--to", "html", "--template", "basic", "--execute", &notebook];
    run(&python_in_hosts(), &arguments, &workspace::hosts());
    let server = Server::start(&place, "");
    let page = open("en");
    page.visit_elsewhere(&server.origin(), "examples/notebook.html");
    page.wait("the cells have been run", "document.querySelectorAll('iframe').length === 3");
    for (i, found) in
        [(0, "scene === 'forward'"), (1, "scene === 'colours' && one.step === 300"), (2, "scene === 'whole'")]
    {
        page.js("document.querySelectorAll('iframe')[args[0]].scrollIntoView()", &[i.into()]);
        page.wait(
            "it is there",
            &format!(
                "await (async (one) => {{ await one.ready; return one.{found} }})(
                    document.querySelectorAll('iframe')[{i}].contentDocument.querySelector('irozuku-demo'))"
            ),
        );
    }
    page.forgive();
}

#[test]
#[ignore = "--hosts"]
fn the_notebook_of_a_moment_run_prints_the_losses_that_the_page_has_in_its_next_100_updates() {
    let place = folder("moments");
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).expect("the folder can be made");
    for (name, link) in [
        ("dense", "#input=scaled&init=he&batch=20&learningRate=0.1&step=37"),
        ("cnn", "#data=patterns&batch=20&step=37"),
    ] {
        let page = open("en");
        page.visit(&format!("?{name}{link}"));
        assert_eq!(page.js("return demo.step", &[]), 37);
        page.click(parts::LINK);
        catch(&page);
        page.click(".take-home button[value=notebook]");
        let (_, notebook) = caught(&page);
        // The page goes on by itself, and does not know that it is compared.
        let losses = page.js(
            "demo.state = { scope: 'batch' };
            const losses = [];
            for (let i = 0; i < 100; i += 1) {
                losses.push([demo.step, demo.value('loss.out')]);
                await demo.train(1);
            }
            return losses",
            &[],
        );
        let file = place.join(format!("{name}.ipynb"));
        fs::write(&file, notebook).expect("it can be written");
        let printed = executed(&file);
        for loss in losses.as_array().expect("there are losses") {
            let (step, page) = (loss[0].as_u64().expect("a step"), loss[1].as_f64().expect("a loss"));
            let numpy = loss_at(step, &printed);
            assert!((numpy - page).abs() <= 1e-5, "{name}, step {step}: NumPy has {numpy}, the page {page}");
        }
        assert_eq!(losses.as_array().map(Vec::len), Some(100));
    }
}

/// What the cells of a notebook print when nbconvert runs them.
fn executed(notebook: &Path) -> String {
    let name = notebook.display().to_string();
    let arguments = ["-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", &name];
    run(&python_in_hosts(), &arguments, &workspace::hosts());
    let text = fs::read_to_string(notebook).expect("it has been run");
    let run: Value = serde_json::from_str(&text).expect("a notebook is JSON");
    let parts = |list: &Value| list.as_array().cloned().unwrap_or_default();
    let outputs = parts(&run["cells"]).into_iter().flat_map(|cell| parts(&cell["outputs"]));
    let lines = outputs.flat_map(|output| parts(&output["text"]));
    lines.filter_map(|line| line.as_str().map(str::to_owned)).collect()
}

/// The loss of a step, as NumPy computed it: `loss at step     37    0.51234    0.51234`.
#[track_caller]
fn loss_at(step: u64, printed: &str) -> f64 {
    let words = printed.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let mut losses = words.filter_map(|words| match words[..] {
        ["loss", "at", "step", at, numpy, _page] if at == step.to_string() => numpy.parse().ok(),
        _ => None,
    });
    losses.next().unwrap_or_else(|| panic!("no loss of step {step} was printed:\n{printed}"))
}
