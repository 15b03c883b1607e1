//! Reading one's own colours from a table.

use serde_json::json;

use crate::parts;
use crate::visit::{Visit, open, strings};

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
    page.wait("it has been read", "!root.querySelector('.importer .primary').disabled");
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
    assert!(page.disabled(USE));
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
        assert_eq!(page.text(RESULT), "1 colour in 1 class can be used.");
        page.keys("Escape");
    }
}

/// Drops a file of a text, in Shift_JIS where asked, on what is in sight in a room.
#[track_caller]
fn drop_file(page: &Visit, on: &str, script: &str) {
    page.js(
        &format!(
            "const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([{script}], 'mine.csv', {{ type: 'text/csv' }}));
            const over = new DragEvent('dragover', {{ dataTransfer, bubbles: true, composed: true, cancelable: true }});
            const drop = new DragEvent('drop', {{ dataTransfer, bubbles: true, composed: true, cancelable: true }});
            const at = root.querySelector(args[0]);
            at.dispatchEvent(over);
            at.dispatchEvent(drop);
            window.taken = [over.defaultPrevented, drop.defaultPrevented]"
        ),
        &[json!(on)],
    );
    assert_eq!(page.js("return window.taken", &[]), json!([true, true]), "the browser opens nothing");
}

/// Defines `sjis(text)`: a text as bytes in Shift_JIS, by looking every code up backwards.
const SHIFT_JIS: &str = "
    const decoder = new TextDecoder('shift_jis');
    const codes = new Map(Array.from({ length: 128 }, (_, i) => [String.fromCharCode(i), [i]]));
    for (let lead = 0x81; lead < 0xfd; lead += 1) for (let trail = 0x40; trail < 0xfd; trail += 1) {
        const sign = decoder.decode(Uint8Array.of(lead, trail));
        if (sign.length === 1 && !codes.has(sign)) codes.set(sign, [lead, trail]);
    }
    const sjis = (text) => Uint8Array.from([...text].flatMap((sign) => codes.get(sign)));";

#[test]
fn a_file_in_shift_jis_dropped_in_the_room_of_the_network_is_learned_after_its_classes_are_chosen() {
    let page = open("en");
    page.js(
        &format!(
            "{SHIFT_JIS}
            const names = ['赤', '橙', '黄', '緑', '水色', '青', '紫', '桃色', '茶', '白', '灰色', '黒'];
            const rows = Array.from({{ length: 30000 }}, (_, i) => {{
                const k = i % 12;
                const near = (c) => Math.min(255, Math.max(0, c + (i * 7 + c) % 21 - 10));
                const centre = [[230,20,20],[240,140,20],[240,230,30],[30,160,40],[120,210,240],[20,50,220],[130,30,160],[250,150,190],[110,60,20],[250,250,250],[128,128,128],[8,8,8]][k];
                return `${{i}},${{centre.map(near).join()}},${{names[k]}}`;
            }});
            window.bytes = sjis(['番号,R,G,B,色名', ...rows].join('\\r\\n'))"
        ),
        &[],
    );
    drop_file(&page, ".stage", "window.bytes");
    page.wait("the dialog is open", "root.querySelector('.importer').open");
    page.wait("it has been read", "root.querySelectorAll('.found li').length === 12");
    assert_eq!(page.js("return root.querySelector('.import-menu.encoding select').value", &[]), "shift_jis");
    assert_eq!(page.text(RESULT), "30,000 colours in 12 classes can be used.");
    assert_eq!(page.texts(".found .name")[0], "赤: 2,500");
    assert_eq!(page.js("return root.querySelector('.importer textarea').value", &[]), "", "it is in no box");
    let roles =
        page.js("return [...root.querySelectorAll('.first-rows select')].map((select) => select.value)", &[]);
    assert_eq!(roles, json!(["ignored", "red", "green", "blue", "label"]));
    assert_eq!(page.js("return demo.state.settings.data", &[]), "dominant", "nothing has changed yet");
    // All have room; the last by its name gives way to one that takes what is left.
    assert_eq!(page.count(".found input:checked"), 12);
    page.click(".found li:nth-child(12) input");
    let plan = page.text(".importer .plan");
    assert!(plan.starts_with("10,000 colours in 11 classes will be used, 2,500 left out."), "{plan}");
    page.click(".import-classes .other input");
    let plan = page.text(".importer .plan");
    assert!(plan.starts_with("10,000 colours in 12 classes will be used."), "{plan}");
    assert!(plan.contains("Of 30,000 colours 10,000 are drawn by the seed"), "{plan}");
    assert!(plan.contains("each update looks at 500 of them"), "{plan}");
    page.click(USE);
    let found = page.js("return [demo.state.settings.data, demo.data.length, [...new Set(demo.data.map(({ label }) => label))].length]", &[]);
    assert_eq!(found, json!(["own", 10_000, 12]));
    // The network learns them, and names what is in the middle of each class.
    page.train(300);
    let answers = page.js(
        "return (await demo.predict([[230, 20, 20], [240, 140, 20], [240, 230, 30], [30, 160, 40], [120, 210, 240], [20, 50, 220], [130, 30, 160], [250, 150, 190], [110, 60, 20], [250, 250, 250], [128, 128, 128], [8, 8, 8]])).map(({ label }) => label)",
        &[],
    );
    let names = ["赤", "橙", "黄", "緑", "水色", "青", "紫", "桃色", "茶", "白", "灰色", "other"];
    assert_eq!(strings(&answers), names);
}

