//! The static site: for any server, in any folder of it, and for the time without a network after the first visit.
//!
//! A file whose name holds a fingerprint of its content may be kept for ever; the others are to be asked for again.
//! Beside each text stands what it is when it is compressed, for servers that send that.

use std::path::Path;

use serde_json::json;

use super::bundle::Shape;
use super::html::{self, Html};
use super::parts::Parts;
use super::staging::Staging;
use super::{bundle, compress, digest, files, packed_module, split};
use crate::failure::Result;
use crate::workspace;

/// The name of its folder.
pub const FOLDER: &str = "irozuku";
/// Its policy. A worker for what a learner writes is made from a `data:` address, the one that keeps the files is not.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self' data:; base-uri 'none'; \
    form-action 'none'";
/// The service worker. Its name must stay: browsers ask for it to learn of a new release.
const WORKER: &str = "sw.js";
/// The module of the bindings, in the copy of the page.
const BINDINGS: &str = "wasm/irozuku.js";
/// Files of the page that go in as they are.
const PLAIN: [&str; 5] = [
    "icon.svg",
    "offline/icon-192.png",
    "offline/icon-512.png",
    "offline/icon-maskable.png",
    "offline/manifest.webmanifest",
];
/// What the head of the page has for the one who installs it.
const INSTALLING: &str = r##"<link rel="manifest" href="manifest.webmanifest">
<link rel="apple-touch-icon" href="icon-192.png">
<meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#15161a" media="(prefers-color-scheme: dark)">"##;

/// The files of a site, by name.
#[derive(Default)]
pub struct Site(Vec<(String, Vec<u8>)>);

/// Writes the site into a folder inside `out`. `core_gzip` is the WebAssembly as a gzip file.
pub fn write(out: &Path, parts: &Parts, core_gzip: &[u8]) -> Result<()> {
    let mut site = Site::default();
    let staging = Staging::new(out)?;
    let app = site.add_app(&staging, "offline/index.js", parts, Joined::Parts)?;
    for path in PLAIN {
        let name = path.rsplit('/').next().unwrap_or(path);
        site.add(name, &files::read(&workspace::page().join(path))?);
    }
    let page = page(&app)?;
    site.add("index.html", page.as_bytes());

    staging.put("offline/release.js", &site.release())?;
    let worker = bundle::script(&staging.file("offline/sw.js"), Shape::Script, &[])?;
    site.add(WORKER, worker.as_bytes());
    site.write(&out.join(FOLDER), core_gzip)
}

/// The page, which loads the element and the style of the window.
fn page(app: &App) -> Result<String> {
    let page = Html::read()?
        .policy(POLICY)?
        .unopened(include_str!("page/unopened.site.html"))?
        .before(html::ICON, INSTALLING)?;
    Ok(app.load(page)?.text())
}

/// The names of what the page loads.
pub struct App {
    script: String,
    window: String,
    /// What the script asks for as soon as it runs: the style of the element and the WebAssembly; and where they have a file of
    /// their own, the bindings.
    soon: Vec<String>,
}

/// What the modules are joined into.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Joined {
    /// One file: few requests, for many devices that come at once.
    One,
    /// A file for the first screen, and one for each part that comes when it is wanted.
    Parts,
}

