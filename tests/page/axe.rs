//! axe-core, a checker of accessibility, on the open page.

use std::fs;

use irozuku_tools::workspace;
use serde_json::json;

use crate::visit::{Visit, strings};

/// Loads the page again, with the checker in it.
#[track_caller]
pub fn load(page: &Visit) {
    // The checker writes style attributes of its own, which the page's policy would refuse.
    page.devtools("Page.setBypassCSP", json!({ "enabled": true }));
    page.reload();
    let axe = workspace::tests().join("node_modules/axe-core/axe.min.js");
    page.js(&fs::read_to_string(&axe).expect("axe-core is installed: `cargo run -- test` does it"), &[]);
}

/// What the checker finds wrong at a moment.
#[track_caller]
pub fn complaints(page: &Visit, moment: &str) -> Vec<String> {
    page.wait_until_still();
    let found = page.js(
        "// Of what is right nothing is read, so that nothing need be told of it.
        const { violations } = await axe.run({ resultTypes: ['violations'] });
        // One example of each is enough.
        return violations.flatMap(({ id, nodes }) => nodes.slice(0, 1).map(({ target, failureSummary }) =>
            `${nodes.length} × ${id} ${args[0]}: ${target.flat().join(' ')}: ${failureSummary.split('\\n').slice(1).join(' ')}`))",
        &[json!(moment)],
    );
    strings(&found)
}
