//! The site as `--lan` serves it: packed in a moment, for phones that all come at once. It has no service worker, which
//! would go on showing it where the page is served again without `--lan`.

use std::path::Path;

use super::html::{self, Html};
use super::site::{self, Site};
use super::staging::Staging;
use super::{bundle, compress, digest, files, parts};
use crate::failure::Result;
use crate::{bindings, workspace};

/// Says of which sources it was packed, so that it is packed again only when these have changed. It is hidden, and so
/// it is not served.
const SOURCES: &str = ".sources";
const ICON: &str = "icon.svg";

/// Writes the site into the folder `out`, unless it is there already.
pub fn write(out: &Path) -> Result<()> {
    let sources = sources()?;
    if files::read_text(&out.join(SOURCES)).is_ok_and(|written| written == sources) {
        return Ok(());
    }
    println!("Packing the page for the devices in the room.");
    files::remove(out)?;
    let style = bundle::sheet(&parts::style()?)?;
    let core = files::read(&workspace::bindings().join(bindings::WASM))?;
    let mut site = Site::default();
    let staging = Staging::new(out)?;
    let (app, window) = site.add_app(&staging, "irozuku-demo.js", &style, &core)?;
    site.add(ICON, &files::read(&workspace::page().join(ICON))?);
    let page = Html::read()?
        .replace(html::STYLE, &format!(r#"<link rel="stylesheet" href="{window}">"#))?
        .replace(html::SCRIPT, &format!(r#"<script type="module" src="{app}"></script>"#))?;
    site.add("index.html", page.text().as_bytes());
    for (name, content) in site.files() {
        files::write(&out.join(name), content)?;
        // Browsers take nothing else over plain http. The page itself is changed while it is served.
        if site::is_compressible(name) && name != "index.html" {
            files::write(&out.join(format!("{name}.gz")), compress::quick_gzip(content)?)?;
        }
    }
    files::write(&out.join(SOURCES), sources)
}

/// A fingerprint of all that it is packed from, this program included.
fn sources() -> Result<String> {
    let mut all = Vec::new();
    let program = std::env::current_exe().and_then(std::fs::metadata).and_then(|about| about.modified());
    all.extend(format!("{:?}\n", program.ok()).bytes());
    let page = workspace::page();
    for file in files::within(&page)? {
        all.extend(
            format!("{} {}\n", file.display(), digest::short(&files::read(&page.join(&file))?)).bytes(),
        );
    }
    Ok(digest::short(&all))
}
