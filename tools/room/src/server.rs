//! The server: the page, and the room beside it.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::http::uri::Authority;
use irozuku_serve::{self as serve, Hosts, Told, lan};

use crate::handles;
use crate::hub::Hub;
use crate::log::Log;
use crate::room::key::Key;
use crate::room::refusal::Refusal;
use crate::routes::Door;
use crate::site::Site;

/// What a server is told at its start.
pub struct Server {
    /// The page.
    pub site: Site,
    /// The lecturer's key.
    pub key: Key,
    /// Tells the pages whether this is the room that they know.
    pub run: String,
    /// Where others open the page, if something stands before this server.
    pub public: Option<Public>,
    /// What is refused is told here.
    pub log: Arc<Log>,
}

/// An address of what stands before a server.
#[derive(Clone, Debug)]
pub struct Public {
    /// As `https://room.example`.
    pub origin: String,
    /// As `room.example`.
    pub authority: Authority,
}

impl Public {
    /// The address of the page there.
    pub fn url(&self) -> String {
        format!("{}/", self.origin)
    }
}

impl Server {
    /// Serves until the process ends.
    pub fn serve(self, listener: TcpListener) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(self.run(listener))
    }

    async fn run(self, listener: TcpListener) -> io::Result<()> {
        let port = listener.local_addr()?.port();
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let budget = handles::budget();
        let hub = Hub::new(self.key, &self.run, budget.room, None, self.log.clone());
        let door = Door::new(hub, self.public.as_ref().map(|public| public.origin.as_str()));

        let log = self.log;
        let mut hosts = Hosts::new(port).telling(move || log.refused(Refusal::Host));
        let mut shown = None;
        if let Some(public) = self.public {
            shown = Some(public.url());
            hosts = hosts.and(public.authority);
        }
        let told = move || Told { address: shown.clone().or_else(|| lan::url(port)), room: true };
        let (site, page) = (self.site.clone(), self.site.router());
        let router = door.with_room(serve::telling(page, move || site.page(), told));
        tokio::join!(serve::attend(listener, router, budget.files, hosts), door.live());
        Ok(())
    }
}