impl App {
    /// Puts the lines that load it into a page. What the script will ask for is on its way while the script is.
    pub fn load(&self, page: Html) -> Result<Html> {
        let soon = self.soon.iter().map(|name| match name.ends_with(".js") {
            true => format!("<link rel=\"modulepreload\" href=\"{name}\">\n"),
            false => format!("<link rel=\"preload\" href=\"{name}\" as=\"fetch\" crossorigin>\n"),
        });
        let script = format!(r#"<script type="module" src="{}"></script>"#, self.script);
        page.replace(html::STYLE, &format!(r#"<link rel="stylesheet" href="{}">"#, self.window))?
            .replace(html::SCRIPT, &(soon.collect::<String>() + &script))
    }
}

impl Site {
    /// Adds the element with its parts and the style of the window; `entry` is the module that brings the element.
    pub fn add_app(&mut self, staging: &Staging, entry: &str, parts: &Parts, joined: Joined) -> Result<App> {
        let style = self.add_named("irozuku.css", parts.style.as_bytes());
        let core = self.add_named("irozuku.wasm", &parts.core);
        staging.put("assets.js", include_str!("page/assets.site.js"))?;
        let data = parts.data.iter().map(|(name, file)| (name.clone(), self.add_named(name, file))).collect();
        staging.put("packed.js", &packed_module(&style, &core, &data, joined == Joined::Parts))?;
        let mut soon = vec![style, core];
        let script = match joined {
            Joined::One => {
                let app = bundle::script(&staging.file(entry), Shape::Module, &[])?;
                self.add_named("irozuku.js", app.as_bytes())
            }
            Joined::Parts => {
                let app = split::split(staging.folder(), entry)?;
                for (name, content) in &app.files {
                    self.add(name, content);
                }
                soon.extend(app.parts.get(BINDINGS).cloned());
                app.first
            }
        };
        let window = bundle::sheet(&files::read_text(&staging.file("index.css"))?)?;
        Ok(App { script, window: self.add_named("window.css", window.as_bytes()), soon })
    }

    /// The files so far, by name.
    pub fn files(&self) -> &[(String, Vec<u8>)] {
        &self.0
    }

    /// Adds a file under this name.
    pub fn add(&mut self, name: &str, content: &[u8]) {
        self.0.push((name.to_owned(), content.to_owned()));
    }

    /// Adds a file under a name that changes with its content, and says that name.
    fn add_named(&mut self, name: &str, content: &[u8]) -> String {
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
        let name = format!("{stem}-{}.{end}", digest::short(content));
        self.add(&name, content);
        name
    }

    /// The module that tells the service worker what it keeps: all files so far, the page under the site's address.
    fn release(&self) -> String {
        let mut all = Vec::new();
        for (name, content) in &self.0 {
            all.extend(format!("{name} {}\n", digest::short(content)).bytes());
        }
        let names: Vec<(&str, String)> = self
            .0
            .iter()
            .map(|(name, content)| {
                (if name == "index.html" { "./" } else { name }, digest::integrity(content))
            })
            .collect();
        format!(
            "export const VERSION = {};\nexport const FILES = {};\n",
            json!(digest::short(&all)),
            json!(names)
        )
    }

    fn write(&self, folder: &Path, core_gzip: &[u8]) -> Result<()> {
        for (name, content) in &self.0 {
            let file = folder.join(name);
            files::write(&file, content)?;
            if is_compressible(name) {
                // The largest of them has been compressed already.
                let gzip =
                    if name.ends_with(".wasm") { core_gzip.to_vec() } else { compress::gzip(content)? };
                files::write(&folder.join(format!("{name}.gz")), gzip)?;
                files::write(&folder.join(format!("{name}.br")), compress::brotli(content)?)?;
            }
        }
        files::write(&folder.join("README.txt"), include_str!("site/README.txt"))
    }
}

/// Whether a file of this name becomes smaller.
pub fn is_compressible(name: &str) -> bool {
    !name.ends_with(".png")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_and_only_with_it() {
        let mut site = Site::default();
        let names = [b"a", b"b", b"a"].map(|content| site.add_named("lesson.css", content));
        assert!(names[0].starts_with("lesson-") && names[0].ends_with(".css"));
        assert_eq!(names[0], names[2]);
        assert_ne!(names[0], names[1]);
    }

    #[test]
    fn a_release_changes_with_any_file_and_keeps_the_page_under_the_sites_address() {
        let release = |page: &str| {
            let mut site = Site::default();
            site.add("icon.svg", b"<svg/>");
            site.add("index.html", page.as_bytes());
            site.release()
        };
        let files = release("a");
        assert!(files.contains("[[\"icon.svg\",\"sha256-") && files.contains("[\"./\",\"sha256-"), "{files}");
        assert_eq!(release("a"), release("a"));
        assert_ne!(release("a"), release("b"));
    }
}
