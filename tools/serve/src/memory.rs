//! Files that are held in memory: a program that has its page in itself.

use std::collections::BTreeMap;
use std::future::{Ready, ready};
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::SystemTime;

use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::ServeDir;
use tower_http::services::fs::{Backend, DefaultServeDirFallback, File, Metadata};

/// The files, by their paths.
#[derive(Clone, Default)]
pub struct Files(Arc<BTreeMap<PathBuf, &'static [u8]>>);

impl Files {
    /// These files, with their paths, which have no `..` in them.
    pub fn new(files: impl IntoIterator<Item = (PathBuf, &'static [u8])>) -> Self {
        Self(Arc::new(files.into_iter().collect()))
    }

    /// A file's bytes.
    pub fn get(&self, path: &Path) -> Option<&'static [u8]> {
        self.0.get(inner(path)).copied()
    }

    /// The bytes, or what a system says where there is no such file.
    fn found(&self, path: &Path) -> io::Result<&'static [u8]> {
        self.get(path).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// A folder is what a path to a file leads through; the outermost is the empty path.
    fn about(&self, path: &Path) -> io::Result<About> {
        if let Some(bytes) = self.get(path) {
            return Ok(About { length: bytes.len() as u64, folder: false });
        }
        if self.0.keys().any(|file| file.starts_with(inner(path))) {
            return Ok(About { length: 0, folder: true });
        }
        Err(io::ErrorKind::NotFound.into())
    }
}

/// The path without the folder in which `ServeDir` thinks the files to be.
fn inner(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

/// Answers with the files, also with what lies compressed beside them.
pub fn service(files: Files) -> ServeDir<DefaultServeDirFallback, Files> {
    ServeDir::with_backend("", files)
        .redirect_to_trailing_slash(false)
        .precompressed_br()
        .precompressed_gzip()
}

/// What is known of a file or folder.
pub struct About {
    length: u64,
    folder: bool,
}

impl Metadata for About {
    fn is_dir(&self) -> bool {
        self.folder
    }

    /// They are as old as the program, which nobody has to know.
    fn modified(&self) -> io::Result<SystemTime> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn len(&self) -> u64 {
        self.length
    }
}

/// An opened file.
pub struct Opened(Cursor<&'static [u8]>);

impl AsyncRead for Opened {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context,
        buffer: &mut ReadBuf,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, buffer)
    }
}

impl AsyncSeek for Opened {
    fn start_seek(mut self: Pin<&mut Self>, position: io::SeekFrom) -> io::Result<()> {
        Pin::new(&mut self.0).start_seek(position)
    }

    fn poll_complete(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<io::Result<u64>> {
        Pin::new(&mut self.0).poll_complete(context)
    }
}

impl File for Opened {
    type Metadata = About;
    type MetadataFuture<'a> = Ready<io::Result<About>>;

    fn metadata(&self) -> Self::MetadataFuture<'_> {
        ready(Ok(About { length: self.0.get_ref().len() as u64, folder: false }))
    }
}

impl Backend for Files {
    type File = Opened;
    type Metadata = About;
    type OpenFuture = Ready<io::Result<Opened>>;
    type MetadataFuture = Ready<io::Result<About>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        ready(self.found(&path).map(|bytes| Opened(Cursor::new(bytes))))
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        ready(self.about(&path))
    }
}
