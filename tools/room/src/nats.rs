//! One room on any number of servers, which share its facts over NATS.
//!
//! The facts lie in a bucket of JetStream's key-value store, in memory: nothing of what was answered is written to a disk.
//! A server writes into it and changes its room when it reads the change there, its own changes too. So all of them apply
//! the same facts in the same order, and one that is started later reads the newest of each key and has the same room.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_nats::jetstream;
use async_nats::jetstream::kv::{self, Operation, Watch};
use async_nats::jetstream::message::PublishMessage;
use async_nats::jetstream::stream::{self, DiscardPolicy, StorageType};
use async_nats::{Client, ConnectOptions, Subscriber};
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc::Receiver;

use crate::hub::{Hub, Shared};
use crate::room::fact::Fact;
use crate::room::visitor::Peer;

/// The key of the name of the room's run, which the first server writes.
const RUN: &str = "run";
/// For how long a room is kept that nobody uses.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How many bytes a room may take there.
const MOST_BYTES: i64 = 256 << 20;
/// How large a fact may be: the longest link.
const FACT_BYTES: i32 = 300 << 10;
/// For how long a fact that comes a second time is known as the same.
const DUPLICATES: Duration = Duration::from_secs(120);
/// How often a fact is sent again that was not confirmed.
const TRIES: usize = 5;
/// How long to wait before a watch that has ended is begun again.
const PAUSE: Duration = Duration::from_millis(500);

/// A server's share in a room.
pub struct Link {
    /// The name of the room's run.
    pub run: String,
    /// The name of this server.
    server: String,
    room: String,
    client: Client,
    jetstream: jetstream::Context,
    bucket: kv::Store,
    watch: Watch,
    peers: Subscriber,
}

/// What a server tells the others.
#[derive(Serialize, Deserialize)]
struct Told {
    server: String,
    peer: Peer,
}

/// Joins the room of this name, or opens it under this `run`, which is also the name of this server.
pub async fn join(url: &str, room: &str, run: &str) -> io::Result<Link> {
    let options = ConnectOptions::new().name("irozuku-room");
    let client = options.connect(url).await.map_err(|error| unable(url, error))?;
    let jetstream = jetstream::new(client.clone());
    let bucket = open(&jetstream, &format!("irozuku-{room}"))
        .await
        .map_err(|error| unable(url, format!("{error}; it needs JetStream: nats-server -js")))?;
    // Only the first one succeeds.
    let _ = bucket.create(RUN, run.to_owned().into()).await;
    let value = bucket.get(RUN).await.map_err(|error| unable(url, error))?.unwrap_or_default();
    let watch = bucket.watch_with_history(">").await.map_err(|error| unable(url, error))?;
    let peers = client.subscribe(subject(room)).await.map_err(|error| unable(url, error))?;
    Ok(Link {
        run: String::from_utf8_lossy(&value).into_owned(),
        server: run.to_owned(),
        room: room.to_owned(),
        client,
        jetstream,
        bucket,
        watch,
        peers,
    })
}

/// The bucket, which is a stream that keeps the newest message of each subject. It is opened as one: what the client calls
/// creating a bucket asks the server for more than Debian's, 2.9, tells.
async fn open(jetstream: &jetstream::Context, bucket: &str) -> Result<kv::Store, async_nats::Error> {
    let stream = stream::Config {
        name: format!("KV_{bucket}"),
        description: Some("A room of Irozuku".to_owned()),
        subjects: vec![format!("$KV.{bucket}.>")],
        max_messages_per_subject: 1,
        max_age: DAY,
        max_bytes: MOST_BYTES,
        max_message_size: FACT_BYTES,
        duplicate_window: DUPLICATES,
        storage: StorageType::Memory,
        discard: DiscardPolicy::New,
        num_replicas: 1,
        allow_rollup: true,
        deny_delete: true,
        allow_direct: true,
        ..stream::Config::default()
    };
    jetstream.create_stream(stream).await?;
    Ok(jetstream.get_key_value(bucket).await?)
}

fn unable(url: &str, error: impl std::fmt::Display) -> io::Error {
    io::Error::other(format!("the room can't be shared over {url}: {error}"))
}

fn subject(room: &str) -> String {
    format!("irozuku.{room}.here")
}

