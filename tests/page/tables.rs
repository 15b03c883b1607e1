//! Reading one's own colours from a table.

use serde_json::json;

use crate::parts;
use crate::visit::{Visit, open};

const USE: &str = ".importer .primary";
const RESULT: &str = ".importer .result-line";

/// The dialog that reads a table, with nothing of one's own yet.
#[track_caller]
fn dialog() -> Visit {
    let page = open("en");
    page.click("[data-room=colours]");
    page.click("[data-set=own]");
    page.click(".own .table");
    page
}

/// Puts a text into the field, as pasting does.
#[track_caller]
fn fill(page: &Visit, text: &str) {
    page.js(
        "const box = root.querySelector('.importer textarea');
        box.value = args[0];
        box.dispatchEvent(new Event('input', { bubbles: true }))",
        &[json!(text)],
    );
}

#[track_caller]
fn colours(page: &Visit) -> String {
    let rows =
        page.js("return demo.data.map(({ r, g, b, label }) => `${r},${g},${b},${label}`).join(' ')", &[]);
    rows.as_str().expect("it is a text").to_owned()
}

#[test]
fn of_ten_thousand_rows_three_bad_ones_are_named_by_their_lines_and_the_rest_is_used() {
    let page = dialog();
    let mut rows: Vec<String> = (0..10_000u32)
        .map(|i| format!("{},{},{},class {}", i % 256, i / 256 % 256, i * 7 % 256, i % 3))
        .collect();
    rows[16] = "12,13,class 0".to_owned();
    rows[4001] = "1,2,256,class 1".to_owned();
    rows[9998] = "1,2,3,".to_owned();
    fill(&page, &rows.join("\n"));
    assert_eq!(page.text(RESULT), "9,997 colours in 3 classes can be used. 3 lines can’t:");
    let bad = page.texts(".importer .bad li");
    assert_eq!(bad.len(), 3);
    for (told, line) in bad.iter().zip(["line 17: ", "line 4,002: ", "line 9,999: "]) {
        assert!(told.starts_with(line), "{told}");
    }
    assert_eq!(page.js("return demo.data.length", &[]), 0, "nothing has changed yet");
    page.click(USE);
    assert_eq!(page.js("return demo.data.length", &[]), 9997);
    assert_eq!(page.text(parts::MESSAGE), "With 3 classes the network now has 3 output nodes.");
    // It can be learned from.
    page.train(2);
    assert_eq!(page.text(parts::STEP), "2");
    page.reload();
    page.js("await demo.ready", &[]);
    assert_eq!(page.js("return demo.data.length", &[]), 9997, "after a reload");
}

#[test]
fn what_can_not_be_used_says_why_beside_the_table() {
    let page = dialog();
    fill(&page, "1,2,3.5,a");
    assert!(page.text(".importer .bad").contains("whole numbers"), "{}", page.text(".importer .bad"));
    assert!(page.disabled(USE));
    fill(&page, "<img src=x onerror=alert(1)>,<b>");
    assert_eq!(page.count(".importer img, .importer b"), 0);
}

#[test]
fn cancelling_changes_nothing_and_colours_can_be_added_to_those_there_are() {
    let page = dialog();
    fill(&page, "1,2,3,a\n4,5,6,b");
    page.click(USE);
    page.click(".own .table");
    fill(&page, "7,8,9,b\n10,11,12,c");
    page.keys("Escape");
    assert_eq!(colours(&page), "1,2,3,a 4,5,6,b");
    page.click(".own .table");
    assert_eq!(page.js("return root.querySelector('.importer textarea').value", &[]), "");
    fill(&page, "7,8,9,b\n10,11,12,c");
    page.click(".importer .tools button:nth-child(2)");
    assert_eq!(colours(&page), "1,2,3,a 4,5,6,b 7,8,9,b 10,11,12,c");
}

#[test]
fn a_table_pasted_or_dropped_on_the_room_opens_the_dialog() {
    let page = dialog();
    page.keys("Escape");
    for make in [
        "const event = new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true, composed: true, cancelable: true });
        event.clipboardData.setData('text/plain', '1,2,3,a');",
        "const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['4,5,6,b'], 'mine.csv', { type: 'text/csv' }));
        const event = new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true });",
    ] {
        page.js(&format!("{make} root.querySelector('.colours .both').dispatchEvent(event)"), &[]);
        page.wait("the dialog is open", "root.querySelector('.importer').open");
        page.wait("it has read it", "!root.querySelector('.importer .primary').disabled");
        assert_eq!(page.text(RESULT), "1 colour in 2 classes can be used.");
        page.keys("Escape");
    }
}
