//! Who is here.

use serde::{Deserialize, Serialize};

use super::rate::{Bucket, Verdict};
use super::{Connection, Millis, Room};

/// For how long a visitor is remembered who is gone: who floods is not let in anew with a full bucket.
const REMEMBERED: Millis = 60_000;
/// How many are remembered; above that, those who are gone are forgotten.
const MOST_REMEMBERED: usize = 4_000;
/// After so long without a word another server has ended.
const PEER: Millis = 4_000;

/// A visitor.
#[derive(Debug)]
pub struct Visitor {
    connections: Vec<(Connection, bool)>,
    bucket: Bucket,
    /// Whether the visitor does not follow.
    pub away: bool,
    gone: Option<Millis>,
}

/// What a server of the room tells the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Peer {
    /// How many participants are at this server.
    pub here: usize,
    /// How many of them do not follow.
    pub away: usize,
    /// Whether the one who leads is at this server.
    pub leader: bool,
}

impl Visitor {
    /// One who has no connection yet.
    pub fn new(now: Millis) -> Self {
        Self { connections: Vec::new(), bucket: Bucket::new(now), away: false, gone: Some(now) }
    }

    /// Takes a message from the bucket.
    pub fn take(&mut self, now: Millis) -> Verdict {
        self.bucket.take(now)
    }

    /// Another connection. Says which one has to end for it.
    pub fn enter(&mut self, connection: Connection, lecturer: bool, most: usize) -> Option<Connection> {
        self.gone = None;
        self.connections.push((connection, lecturer));
        (self.connections.len() > most).then(|| self.connections[0].0)
    }

    /// A connection has ended.
    pub fn leave(&mut self, connection: Connection, now: Millis) {
        self.connections.retain(|(one, _)| *one != connection);
        if self.connections.is_empty() {
            self.gone.get_or_insert(now);
        }
    }

    /// Whether there is a connection.
    pub fn is_here(&self) -> bool {
        !self.connections.is_empty()
    }

    /// Whether there is one with the lecturer's key.
    pub fn is_lecturer(&self) -> bool {
        self.connections.iter().any(|(_, lecturer)| *lecturer)
    }

    /// The connections.
    pub fn connections(&self) -> impl Iterator<Item = Connection> {
        self.connections.iter().map(|(connection, _)| *connection)
    }
}

impl Room {
    /// The participants at this server.
    pub(super) fn counted(&self) -> Peer {
        let mut counted = Peer::default();
        for visitor in self.visitors.values().filter(|visitor| visitor.is_here() && !visitor.is_lecturer()) {
            counted.here += 1;
            counted.away += usize::from(visitor.away);
        }
        counted.leader = self.leader_is_at_this_server();
        counted
    }

    /// The participants at all servers.
    pub(super) fn counted_everywhere(&self) -> Peer {
        self.peers.values().fold(self.counted(), |sum, (peer, _)| Peer {
            here: sum.here + peer.here,
            away: sum.away + peer.away,
            leader: sum.leader || peer.leader,
        })
    }

    pub(super) fn leader_is_at_this_server(&self) -> bool {
        let leader = self.shared.leader.and_then(|who| self.visitors.get(&who));
        leader.is_some_and(Visitor::is_lecturer)
    }

    /// Another server of the room has told who is there.
    pub fn hear_of(&mut self, server: &str, peer: Peer, now: Millis) {
        if peer.leader {
            self.leader_seen = now;
        }
        self.peers.insert(server.to_owned(), (peer, now));
    }

    /// Forgets those who have been gone for a long time.
    pub(super) fn forget(&mut self, now: Millis) {
        let long = |since: Millis| now.saturating_sub(since) > REMEMBERED;
        self.visitors.retain(|_, visitor| !visitor.gone.is_some_and(long));
        self.peers.retain(|_, (_, heard)| now.saturating_sub(*heard) <= PEER);
    }

    /// Makes room for another one.
    pub(super) fn forget_some(&mut self, now: Millis) {
        if self.visitors.len() >= MOST_REMEMBERED {
            self.forget(now);
        }
        if self.visitors.len() >= MOST_REMEMBERED {
            self.visitors.retain(|_, visitor| visitor.is_here());
        }
    }
}
