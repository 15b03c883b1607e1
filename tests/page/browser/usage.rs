//! What the page uses of the computer's memory.

use irozuku_tools::check::health::Health;
use serde_json::{Value, json};

use super::Page;

/// How many networks of the core have not been freed.
const NETWORKS: &str = "function () { return this.filter((one) => one.__wbg_ptr).length }";

impl Page {
    /// Collects what is not needed any more and measures the rest, so many minutes and actions after the beginning. The page's modules
    /// have to be files of their own.
    #[track_caller]
    pub fn health(&self, minute: f64, actions: usize) -> Health {
        // A debugger would keep each script that was ever run, those of the test, too.
        self.devtools("Debugger.disable", json!({}));
        // What the first finds to be finished is collected by the second.
        for _ in 0..2 {
            self.devtools("HeapProfiler.collectGarbage", json!({}));
        }
        let networks = self.networks();
        let heap = self.devtools("Runtime.getHeapUsage", json!({}));
        let counters = self.devtools("Memory.getDOMCounters", json!({}));
        let core = self
            .js("return (await (await import('/wasm/irozuku.js')).default()).memory.buffer.byteLength", &[]);
        let count = |value: &Value| value.as_u64().expect("the browser counts this") as usize;
        let megabytes = |value: &Value| value.as_f64().expect("the browser measures this") / 1e6;
        Health {
            minute,
            heap: megabytes(&heap["usedSize"]),
            nodes: count(&counters["nodes"]),
            listeners: count(&counters["jsEventListeners"]),
            core: megabytes(&core),
            networks,
            actions,
        }
    }

    /// Counts the networks that are held.
    #[track_caller]
    fn networks(&self) -> usize {
        let prototype = self.devtools(
            "Runtime.evaluate",
            json!({ "expression": "import('/wasm/irozuku.js').then(({ Lab }) => Lab.prototype)", "awaitPromise": true }),
        );
        let found = self.devtools(
            "Runtime.queryObjects",
            json!({ "prototypeObjectId": prototype["result"]["objectId"] }),
        );
        let counted = self.devtools(
            "Runtime.callFunctionOn",
            json!({ "objectId": found["objects"]["objectId"], "functionDeclaration": NETWORKS, "returnByValue": true }),
        );
        for object in [&prototype["result"], &found["objects"]] {
            self.devtools("Runtime.releaseObject", json!({ "objectId": object["objectId"] }));
        }
        counted["result"]["value"].as_u64().expect("they are counted") as usize
    }
}
