//! The server of a room with the page inside: one program, which needs nothing beside itself.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use irozuku_tools::pack::room;

/// Ends the program with the test.
struct Ending(Child);

impl Drop for Ending {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What is answered there.
fn get(host: &str, path: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(host).expect("it is served");
    let head =
        format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("the headers end") + 4;
    (String::from_utf8_lossy(&answer[..end]).into_owned(), answer[end..].to_vec())
}

#[test]
fn in_an_empty_folder_the_program_serves_the_page_with_a_room() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program");
    let _ = fs::remove_dir_all(&folder);
    // As it is handed on it is optimised, which takes minutes; that changes nothing of this.
    room::write(&folder, false).expect("the program is written");
    let empty = folder.join("empty");
    fs::create_dir_all(&empty).unwrap();
    let mut child = Command::new(folder.join(room::file()))
        .args(["--no-open", "--port", "28400"])
        .current_dir(&empty)
        .stdout(Stdio::piped())
        .spawn()
        .expect("it can be started");
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let _ending = Ending(child);
    let told: Vec<String> = lines.take_while(|line| !line.starts_with("Press Ctrl+C")).collect();
    let host = told.iter().find_map(|line| line.strip_prefix("  http://127.")).expect("it says where it is");
    let host = format!("127.{}", host.trim_end_matches('/'));
    assert!(told.iter().any(|line| line.contains(&format!("http://{host}/#lead="))), "{told:?}");

    let (head, page) = get(&host, "/");
    let page = String::from_utf8(page).expect("it is text");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(page.contains("<meta name=\"irozuku-room\" content=\"true\">"), "{page}");
    let named = |start: &str| {
        let at = page.find(start).expect("the page loads it") + start.len();
        page[at..].split('"').next().unwrap().to_owned()
    };
    for (file, kind) in [
        (named("script type=\"module\" src=\""), "text/javascript"),
        (named("stylesheet\" href=\""), "text/css"),
    ] {
        let (head, content) = get(&host, &format!("/{file}"));
        assert!(head.starts_with("HTTP/1.1 200") && head.contains(kind), "{file}: {head}");
        assert!(head.contains("content-encoding: gzip") && head.contains("immutable"), "{file}: {head}");
        assert!(content.starts_with(&[0x1f, 0x8b]), "{file}");
    }
    for path in ["/missing", "/..", "/%2e%2e/", "/room"] {
        let (head, _) = get(&host, path);
        assert!(head.starts_with("HTTP/1.1 404") || head.starts_with("HTTP/1.1 400"), "{path}: {head}");
    }
}