/// 5,000 colours by a seed, in five classes by hue, as a table.
const BY_HUE: &str = "
    let seed = 7;
    const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const rgb = (h, s, v) => [5, 3, 1].map((n) => {
        const k = (n + h * 6) % 6;
        return Math.round(255 * v * (1 - s * Math.max(0, Math.min(k, 4 - k, 1))));
    });
    window.rows = Array.from({ length: 5000 }, () => {
        const hue = random();
        return `${rgb(hue, 0.4 + 0.6 * random(), 0.5 + 0.5 * random()).join()},hue ${Math.floor(hue * 5)}`;
    }).join('\\n');";

#[test]
fn five_thousand_colours_are_learned_to_nine_tenths_in_three_hundred_updates_and_t_stops_it() {
    let page = open("en");
    page.js(BY_HUE, &[]);
    drop_file(&page, ".stage", "window.rows");
    page.wait("it has been read", "!root.querySelector('.importer .primary').disabled");
    page.click(USE);
    assert_eq!(page.js("return demo.state.settings.batch", &[]), 200);
    page.js("root.activeElement?.blur()", &[]);
    page.keys("t");
    // The usual speed makes 30 updates a second.
    page.wait("it has had time to learn", "demo.step >= 250");
    page.keys("t");
    let stopped = page.js("return demo.step", &[]);
    let accuracy = page.js("return Number(root.querySelector('.accuracies .legend b').dataset.value)", &[]);
    assert!(accuracy.as_f64() >= Some(0.9), "{accuracy} after {stopped} updates");
    page.js("for (let i = 0; i < 5; i += 1) await new Promise(requestAnimationFrame)", &[]);
    assert_eq!(page.js("return demo.step", &[]), stopped, "it has stopped");
    // It is told how they are learned, and can be changed.
    page.click("[data-room=colours]");
    assert!(
        page.text(".sets .about").contains("Of 4,000 colours an update looks at 200"),
        "{}",
        page.text(".sets .about")
    );
}

#[test]
fn what_was_learned_before_a_table_is_had_again_by_an_undo() {
    let page = open("en");
    page.train(3);
    drop_file(&page, ".stage", "'1,2,3,a\\n200,5,6,b'");
    page.wait("it has been read", "!root.querySelector('.importer .primary').disabled");
    page.click(USE);
    assert_eq!(colours(&page), "1,2,3,a 200,5,6,b");
    page.click(parts::UNDO);
    assert_eq!(page.js("return [demo.state.settings.data, demo.step]", &[]), json!(["dominant", 3]));
}

#[test]
fn a_table_of_a_hundred_thousand_rows_can_be_stopped_and_is_read_a_slice_at_a_time() {
    let page = open("en");
    page.js(
        "window.rows = Array.from({ length: 100000 }, (_, i) => `${i % 256},${(i >> 8) % 256},${i * 7 % 256},class ${i % 3}`).join('\\n')",
        &[],
    );
    drop_file(&page, ".stage", "window.rows");
    let shares = page.js(
        "const [going, bar, stop] = ['.going', '.going progress', '.going .stop'].map((css) => root.querySelector(`.importer ${css}`));
        const frame = () => new Promise(requestAnimationFrame);
        while (going.hidden) await frame();
        const shares = [];
        while (shares.length < 3) {
            await frame();
            if (bar.value > (shares.at(-1) ?? 0)) shares.push(bar.value);
        }
        stop.click();
        return shares",
        &[],
    );
    let all_below_one =
        shares.as_array().is_some_and(|list| list.iter().all(|share| share.as_f64() < Some(1.0)));
    assert!(all_below_one, "frames are drawn while it is read: {shares}");
    assert_eq!(page.text(RESULT), "Stopped. Nothing has changed.");
    assert!(page.disabled(USE));
    page.keys("Escape");
    drop_file(&page, ".stage", "window.rows");
    page.wait("it has been read", "!root.querySelector('.importer .primary').disabled");
    assert_eq!(page.text(RESULT), "100,000 colours in 3 classes can be used.");
    page.click(USE);
    assert_eq!(page.js("return demo.data.length", &[]), 10_000);
}