impl Link {
    /// Reads what there is.
    pub async fn catch_up(&mut self, hub: &Hub) {
        // There is always one entry, the room's run.
        while let Some(Ok(entry)) = self.watch.next().await {
            apply(hub, &entry);
            if entry.delta == 0 {
                break;
            }
        }
    }

    /// Gives what comes out of `own` to the other servers, and what they give to the room, for as long as it is awaited.
    pub async fn live(self, hub: &Hub, own: Receiver<Shared>) {
        let Self { server, room, client, jetstream, bucket, watch, peers, .. } = self;
        let writing =
            write(own, Writer::new(client, jetstream, &bucket.name, server.clone(), subject(&room)));
        tokio::join!(writing, read(hub, &bucket, watch), listen(hub, peers, &server));
    }
}

fn apply(hub: &Hub, entry: &kv::Entry) {
    // A fact that another version has written is none of ours.
    if entry.operation == Operation::Put
        && let Ok(fact) = serde_json::from_slice::<Fact>(&entry.value)
    {
        hub.apply(fact);
    }
}

async fn read(hub: &Hub, bucket: &kv::Store, mut watch: Watch) {
    loop {
        while let Some(Ok(entry)) = watch.next().await {
            apply(hub, &entry);
        }
        hub.log.say("the connection to the other servers of the room has failed; trying again");
        // All is read anew; facts that are known change nothing that lasts.
        watch = loop {
            tokio::time::sleep(PAUSE).await;
            if let Ok(watch) = bucket.watch_with_history(">").await {
                break watch;
            }
        };
    }
}

async fn listen(hub: &Hub, mut peers: Subscriber, server: &str) {
    while let Some(message) = peers.next().await {
        if let Ok(told) = serde_json::from_slice::<Told>(&message.payload)
            && told.server != server
        {
            hub.hear_of(&told.server, told.peer);
        }
    }
}

/// Writes facts, in their order.
struct Writer {
    client: Client,
    jetstream: jetstream::Context,
    bucket: String,
    server: String,
    subject: String,
    /// How many facts were written.
    count: u64,
    /// The number of the newest moment: an older one is not sent again.
    moment: Arc<AtomicU64>,
}

async fn write(mut own: Receiver<Shared>, mut writer: Writer) {
    while let Some(shared) = own.recv().await {
        match shared {
            Shared::Fact(fact) => writer.put(&fact).await,
            Shared::Peer(peer) => writer.tell(peer).await,
        }
    }
}

impl Writer {
    fn new(
        client: Client,
        jetstream: jetstream::Context,
        bucket: &str,
        server: String,
        subject: String,
    ) -> Self {
        let bucket = bucket.to_owned();
        Self { client, jetstream, bucket, server, subject, count: 0, moment: Arc::default() }
    }

    async fn tell(&self, peer: Peer) {
        let told = Told { server: self.server.clone(), peer };
        if let Ok(text) = serde_json::to_vec(&told) {
            // The next one comes soon.
            let _ = self.client.publish(self.subject.clone(), text.into()).await;
        }
    }

    /// Sends a fact, and again where it is not confirmed. It has a number, so that it counts once however often it comes.
    async fn put(&mut self, fact: &Fact) {
        self.count += 1;
        let Ok(text) = serde_json::to_vec(fact) else { return };
        let number = self.count;
        let is_moment = matches!(fact, Fact::Moment { .. });
        if is_moment {
            self.moment.store(number, Ordering::Relaxed);
        }
        let message =
            PublishMessage::build().payload(text.into()).message_id(format!("{}-{number}", self.server));
        let subject = format!("$KV.{}.{}", self.bucket, fact.key());
        let (jetstream, newest) = (self.jetstream.clone(), self.moment.clone());
        let mut sent = jetstream.send_publish(subject.clone(), message.clone()).await;
        tokio::spawn(async move {
            for _ in 0..TRIES {
                let confirmed = match sent {
                    Ok(confirmation) => confirmation.await.is_ok(),
                    Err(_) => false,
                };
                if confirmed || (is_moment && newest.load(Ordering::Relaxed) != number) {
                    return;
                }
                tokio::time::sleep(PAUSE).await;
                sent = jetstream.send_publish(subject.clone(), message.clone()).await;
            }
        });
    }
}
