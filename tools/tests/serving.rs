//! The server keeps to its folder, and its headers keep the page to itself.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::thread;

/// A server of tools/src, which is at hand and has files above it.
fn ask(path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || irozuku_tools::serve::serve(listener, &folder));
    let mut stream = TcpStream::connect(address).unwrap();
    // Written by hand: an HTTP client would tidy up the path.
    write!(stream, "GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_file_of_the_folder_is_served() {
    let answer = ask("/serve.rs");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("pub fn serve"));
}

#[test]
fn nothing_outside_the_folder_is_served() {
    for path in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/..%2fCargo.toml",
        "/%2e%2e%2fCargo.toml",
        "/check/../../Cargo.toml",
        "/..%5cCargo.toml",
        "//etc/passwd",
        "/%2fetc/passwd",
    ] {
        let answer = ask(path);
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
        assert!(!answer.contains("[package]"), "{path}: {answer}");
    }
}

#[test]
fn every_answer_keeps_the_page_to_its_own_files() {
    for path in ["/serve.rs", "/missing"] {
        let answer = ask(path);
        let policy = irozuku_tools::serve::CONTENT_SECURITY_POLICY;
        assert!(answer.contains(&format!("content-security-policy: {policy}\r\n")));
        assert!(answer.contains("x-content-type-options: nosniff\r\n"));
        assert!(answer.contains("cache-control: no-cache\r\n"));
    }
}

#[test]
fn other_sites_may_embed_the_page() {
    let answer = ask("/serve.rs");
    assert!(!answer.contains("frame-ancestors"));
    assert!(!answer.contains("x-frame-options"));
}
