//! The site as `--lan` serves it: packed in a moment, for phones that all come at once. It has no service worker, which
//! would go on showing it where the page is served again without `--lan`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::html::Html;
use super::parts::Parts;
use super::site::{self, Joined, Site};
use super::staging::Staging;
use super::{compress, digest, files};
use crate::failure::Result;
use crate::{build, workspace};

const ICON: &str = "icon.svg";
/// For how long a site that was packed from other sources is left alone: it may still be served.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The site, in a folder inside `out` that is named after its sources: where it is there already, it need not be written.
pub fn write(out: &Path) -> Result<PathBuf> {
    let sources = sources()?;
    let site = out.join(&sources);
    if site.is_dir() {
        return Ok(site);
    }
    println!("Packing the page for the devices in the room.");
    remove_old(out);
    let unfinished = out.join(format!("{sources}-{}", std::process::id()));
    fill(&unfinished)?;
    // Another server may have been faster.
    if fs::rename(&unfinished, &site).is_err() {
        files::remove(&unfinished)?;
    }
    Ok(site)
}

fn fill(out: &Path) -> Result<()> {
    build::packed()?;
    let parts = Parts::read()?;
    let mut site = Site::default();
    let staging = Staging::new(out)?;
    let app = site.add_app(&staging, "irozuku-demo.js", &parts, Joined::One)?;
    site.add(ICON, &files::read(&workspace::page().join(ICON))?);
    let page = app.load(Html::read()?)?;
    site.add("index.html", page.text().as_bytes());
    for (name, content) in site.files() {
        files::write(&out.join(name), content)?;
        // Browsers take nothing else over plain http. The page itself is changed while it is served.
        if site::is_compressible(name) && name != "index.html" {
            files::write(&out.join(format!("{name}.gz")), compress::quick_gzip(content)?)?;
        }
    }
    Ok(())
}

/// Removes what was packed from other sources long ago.
fn remove_old(out: &Path) {
    for entry in fs::read_dir(out).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|about| about.modified()).ok().and_then(|at| at.elapsed().ok());
        if age.is_some_and(|age| age > DAY) {
            let _ = files::remove(&entry.path());
        }
    }
}

/// A fingerprint of all that it is packed from, this program included.
fn sources() -> Result<String> {
    let mut all = Vec::new();
    let program = std::env::current_exe().and_then(fs::metadata).and_then(|about| about.modified());
    all.extend(format!("{:?}\n", program.ok()).bytes());
    let page = workspace::page();
    for file in files::within(&page)? {
        all.extend(
            format!("{} {}\n", file.display(), digest::short(&files::read(&page.join(&file))?)).bytes(),
        );
    }
    Ok(digest::short(&all))
}
