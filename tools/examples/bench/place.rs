//! The page in which the contenders are measured: a page of its own, that our page knows nothing of.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use irozuku_tools::workspace;
use serde_json::Value;
use tower_http::services::ServeDir;

use crate::browser::{Page, server};

/// It loads nothing but the bench. Files have the places here that they have in the repository.
const HTML: &str = "<!doctype html><meta charset=utf-8><title>bench</title><link rel=icon href=data:,>
<script type=module>import bench from '/bench/page.js'; window.bench = bench</script>";

/// The open page.
pub struct Place(Page);

impl Place {
    /// Opens it.
    pub fn open() -> Self {
        let router = Router::new()
            .route("/", get(async || Html(HTML)))
            .nest_service("/bench", ServeDir::new(workspace::bench()))
            .nest_service("/www/wasm", ServeDir::new(workspace::packed_bindings()));
        let page = Page::open_unpacked("en");
        page.go(&format!("http://127.0.0.1:{}/", server::also(router)));
        // As for the page when it is looked at: what lies in the background may be slowed down.
        page.devtools("Emulation.setFocusEmulationEnabled", serde_json::json!({ "enabled": true }));
        page.wait("the bench is loaded", "window.bench");
        Place(page)
    }

    /// Calls a function of bench/page.js.
    pub fn call(&self, function: &str, arguments: &[Value]) -> Value {
        self.0.js(&format!("return bench.{function}(...args)"), arguments)
    }
}
