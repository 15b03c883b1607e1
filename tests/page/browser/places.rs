//! Limits how many browsers run at the same time, so that each gets enough of the computer.

use std::sync::{Condvar, Mutex, PoisonError};

const BROWSERS: usize = 2;

static FREE: Mutex<usize> = Mutex::new(BROWSERS);
static FREED: Condvar = Condvar::new();

/// The right to run one browser, as long as this lives.
pub struct Place(());

/// Waits for a free place and takes it.
pub fn take() -> Place {
    // A test that panics holds no lock, so a poisoned one is as good as any.
    let free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut free = FREED.wait_while(free, |free| *free == 0).unwrap_or_else(PoisonError::into_inner);
    *free -= 1;
    Place(())
}

impl Drop for Place {
    fn drop(&mut self) {
        *FREE.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        FREED.notify_one();
    }
}
