//! What waits to be sent to a page. It is bounded: a page that takes nothing is closed, and learns all anew when it comes back.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::room::Text;

/// How many messages may wait: more than a lecturer's page gets at once, which comes into a room with all votes.
const MOST: usize = 512;

/// The messages of one connection.
#[derive(Default)]
pub struct Outbox {
    queue: Mutex<Queue>,
    changed: Notify,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Text>,
    closed: bool,
}

impl Outbox {
    /// Puts a message in. Says whether there was room for it; where there was none, this is closed.
    pub fn put(&self, text: Text) -> bool {
        let mut queue = self.queue();
        if queue.closed {
            return true;
        }
        let room = queue.waiting.len() < MOST;
        if room {
            queue.waiting.push_back(text);
        } else {
            queue.closed = true;
            queue.waiting.clear();
        }
        drop(queue);
        self.changed.notify_waiters();
        room
    }

    /// Nothing more is put in; what waits is still sent.
    pub fn close(&self) {
        self.queue().closed = true;
        self.changed.notify_waiters();
    }

    /// Whether nothing more is put in.
    pub fn is_closed(&self) -> bool {
        self.queue().closed
    }

    /// Waits for the next message; nothing where this is closed and empty.
    pub async fn next(&self) -> Option<Text> {
        loop {
            let changed = self.changed.notified();
            {
                let mut queue = self.queue();
                if let Some(text) = queue.waiting.pop_front() {
                    return Some(text);
                }
                if queue.closed {
                    return None;
                }
            }
            changed.await;
        }
    }

    /// Waits for messages after the one with this number, and forgets those up to it. Nothing where this is closed and
    /// empty.
    pub async fn after(&self, seq: u64) -> Option<Vec<Text>> {
        loop {
            let changed = self.changed.notified();
            {
                let mut queue = self.queue();
                while queue.waiting.front().is_some_and(|text| text.seq <= seq) {
                    queue.waiting.pop_front();
                }
                if !queue.waiting.is_empty() {
                    return Some(queue.waiting.iter().cloned().collect());
                }
                if queue.closed {
                    return None;
                }
            }
            changed.await;
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
