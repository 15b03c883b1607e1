//! The names of keys, as JavaScript's `event.key` has them.

use thirtyfour::Key;

/// The keys of a chord such as `Shift+Space`, in the order in which they are pressed.
#[track_caller]
pub fn chord(text: &str) -> Vec<char> {
    if text == "+" {
        return vec!['+'];
    }
    text.split('+').map(key).collect()
}

#[track_caller]
fn key(name: &str) -> char {
    let mut characters = name.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return character;
    }
    let key = match name {
        "Space" => return ' ',
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "F5" => Key::F5,
        _ => panic!("no key is called {name}: add it to keys.rs"),
    };
    key.value()
}
