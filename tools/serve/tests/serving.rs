//! The server keeps to its folder, its headers keep the page to itself, and it answers only who asks for this computer.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;

use irozuku_serve::{self as serve, Limits};

/// A server of a folder.
fn start(folder: &Path) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let router = serve::router(folder);
    thread::spawn(move || serve::serve(listener, router, Limits::default()));
    address
}

/// The folder of the sources, which is at hand and has files above it.
fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// A new folder with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (file, text) in files {
        let file = folder.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

/// What is answered to a request with these headers.
fn ask_with(address: SocketAddr, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    // Written by hand: an HTTP client would tidy up the path.
    write!(stream, "GET {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn ask(address: SocketAddr, path: &str) -> String {
    ask_with(address, path, &format!("Host: {address}\r\n"))
}

/// The value of a header of an answer.
fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    answer
        .lines()
        .take_while(|line| !line.is_empty())
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

#[test]
fn a_file_of_the_folder_is_served() {
    let answer = ask(start(&sources()), "/lib.rs");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("pub fn router"));
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let address = start(&sources());
    for path in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/..%2fCargo.toml",
        "/%2e%2e%2fCargo.toml",
        "/a/../../Cargo.toml",
        "/..%5cCargo.toml",
        "//etc/passwd",
        "/%2fetc/passwd",
    ] {
        let answer = ask(address, path);
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
        assert!(!answer.contains("[package]"), "{path}: {answer}");
    }
}

#[test]
fn what_is_hidden_in_the_folder_is_not_served() {
    let hidden =
        [(".secret", "hidden"), (".git/config", "hidden"), ("a/.b/c.txt", "hidden"), ("a/plain.txt", "seen")];
    let address = start(&folder("hidden", &hidden));
    assert!(ask(address, "/a/plain.txt").ends_with("seen"));
    for path in ["/.secret", "/%2esecret", "/.git/config", "/.git/", "/a/.b/c.txt"] {
        let answer = ask(address, path);
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(!answer.contains("hidden"), "{path}: {answer}");
    }
}

#[cfg(unix)]
#[test]
fn what_a_symbolic_link_points_to_is_not_served() {
    use std::os::unix::fs::symlink;
    let outside = folder("linked-outside", &[("secret.txt", "hidden")]);
    let inside = folder("linked", &[("plain.txt", "seen"), ("packed.js", "seen")]);
    symlink(outside.join("secret.txt"), inside.join("file.txt")).unwrap();
    symlink(&outside, inside.join("folder")).unwrap();
    symlink(inside.join("plain.txt"), inside.join("same.txt")).unwrap();
    symlink(outside.join("secret.txt"), inside.join("packed.js.gz")).unwrap();
    let address = start(&inside);
    for path in ["/file.txt", "/folder/secret.txt", "/folder/", "/same.txt", "/packed.js.gz"] {
        let answer = ask(address, path);
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(!answer.contains("hidden"), "{path}: {answer}");
    }
    let headers = format!("Host: {address}\r\nAccept-Encoding: gzip\r\n");
    assert!(ask_with(address, "/packed.js", &headers).ends_with("seen"), "the plain file is there");
}

#[test]
fn a_folder_is_no_page_and_nobody_is_sent_on_to_one() {
    let address = start(&folder("folders", &[("lesson/index.js", "a module"), ("index.html", "the page")]));
    for path in ["/lesson", "/lesson/", "/lesson?a=b", "/missing", "/missing/"] {
        let answer = ask(address, path);
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert_eq!(header(&answer, "location"), None, "{path}");
    }
    for path in ["/", "/?lang=en", "/index.html"] {
        assert!(ask(address, path).ends_with("the page"), "{path}");
    }
}

#[test]
fn every_answer_keeps_the_page_to_its_own_files() {
    let address = start(&sources());
    let stranger = ask_with(address, "/lib.rs", "Host: evil.example\r\n");
    for answer in [ask(address, "/lib.rs"), ask(address, "/missing"), stranger] {
        assert_eq!(header(&answer, "content-security-policy"), Some(serve::CONTENT_SECURITY_POLICY));
        assert_eq!(header(&answer, "x-content-type-options"), Some("nosniff"));
        assert_eq!(header(&answer, "cache-control"), Some("no-cache"));
    }
}

#[test]
fn other_sites_may_embed_the_page() {
    let answer = ask(start(&sources()), "/lib.rs");
    assert!(!answer.contains("frame-ancestors"));
    assert!(!answer.contains("x-frame-options"));
}

#[test]
fn who_asks_for_another_computer_is_refused_with_what_to_do() {
    let address = start(&sources());
    let port = address.port();
    for headers in [
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1:{}\r\n", port ^ 1),
        "Host: 127.0.0.1\r\n".to_owned(),
        format!("Host: {address}\r\nHost: evil.example:{port}\r\n"),
        String::new(),
    ] {
        let answer = ask_with(address, "/lib.rs", &headers);
        assert!(answer.starts_with("HTTP/1.1 421"), "{headers}: {answer}");
        assert!(!answer.contains("pub fn router"), "{headers}");
        assert!(answer.contains(&format!("Open http://127.0.0.1:{port}/ on this computer")), "{answer}");
        assert!(answer.contains("ひらいてください"), "{answer}");
    }
    // The address of a request counts for more than its header.
    let answer =
        ask_with(address, &format!("http://evil.example:{port}/lib.rs"), &format!("Host: {address}\r\n"));
    assert!(answer.starts_with("HTTP/1.1 421"), "{answer}");
    for host in ["localhost", "LOCALHOST", "[::1]"] {
        let answer = ask_with(address, "/lib.rs", &format!("Host: {host}:{port}\r\n"));
        assert!(answer.starts_with("HTTP/1.1 200"), "{host}: {answer}");
    }
}

