//! A web server that serves a folder under some path, can be switched off, and comes back at the same address.

use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use tokio::runtime::Builder;
use tower_http::services::ServeDir;

/// The running server; it ends with this.
pub struct Server {
    port: u16,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder under a path such as `/some/sub/path`.
    pub fn start(folder: &Path, path: &str) -> Self {
        Self::start_at(0, folder, path)
    }

    fn start_at(port: u16, folder: &Path, path: &str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("the port is free");
        let port = listener.local_addr().expect("a listener has an address").port();
        listener.set_nonblocking(true).expect("a listener can be used without waiting");
        let router = match path {
            "" => Router::new().fallback_service(ServeDir::new(folder)),
            path => Router::new().nest_service(path, ServeDir::new(folder)),
        };
        let ended = Arc::new(AtomicBool::new(false));
        let told = ended.clone();
        let thread = thread::spawn(move || {
            let runtime =
                Builder::new_current_thread().enable_all().build().expect("there is room for a runtime");
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).expect("the runtime takes it");
                tokio::spawn(async { axum::serve(listener, router).await });
                while !told.load(Ordering::Relaxed) {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
            });
            // With the runtime go the listener and all open connections.
        });
        Self { port, ended, thread: Some(thread) }
    }

    /// Its address, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends it: whoever asks is refused.
    pub fn stop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// Starts it again at the same address.
    pub fn start_again(&mut self, folder: &Path, path: &str) {
        self.stop();
        *self = Self::start_at(self.port, folder, path);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}
