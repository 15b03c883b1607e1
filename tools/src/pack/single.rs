//! The one-file page: all of it in one HTML file, which opens by a double click and asks nothing of any network.
//!
//! One block of text holds the element and the WebAssembly, compressed together. A small loader unpacks it and puts
//! the element into the page as a script. The policy allows these two scripts and the style by their hashes, so
//! that no other script runs, and none of these when a character of it is changed.

use std::path::Path;

use super::bundle::Shape;
use super::html::{self, Html};
use super::parts::Parts;
use super::staging::Staging;
use super::{bundle, compress, digest, files, packed_module, seven};
use crate::failure::Result;
use crate::workspace;

/// The name of the file.
pub const FILE: &str = "irozuku.html";
/// The largest that it may be, in bytes. 400,000 are wanted; the pictures, their digits and three chapters more brought it to
/// 466,000, of which seven bits a character won back 33,000, and reading weights took 10,000. This keeps it from growing until
/// the rest is won back.
pub const LIMIT: usize = 443_000;

/// Writes the file into the folder `out`.
pub fn write(out: &Path, parts: &Parts) -> Result<()> {
    let staging = Staging::new(out)?;
    staging.leave_out_room()?;
    // Where each file of data stands among them.
    let places = parts.data.iter().enumerate().map(|(i, (name, _))| (name.clone(), i.to_string())).collect();
    staging.put("assets.js", include_str!("page/assets.single.js"))?;
    staging.put("packed.js", &packed_module(&parts.style, "", &places, false))?;
    staging.whole()?;
    let app = bundle::script(&staging.file("irozuku-demo.js"), Shape::Placeless, &[])?;
    staging.put("loader.js", include_str!("page/loader.js"))?;
    staging.put("seven.js", include_str!("page/seven.js"))?;
    staging.put("lzma.js", include_str!("page/lzma.js"))?;
    let loader = bundle::script(&staging.file("loader.js"), Shape::Script, &[])?;

    let page = workspace::page();
    let style = bundle::sheet(&files::read_text(&page.join("index.css"))?)?;
    let icon = format!(
        r#"<link rel="icon" href="data:image/svg+xml;base64,{}">"#,
        digest::base64(&files::read(&page.join("icon.svg"))?)
    );
    let data = parts.data.iter().map(|(_, file)| file.as_slice());
    let archive = archive([app.as_bytes(), &parts.core].into_iter().chain(data));
    let packed = compress::lzma(&archive)?;
    let block = seven::encode(&[&length(&archive), &packed[..]].concat());
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
         worker-src data:; base-uri 'none'; form-action 'none'",
        digest::source(&loader),
        digest::source(&app),
        digest::source(&style),
    );
    let scripts = format!(
        "<script type=\"application/octet-stream\" id=\"irozuku-archive\">{block}</script>\n<script>{loader}</script>"
    );
    let text = Html::read()?
        .policy(&policy)?
        .replace(html::ICON, &icon)?
        .replace(html::STYLE, &format!("<style>{style}</style>"))?
        .replace(&format!("{}\n", html::SCRIPT), "")?
        .unopened(include_str!("page/unopened.single.html"))?
        .before("</body>", &scripts)?
        .text();
    files::write(&out.join(FILE), text)
}

/// The element, the WebAssembly and the files of the data sets, each after its length.
fn archive<'a>(parts: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    parts.flat_map(|part| [&length(part), part].concat()).collect()
}

/// How many bytes there are, as four bytes, the largest first.
fn length(bytes: &[u8]) -> [u8; 4] {
    u32::try_from(bytes.len()).expect("a page is far smaller than 4 GB").to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_tells_where_each_part_begins() {
        let parts = ["色".as_bytes(), &[7, 8], &[]];
        assert_eq!(archive(parts.into_iter()), [0, 0, 0, 3, 0xe8, 0x89, 0xb2, 0, 0, 0, 2, 7, 8, 0, 0, 0, 0]);
    }
}
