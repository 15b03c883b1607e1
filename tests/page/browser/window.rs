//! A window with a storage of its own, in a browser that is shared: no test sees what another has left behind.

use serde_json::json;
use thirtyfour::WindowHandle;

use super::driver::{Driver, sentence};
use super::pool::{self, Lease};

/// The window, and the browser it is in. It closes with it.
pub struct Window {
    driver: Lease,
    /// What shares its storage: this window, and others that are opened beside it.
    context: String,
}

impl Window {
    /// Opens an empty window in a browser that prefers this language.
    #[track_caller]
    pub fn open(language: &str) -> Self {
        let mut driver = pool::take(language);
        match open_context(&driver) {
            Ok(context) => Self { driver, context },
            Err(error) => {
                driver.discard();
                panic!("can't open a window: {error}")
            }
        }
    }

    /// Opens another window on the same storage, as another tab would be, and goes on in it.
    #[track_caller]
    pub fn open_another(&self) {
        if let Err(error) = open_window(&self.driver, &self.context) {
            panic!("can't open another window: {error}");
        }
    }

    /// The browser.
    pub fn driver(&self) -> &Driver {
        &self.driver
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let closed = self.driver.bidi("browser.removeUserContext", &json!({ "userContext": self.context }));
        // A browser that can't do even that is no use to the next test.
        if closed.is_err() {
            self.driver.discard();
        }
    }
}

/// A storage of its own, and a window on it. What the browser wrote down before is forgotten.
fn open_context(driver: &Driver) -> Result<String, String> {
    let answer = driver.bidi("browser.createUserContext", &json!({}))?;
    let context = answer["userContext"].as_str().unwrap_or_default().to_owned();
    open_window(driver, &context)?;
    for log in ["browser", "performance"] {
        driver.block_on(driver.web().get_log(log)).map_err(|error| sentence(&error))?;
    }
    Ok(context)
}

fn open_window(driver: &Driver, context: &str) -> Result<(), String> {
    let answer =
        driver.bidi("browsingContext.create", &json!({ "type": "window", "userContext": context }))?;
    let handle = WindowHandle::from(answer["context"].as_str().unwrap_or_default().to_owned());
    let switched = driver.block_on(driver.web().switch_to_window(handle));
    switched.map_err(|error| sentence(&error))
}
