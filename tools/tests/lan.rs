//! `cargo run -- --lan`: the room gets in, also where many keep a connection, and without Node.js.

mod running;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use running::{Running, read_code};

/// The host and port of an address such as `http://192.0.2.7:8016/`.
fn host(address: &str) -> &str {
    address.trim_start_matches("http://").split('/').next().expect("it has one")
}

/// What is answered there.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(host(address)).expect("it is served");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", host(address)).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// A PATH on which these programs are not. Of a folder that holds one of them all others are still found: the compiler's
/// linker may lie beside Node.js.
#[cfg(unix)]
fn path_without(programs: &[&str]) -> OsString {
    let path = env::var_os("PATH").expect("there is a PATH");
    let links = Path::new(env!("CARGO_TARGET_TMPDIR")).join("path");
    let _ = fs::remove_dir_all(&links);
    let folders = env::split_paths(&path).enumerate().map(|(i, folder)| {
        if !programs.iter().any(|name| folder.join(name).exists()) {
            return folder;
        }
        let others = links.join(i.to_string());
        fs::create_dir_all(&others).expect("the folder for temporary files can be written to");
        for entry in fs::read_dir(&folder).expect("a program was found in it").flatten() {
            let name = entry.file_name();
            if !programs.iter().any(|program| name == *program) {
                std::os::unix::fs::symlink(entry.path(), others.join(name)).expect("a link can be made");
            }
        }
        others
    });
    env::join_paths(folders.collect::<Vec<PathBuf>>()).expect("they came from one")
}

#[test]
fn the_printed_code_leads_to_the_packed_page() {
    let running = Running::start();
    let Some(room) = running.room() else { return };
    // A character is two modules, one above the other.
    let code: Vec<Vec<char>> = running
        .told
        .iter()
        .filter(|line| !line.is_empty() && line.chars().all(|one| " █▀▄".contains(one)))
        .map(|line| line.chars().collect())
        .collect();
    let dark = |x: usize, y: usize| {
        let here: &char = &code[y / 2][x];
        *here == '█' || *here == if y.is_multiple_of(2) { '▀' } else { '▄' }
    };
    let read = read_code(code[0].len(), 2 * code.len(), dark);
    assert_eq!(read, room);
    let page = get(&read, "/");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("src=\"irozuku-") && page.contains(&format!("content=\"{room}\"")), "{page}");
}

#[cfg(unix)]
#[test]
fn with_256_handles_and_300_connections_that_rest_a_new_request_is_answered_within_a_second() {
    let running = Running::start_with(&["sh", "-c", "ulimit -n 256; exec \"$@\"", "sh"], None);
    let here = running.here();
    let resting: Vec<TcpStream> = (0..300)
        .map(|i| {
            let mut stream = TcpStream::connect(host(here)).expect("it is let in");
            // Half of them begin a request, which those that had to give way already can't.
            if i % 2 == 0 {
                let _ = stream.write_all(b"GET / HTTP/1.1\r\n");
            }
            stream
        })
        .collect();
    let start = Instant::now();
    let page = get(here, "/");
    let taken = start.elapsed();
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(taken < Duration::from_secs(1), "it took {taken:?}");
    drop(resting);
}

#[cfg(unix)]
#[test]
fn without_node_the_page_is_served_as_it_is_and_what_packing_would_save_is_said() {
    let running = Running::start_with(&[], Some(path_without(&["node", "npm"])));
    let told = running.told.iter().find(|line| line.contains("unpacked")).expect("it is said");
    assert!(
        told.contains("https://nodejs.org") && told.contains("packed, they are fewer than ten"),
        "{told}"
    );
    let page = get(running.here(), "/");
    assert!(page.contains("src=\"irozuku-demo.js\""), "{page}");
    assert_eq!(page.contains("irozuku-address"), running.room().is_some());
    assert!(get(running.here(), "/irozuku-demo.js").starts_with("HTTP/1.1 200"));
}