#[test]
fn what_has_not_changed_is_not_sent_twice() {
    let folder =
        folder("unchanged", &[("module.js", "first"), ("index.html", "<meta charset=\"utf-8\">\npage")]);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let router =
        serve::inviting(serve::router(&folder), &folder, || Some("http://192.0.2.7:8016/".to_owned()));
    thread::spawn(move || serve::serve(listener, router, Limits::default()));
    for path in ["/module.js", "/"] {
        let first = ask(address, path);
        let tag = header(&first, "etag").expect("it has a fingerprint");
        let again = ask_with(address, path, &format!("Host: {address}\r\nIf-None-Match: {tag}\r\n"));
        assert!(again.starts_with("HTTP/1.1 304"), "{again}");
        assert!(again.ends_with("\r\n\r\n"), "nothing is sent: {again}");
        assert_eq!(header(&again, "cache-control"), Some("no-cache"));
    }
    let tag = header(&ask(address, "/module.js"), "etag").unwrap().to_owned();
    fs::write(folder.join("module.js"), "the second").unwrap();
    let changed = ask_with(address, "/module.js", &format!("Host: {address}\r\nIf-None-Match: {tag}\r\n"));
    assert!(changed.ends_with("the second"), "{changed}");
}

#[test]
fn a_file_whose_name_changes_with_its_content_is_kept_and_sent_small_if_it_is_there_small() {
    let names = [
        ("irozuku-0123456789ab.js", "plain"),
        ("irozuku-0123456789ab.js.gz", "small"),
        ("sw.js", "asked for"),
    ];
    let address = start(&folder("named", &names));
    let plain = ask(address, "/irozuku-0123456789ab.js");
    assert!(plain.ends_with("plain"), "{plain}");
    assert_eq!(header(&plain, "cache-control"), Some("public, max-age=31536000, immutable"));
    let small = ask_with(
        address,
        "/irozuku-0123456789ab.js",
        &format!("Host: {address}\r\nAccept-Encoding: gzip, deflate\r\n"),
    );
    assert!(small.ends_with("small"), "{small}");
    assert_eq!(header(&small, "content-encoding"), Some("gzip"));
    assert_eq!(header(&small, "content-type"), Some("text/javascript"));
    assert_eq!(header(&ask(address, "/sw.js"), "cache-control"), Some("no-cache"));
    let missing = ask(address, "/irozuku-ba9876543210.js");
    assert!(missing.starts_with("HTTP/1.1 404") && header(&missing, "cache-control") == Some("no-cache"));
}

#[test]
fn files_in_memory_are_served_as_those_of_a_folder_are() {
    let files: [(PathBuf, &'static [u8]); 4] = [
        ("index.html".into(), b"the page"),
        ("lesson/index-0123456789ab.js".into(), b"plain"),
        ("lesson/index-0123456789ab.js.gz".into(), b"small"),
        ("secret.txt".into(), b"no secret"),
    ];
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let router = serve::router_of(serve::Files::new(files));
    thread::spawn(move || serve::serve(listener, router, Limits::default()));
    for path in ["/", "/index.html", "/?a=b"] {
        assert!(ask(address, path).ends_with("the page"), "{path}");
    }
    let plain = ask(address, "/lesson/index-0123456789ab.js");
    assert!(plain.ends_with("plain"), "{plain}");
    assert_eq!(header(&plain, "cache-control"), Some("public, max-age=31536000, immutable"));
    let headers = format!("Host: {address}\r\nAccept-Encoding: gzip\r\n");
    let small = ask_with(address, "/lesson/index-0123456789ab.js", &headers);
    assert!(small.ends_with("small") && header(&small, "content-type") == Some("text/javascript"), "{small}");
    for path in ["/missing", "/lesson", "/lesson/", "/../secret.txt", "/lesson/..%2fsecret.txt"] {
        let answer = ask(address, path);
        assert!(answer.starts_with("HTTP/1.1 4") && !answer.contains("no secret"), "{path}: {answer}");
    }
}

#[test]
fn the_page_is_told_the_address_of_the_room_where_there_is_one() {
    let page = "<!doctype html>\n<meta charset=\"utf-8\">\n<p>page</p>";
    let folder = folder("told", &[("index.html", page), ("other.html", page)]);
    let started = |address: Option<&'static str>| {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let here = listener.local_addr().unwrap();
        let router = serve::inviting(serve::router(&folder), &folder, move || address.map(ToOwned::to_owned));
        thread::spawn(move || serve::serve(listener, router, Limits::default()));
        here
    };
    let address = started(Some("http://192.0.2.7:8016/"));
    for path in ["/", "/index.html", "/?a=b"] {
        let answer = ask(address, path);
        assert!(
            answer.contains("<meta name=\"irozuku-address\" content=\"http://192.0.2.7:8016/\">"),
            "{answer}"
        );
        assert_eq!(header(&answer, "content-type"), Some("text/html; charset=utf-8"));
        assert_eq!(header(&answer, "transfer-encoding"), None, "its length is known");
    }
    assert!(ask(address, "/other.html").ends_with(page));
    assert!(ask(started(None), "/").ends_with(page));
}
