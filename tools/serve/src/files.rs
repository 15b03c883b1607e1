//! The files of a folder. What is hidden in it, and what a link in it points to, is not there.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Component, Path, PathBuf};

use tower_http::services::ServeDir;
use tower_http::services::fs::{Backend, DefaultServeDirFallback, TokioBackend};

/// Answers with the files of `folder`, also with what lies compressed beside them. A folder inside it is no page, so
/// nobody is sent on to it.
pub fn service(folder: &Path) -> ServeDir<DefaultServeDirFallback, Plain> {
    ServeDir::with_backend(folder, Plain(folder.to_owned()))
        .redirect_to_trailing_slash(false)
        .precompressed_br()
        .precompressed_gzip()
}

/// The plain files in a folder.
#[derive(Clone)]
pub struct Plain(PathBuf);

impl Plain {
    /// The path, or that there is nothing, where one of its parts is hidden or a symbolic link.
    fn checked(&self, path: PathBuf) -> io::Result<PathBuf> {
        let missing = || io::Error::from(io::ErrorKind::NotFound);
        let inner = path.strip_prefix(&self.0).map_err(|_| missing())?;
        let mut so_far = self.0.clone();
        for part in inner.components() {
            let Component::Normal(name) = part else { return Err(missing()) };
            so_far.push(name);
            if name.as_encoded_bytes().starts_with(b".") || fs::symlink_metadata(&so_far)?.is_symlink() {
                return Err(missing());
            }
        }
        Ok(path)
    }
}

impl Backend for Plain {
    type File = <TokioBackend as Backend>::File;
    type Metadata = Metadata;
    type OpenFuture = <TokioBackend as Backend>::OpenFuture;
    type MetadataFuture = <TokioBackend as Backend>::MetadataFuture;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        match self.checked(path) {
            Ok(path) => TokioBackend.open(path),
            Err(error) => Box::pin(async { Err(error) }),
        }
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        match self.checked(path) {
            Ok(path) => TokioBackend.metadata(path),
            Err(error) => Box::pin(async { Err(error) }),
        }
    }
}
