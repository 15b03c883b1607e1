//! The server: the page, and the room beside it.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::http::uri::Authority;
use irozuku_serve::{self as serve, Hosts, Told, lan};
use tokio::sync::mpsc;

use crate::handles;
use crate::hub::{Hub, Shared};
use crate::log::Log;
use crate::nats;
use crate::room::key::Key;
use crate::room::refusal::Refusal;
use crate::routes::Door;
use crate::site::Site;

/// How many facts may wait for being shared.
const MOST_WAITING: usize = 100_000;

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
    /// With which servers it shares its room, if with any.
    pub together: Option<Together>,
    /// What is refused is told here.
    pub log: Arc<Log>,
}

/// Servers that share a room.
#[derive(Clone, Debug)]
pub struct Together {
    /// The address of their NATS server.
    pub nats: String,
    /// The room's name there, of letters, digits, `-` and `_`.
    pub room: String,
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
        let mut link = match &self.together {
            Some(together) => Some(nats::join(&together.nats, &together.room, &self.run).await?),
            None => None,
        };
        let run = link.as_ref().map_or(&self.run, |link| &link.run);
        let (others, own) = mpsc::channel(if link.is_some() { MOST_WAITING } else { 1 });
        let others = link.is_some().then_some(others);
        let hub = Hub::new(self.key, run, budget.room, others, self.log.clone());
        if let Some(link) = &mut link {
            link.catch_up(&hub).await;
        }
        let sharing = share(link, hub.clone(), own);
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
        tokio::join!(serve::attend(listener, router, budget.files, hosts), door.live(), sharing);
        Ok(())
    }
}

async fn share(link: Option<nats::Link>, hub: Arc<Hub>, own: mpsc::Receiver<Shared>) {
    if let Some(link) = link {
        link.live(&hub, own).await;
    }
}
