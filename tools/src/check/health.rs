//! What a page uses while a monkey plays with it, and what of that may grow.

use crate::bench::table::Table;

/// Growth counts from here on: until then what is kept by design fills up, and code is compiled as it is first used. On a machine that
/// does something else, too, two minutes are few actions.
const WARM: f64 = 2.0;
const WARM_ACTIONS: usize = 200;
/// The most that may have been added since then: heap and nodes, as shares.
const HEAP: f64 = 0.10;
const NODES: f64 = 0.20;
/// The most memory of the core, in MB. It is never given back, so it shows the most that was ever needed at once: the histories of
/// the network on the screen, of the one that an undo would bring back and of one that is being copied, 32 MiB each, and
/// what the largest data need beside them.
const CORE: f64 = 160.0;
/// The most networks that are held: the one on the screen, and the one that an undo would bring back.
const NETWORKS: usize = 2;

/// What the page uses, measured in the same state each time and after what is not needed any more was collected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Health {
    /// When, minutes from the beginning.
    pub minute: f64,
    /// The heap of JavaScript, MB.
    pub heap: f64,
    /// Nodes of documents, also those that are in none any more.
    pub nodes: usize,
    /// Listeners of events.
    pub listeners: usize,
    /// The memory of the core, MB.
    pub core: f64,
    /// Networks that have not been freed.
    pub networks: usize,
    /// How much was done until then.
    pub actions: usize,
}

/// A table of what was measured.
pub fn table(measured: &[Health]) -> Table {
    let mut table =
        Table::new(["minute", "heap, MB", "nodes", "listeners", "core, MB", "networks", "actions"]);
    for one in measured {
        table.row([
            format!("{:.1}", one.minute),
            format!("{:.2}", one.heap),
            one.nodes.to_string(),
            one.listeners.to_string(),
            format!("{:.1}", one.core),
            one.networks.to_string(),
            one.actions.to_string(),
        ]);
    }
    table
}

/// What has grown more than it may, a sentence each; empty where all is well. Of a short run the last two thirds count.
pub fn grown(measured: &[Health]) -> Vec<String> {
    let (end, all) = measured.last().map_or((0.0, 0), |last| (last.minute, last.actions));
    let (warm, actions) = (WARM.min(end / 3.0), WARM_ACTIONS.min(all / 3));
    let mut counted = measured.iter().filter(|one| one.minute >= warm && one.actions >= actions);
    let Some(first) = counted.next() else {
        return Vec::new();
    };
    let mut said = Vec::new();
    for one in counted.clone() {
        let minute = one.minute;
        if one.heap > first.heap * (1.0 + HEAP) {
            said.push(format!(
                "after {minute:.1} minutes the heap is {:.2} MB, and was {:.2}",
                one.heap, first.heap
            ));
        }
        if one.nodes as f64 > first.nodes as f64 * (1.0 + NODES) {
            said.push(format!(
                "after {minute:.1} minutes there are {} nodes, and there were {}",
                one.nodes, first.nodes
            ));
        }
    }
    for one in measured {
        let minute = one.minute;
        if one.core > CORE {
            said.push(format!(
                "after {minute:.1} minutes the core has {:.1} MB, of {CORE} at most",
                one.core
            ));
        }
        if one.networks > NETWORKS {
            said.push(format!(
                "after {minute:.1} minutes {} networks are held, of {NETWORKS} at most",
                one.networks
            ));
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELL: Health =
        Health { minute: 0.0, heap: 10.0, nodes: 2000, listeners: 600, core: 14.0, networks: 2, actions: 0 };

    #[test]
    fn what_is_added_in_the_first_two_minutes_is_no_growth() {
        let filling = [0.0, 1.0, 2.0, 3.0, 9.0].map(|minute| Health {
            minute,
            heap: 10.0 + minute.min(2.0) * 5.0,
            nodes: 2000 + minute.min(2.0) as usize * 1000,
            ..WELL
        });
        assert_eq!(grown(&filling), [""; 0]);
    }

    #[test]
    fn a_tenth_more_of_the_heap_or_a_fifth_more_nodes_is_growth() {
        let begin = Health { minute: 2.0, ..WELL };
        let well = Health { minute: 9.0, heap: 10.9, nodes: 2399, ..WELL };
        assert_eq!(grown(&[begin, well]), [""; 0]);
        let heavy = Health { heap: 11.1, ..well };
        assert_eq!(grown(&[begin, heavy]), ["after 9.0 minutes the heap is 11.10 MB, and was 10.00"]);
        let long = Health { nodes: 2401, ..well };
        assert_eq!(grown(&[begin, long]), ["after 9.0 minutes there are 2401 nodes, and there were 2000"]);
    }

    #[test]
    fn the_core_has_its_bound_at_any_time() {
        let large = Health { core: 161.0, ..WELL };
        assert_eq!(grown(&[large]), ["after 0.0 minutes the core has 161.0 MB, of 160 at most"]);
        let kept = Health { networks: 3, ..WELL };
        assert_eq!(grown(&[WELL, kept]), ["after 0.0 minutes 3 networks are held, of 2 at most"]);
    }

    #[test]
    fn of_a_short_run_the_first_third_does_not_count() {
        let steep = [0.0, 0.5, 1.0, 1.5].map(|minute| Health {
            minute,
            heap: if minute < 0.5 { 5.0 } else { 10.0 },
            ..WELL
        });
        assert_eq!(grown(&steep), [""; 0]);
        assert_eq!(grown(&[]), [""; 0]);
    }
}
