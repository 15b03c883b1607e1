//! A file that the page hands over, caught before the browser puts it anywhere.

use crate::visit::Visit;

/// Catches the next file, which `window.caught` then promises: `{ blob, name }`.
#[track_caller]
pub fn catch(page: &Visit) {
    page.js(
        "window.caught = new Promise((done) => {
            const { createObjectURL } = URL;
            const { click } = HTMLAnchorElement.prototype;
            URL.createObjectURL = (blob) => {
                URL.createObjectURL = createObjectURL;
                HTMLAnchorElement.prototype.click = function () {
                    HTMLAnchorElement.prototype.click = click;
                    done({ blob, name: this.download });
                };
                return createObjectURL.call(URL, blob);
            };
        })",
        &[],
    );
}

/// The name of the file that was caught, and the text in it.
#[track_caller]
pub fn caught(page: &Visit) -> (String, String) {
    let found = page.js("const { blob, name } = await window.caught; return [name, await blob.text()]", &[]);
    let text = |i: usize| found[i].as_str().expect("it is a text").to_owned();
    (text(0), text(1))
}
