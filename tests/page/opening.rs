//! What is true of the page as soon as it is open.

use crate::browser::Page;

#[test]
fn the_page_opens_without_complaint_and_loads_only_its_own_files() {
    let page = Page::open_unpacked("en");
    assert_eq!(page.js("return document.querySelector('irozuku-demo') !== null", &[]), true);
    assert_eq!(page.console_problems(), Vec::<String>::new());
    assert_eq!(page.foreign_requests(), Vec::<String>::new());
}
