//! Pictures as data: in the dots of the run, in the room of colours, for a script.

use serde_json::json;

use crate::visit::open;

#[test]
fn the_room_shows_each_picture_and_what_each_kernel_sees_and_a_script_gets_pictures() {
    let page = open("en");
    page.visit("#data=patterns&room=colours");
    page.wait("the swatches are there", "root.querySelectorAll('.swatch-list canvas').length === 600");
    let found = page.js(
        "const painted = (canvas) => new Set(new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
        const [first] = demo.data;
        return {
            looks: root.querySelectorAll('.look').length,
            kernels: [...root.querySelectorAll('.look .cells')].every((canvas) => painted(canvas) > 1),
            two: painted(root.querySelector('.swatch-list canvas')),
            hidden: ['.decision', '.cube'].every((part) => root.querySelector(part).hidden),
            size: first.picture.length,
            answers: (await demo.predict(demo.data.slice(0, 3).map(({ picture }) => picture))).length,
            refused: await demo.predict([[1, 2, 3]]).catch(({ message }) => message),
        };",
        &[],
    );
    assert_eq!(found["looks"], json!(8), "{found}");
    assert_eq!([&found["kernels"], &found["hidden"]], [&json!(true), &json!(true)], "{found}");
    assert_eq!(
        [&found["two"], &found["size"], &found["answers"]],
        [&json!(2), &json!(432), &json!(3)],
        "{found}"
    );
    assert!(found["refused"].as_str().is_some_and(|sentence| sentence.contains("432 numbers")), "{found}");
}
