//! The server outlasts those who keep it waiting: whoever comes after them is answered.

use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use irozuku_serve::{self as serve, Limits};

/// Longer than any test takes.
const NEVER: Duration = Duration::from_secs(3600);
/// How long a test waits for what should happen before it fails.
const PATIENCE: Duration = Duration::from_secs(30);
/// A time-out that is awaited.
const SHORT: Duration = Duration::from_millis(200);
/// More than the buffers of a connection hold, in bytes.
const LARGE: usize = 32 << 20;

/// A server that outlasts nobody, but for what a test changes.
const LIMITS: Limits = Limits { connections: 1000, request: NEVER, answer: NEVER, longest: NEVER };

/// The folder that is served, with a small file and a large one.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("patience");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("small.txt"), "small").unwrap();
        fs::File::create(folder.join("large.bin")).unwrap().set_len(LARGE as u64).unwrap();
        folder
    })
}

fn start(limits: Limits) -> SocketAddr {
    let folder = folder();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let router = serve::router(folder);
    thread::spawn(move || serve::serve(listener, router, limits));
    address
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

fn send(stream: &mut TcpStream, address: SocketAddr, method: &str, headers: &str) {
    write!(stream, "{method} /small.txt HTTP/1.1\r\nHost: {address}\r\n{headers}\r\n").unwrap();
}

/// Reads again where a signal came in between.
fn uninterrupted(mut read: impl FnMut() -> io::Result<usize>) -> io::Result<usize> {
    loop {
        match read() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            end => return end,
        }
    }
}

/// Asks for more than the buffers of a connection hold, and waits until it begins to come; nothing of it is taken.
fn ask_for_much(address: SocketAddr) -> TcpStream {
    let mut stream = connect(address);
    write!(stream, "GET /large.bin HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    assert_eq!(uninterrupted(|| stream.peek(&mut [0])).unwrap(), 1);
    stream
}

/// Waits until something has been answered.
fn answered(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let mut bytes = [0; 4096];
    while !answer.ends_with(b"small") {
        match uninterrupted(|| stream.read(&mut bytes)) {
            Ok(count) if count > 0 => answer.extend(&bytes[..count]),
            end => panic!("it was not answered: {end:?} after {}", String::from_utf8_lossy(&answer)),
        }
    }
    String::from_utf8(answer).unwrap()
}

/// Waits until the server ends the connection, and returns what it has sent before.
fn ended(stream: &mut TcpStream) -> Vec<u8> {
    let mut rest = Vec::new();
    match stream.read_to_end(&mut rest) {
        Ok(_) => rest,
        // What it has not read is thrown away so.
        Err(error) if error.kind() == ErrorKind::ConnectionReset => rest,
        Err(error) => panic!("the server keeps the connection: {error}"),
    }
}

#[test]
fn a_connection_without_a_request_ends() {
    let address = start(Limits { request: SHORT, ..LIMITS });
    assert_eq!(ended(&mut connect(address)), b"");
}

#[test]
fn a_request_whose_headers_do_not_end_ends() {
    let address = start(Limits { request: SHORT, ..LIMITS });
    let mut stream = connect(address);
    write!(stream, "GET /small.txt HTTP/1.1\r\nHost: {address}\r\n").unwrap();
    // One more header now and then does not keep it alive.
    let mut more = stream.try_clone().unwrap();
    thread::spawn(move || {
        while more.write_all(b"A: b\r\n").is_ok() {
            thread::sleep(SHORT / 4);
        }
    });
    let told = ended(&mut stream);
    assert!(!told.ends_with(b"small"));
}

#[test]
fn a_connection_that_rests_after_an_answer_ends() {
    let address = start(Limits { request: SHORT, ..LIMITS });
    let mut stream = connect(address);
    send(&mut stream, address, "GET", "");
    answered(&mut stream);
    assert_eq!(ended(&mut stream), b"");
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    let address = start(LIMITS);
    for method in ["GET", "POST"] {
        let mut stream = connect(address);
        send(&mut stream, address, method, "Content-Length: 1000000\r\n");
        stream.write_all(b"a").unwrap();
        let told = String::from_utf8_lossy(&ended(&mut stream)).into_owned();
        let wanted = if method == "GET" { "HTTP/1.1 200" } else { "HTTP/1.1 405" };
        assert!(told.starts_with(wanted), "{told}");
    }
}

#[test]
fn an_answer_that_nobody_takes_ends() {
    let address = start(Limits { answer: SHORT, ..LIMITS });
    let mut stream = ask_for_much(address);
    // Once the server has closed its end, whatever comes there is refused.
    let start = Instant::now();
    while stream.write_all(b"a").is_ok() {
        assert!(start.elapsed() < PATIENCE, "the server still waits");
        thread::sleep(SHORT / 10);
    }
    // Others are answered.
    let mut other = connect(address);
    send(&mut other, address, "GET", "");
    answered(&mut other);
    assert!(ended(&mut stream).len() < LARGE);
}

#[test]
fn the_connection_that_has_rested_for_the_longest_time_gives_way() {
    let address = start(Limits { connections: 3, ..LIMITS });
    let mut streams: Vec<TcpStream> = (0..3).map(|_| connect(address)).collect();
    for stream in &mut streams {
        send(stream, address, "GET", "");
        answered(stream);
    }
    // The first one is used again: the second is then the oldest.
    send(&mut streams[0], address, "GET", "");
    answered(&mut streams[0]);
    let mut late = connect(address);
    send(&mut late, address, "GET", "");
    answered(&mut late);
    assert_eq!(ended(&mut streams[1]), b"");
    for kept in [0, 2] {
        send(&mut streams[kept], address, "GET", "");
        answered(&mut streams[kept]);
    }
}

#[test]
fn a_connection_that_is_being_answered_does_not_give_way() {
    let address = start(Limits { connections: 2, ..LIMITS });
    let mut busy = [ask_for_much(address), ask_for_much(address)];
    let mut late = connect(address);
    send(&mut late, address, "GET", "Connection: close\r\n");
    // Both answers come whole; then there is room.
    for stream in &mut busy {
        let mut bytes = vec![0; LARGE];
        stream.read_exact(&mut bytes).unwrap();
    }
    answered(&mut late);
}

#[test]
fn an_answer_that_takes_too_long_gives_way_where_others_wait() {
    let address = start(Limits { connections: 2, longest: SHORT, ..LIMITS });
    let mut busy = [ask_for_much(address), ask_for_much(address)];
    let mut late = connect(address);
    send(&mut late, address, "GET", "");
    answered(&mut late);
    assert!(ended(&mut busy[0]).len() < LARGE);
}

#[test]
fn many_that_say_nothing_keep_nobody_out() {
    let address = start(Limits { connections: 20, ..LIMITS });
    let silent: Vec<TcpStream> = (0..100).map(|_| connect(address)).collect();
    let half: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut stream = connect(address);
            // It may have had to give way already.
            let _ = stream.write_all(b"GET /");
            stream
        })
        .collect();
    let mut stream = connect(address);
    send(&mut stream, address, "GET", "");
    answered(&mut stream);
    drop((silent, half));
}
