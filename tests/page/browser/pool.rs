//! The browsers that the tests share. Starting one takes as long as a whole test, so it is kept for the next.

use std::cell::Cell;
use std::ops::Deref;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use irozuku_tools::check;

use super::driver::Driver;

struct Pool {
    /// Never more than tests run side by side, so that each gets enough of the computer.
    in_use: usize,
    /// At rest. There may be one more for each language.
    free: Vec<Driver>,
}

static POOL: Mutex<Pool> = Mutex::new(Pool { in_use: 0, free: Vec::new() });
static RETURNED: Condvar = Condvar::new();

thread_local! {
    /// How many this test holds. One that holds a browser and waited for a second one might wait for ever.
    static HELD: Cell<usize> = const { Cell::new(0) };
}

/// A browser, as long as this lives.
pub struct Lease(Option<Driver>);

/// Waits for a browser that prefers this language.
#[track_caller]
pub fn take(language: &str) -> Lease {
    let first = HELD.replace(HELD.get() + 1) == 0;
    let mut pool = RETURNED
        .wait_while(lock(), |pool| first && pool.in_use >= check::side_by_side())
        .unwrap_or_else(PoisonError::into_inner);
    pool.in_use += 1;
    let free = pool.free.iter().position(|driver| driver.language == language);
    let driver = free.map(|place| pool.free.swap_remove(place));
    drop(pool);
    // Should it not start, dropping the lease lets another one try.
    let mut lease = Lease(None);
    lease.0 = Some(driver.unwrap_or_else(|| Driver::start(language)));
    lease
}

impl Lease {
    /// Ends the browser: it can't be used any more.
    pub fn discard(&mut self) {
        self.0 = None;
    }
}

impl Deref for Lease {
    type Target = Driver;

    fn deref(&self) -> &Driver {
        self.0.as_ref().expect("it is there until it is given back")
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        HELD.set(HELD.get() - 1);
        let driver = self.0.take();
        let mut pool = lock();
        pool.in_use -= 1;
        pool.free.extend(driver);
        drop(pool);
        RETURNED.notify_one();
    }
}

fn lock() -> MutexGuard<'static, Pool> {
    // A test that panics holds no lock, so a poisoned one is as good as any.
    POOL.lock().unwrap_or_else(PoisonError::into_inner)
}