#[test]
fn columns_and_ranges_that_are_not_certain_are_asked_before_anything_is_used() {
    let page = dialog();
    fill(&page, "1,0,0,a\n0,0,1,b");
    assert!(page.disabled(USE));
    assert!(page.text(".importer .scale").contains("more than 1"));
    let choose = |css: &str, value: &str| {
        page.js(
            "const menu = root.querySelector(args[0]);
            menu.value = args[1];
            menu.dispatchEvent(new Event('change', { bubbles: true }))",
            &[json!(css), json!(value)],
        );
    };
    choose(".importer .scale select", "unit");
    page.click(USE);
    assert_eq!(colours(&page), "255,0,0,a 0,0,255,b");
    page.click(".own .table");
    fill(&page, "r,g,b,remarks\n1,2,30,a\n4,5,60,b");
    assert!(page.disabled(USE));
    page.click(".importer .confirm");
    page.click(USE);
    assert_eq!(colours(&page), "1,2,30,a 4,5,60,b");
    page.click(".own .table");
    fill(&page, "x,y,z\n1,2,30\n4,5,60");
    assert!(page.text(RESULT).contains("No column of classes"));
    choose(".first-rows th:nth-child(3) select", "label");
    assert!(page.text(RESULT).contains("No column of colours"), "{}", page.text(RESULT));
    page.keys("Escape");
    page.click(".own .undo");
    assert_eq!(colours(&page), "255,0,0,a 0,0,255,b", "an edit that is undone");
}

#[test]
fn one_class_can_be_told_from_everything_else() {
    let page = dialog();
    fill(&page, "250,20,30,warm\n240,30,20,warm");
    assert!(page.text(".import-classes .warning").contains("one class only"));
    page.click(".import-classes .fill input");
    page.click(USE);
    let labels = page.js("return demo.data.map(({ label }) => label)", &[]);
    assert_eq!(labels, json!(["warm", "warm", "everything else", "everything else"]));
}

#[test]
fn words_of_windows_1252_are_read_and_a_near_encoding_is_asked() {
    let page = dialog();
    page.js(
        "window.bytes = Uint8Array.from([...'1,2,3,it\\x92s\\n4,5,6,\\x8akoda\\n'].map((sign) => sign.charCodeAt(0)))",
        &[],
    );
    drop_file(&page, ".colours", "window.bytes");
    page.wait("it has been read", "!root.querySelector('.importer .primary').disabled");
    assert_eq!(page.texts(".found .name"), ["it’s: 1", "Škoda: 1"]);
    page.js("window.bytes = Uint8Array.from([...'1,2,3,\\xc4\\xd6\\n4,5,6,a\\n'].map((sign) => sign.charCodeAt(0)))", &[]);
    drop_file(&page, ".importer", "window.bytes");
    page.wait("it is asked", "root.querySelector('.importer .encoding .warning').textContent !== ''");
    assert!(page.disabled(USE));
    page.js(
        "const menu = root.querySelector('.importer .encoding select');
        menu.value = 'windows-1252';
        menu.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    page.click(USE);
    assert_eq!(colours(&page), "1,2,3,ÄÖ 4,5,6,a");
}

#[test]
fn a_table_is_pasted_where_nothing_has_the_focus_and_a_field_keeps_its_own_text() {
    let page = open("en");
    let paste = |on: &str| {
        page.js(
            &format!(
                "const event = new ClipboardEvent('paste', {{ clipboardData: new DataTransfer(), bubbles: true, composed: true, cancelable: true }});
                event.clipboardData.setData('text/plain', '1,2,3,a\\n4,5,6,b');
                {on}.dispatchEvent(event)"
            ),
            &[],
        );
    };
    paste("document.body");
    assert_eq!(
        page.js("return root.querySelector('.importer[open]') !== null", &[]),
        false,
        "in the room of the network"
    );
    page.click("[data-room=colours]");
    paste("root.querySelector('input[type=number]')");
    assert_eq!(page.js("return root.querySelector('.importer[open]') !== null", &[]), false, "in a field");
    paste("document.body");
    page.click(USE);
    assert_eq!(colours(&page), "1,2,3,a 4,5,6,b");
}
