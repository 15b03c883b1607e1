//! A notebook, run and exported as JupyterLab exports it.

use std::fs;

use irozuku_tools::check::hosts::python_in_hosts;
use irozuku_tools::pack::single;
use irozuku_tools::workspace;

use super::super::{folder, packed, server::Server};
use super::run;
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
