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

/// What the checker finds wrong at a moment, in these themes one after another.
///
/// A theme changes colours and nothing else (`www/view/base.css`), so in all but the first only the rules run that look at
/// colours. All themes in one command: between two commands the browser draws frames that nobody looks at.
#[track_caller]
pub fn complaints(page: &Visit, moment: &str, themes: &[&str]) -> Vec<String> {
    let found = page.js(
        "const [moment, themes] = args;
        const found = [];
        for (const [i, theme] of themes.entries()) {
            demo.state = { theme };
            while (root.getAnimations().length > 0) await new Promise(requestAnimationFrame);
            // Of what is right nothing is read, so that nothing need be told of it.
            const options = { resultTypes: ['violations'] };
            if (i > 0) options.runOnly = ['color-contrast', 'link-in-text-block'];
            const { violations } = await axe.run(options);
            // One example of each is enough.
            for (const { id, nodes } of violations) {
                const [{ target, failureSummary }] = nodes;
                const why = failureSummary.split('\\n').slice(1).join(' ');
                found.push(`${nodes.length} × ${id} ${moment}, ${theme}: ${target.flat().join(' ')}: ${why}`);
            }
        }
        return found",
        &[json!(moment), json!(themes)],
    );
    strings(&found)
}
