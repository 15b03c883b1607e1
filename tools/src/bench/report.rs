//! The report, bench/latest.md: a section for each part, of which a run replaces those that it has measured.

/// What stands above the sections.
const HEAD: &str = "\
# The bench

Written by `cargo run -- bench`. Speed belongs to a machine, and to what else it does: read the figures of one section
against one another, and not against those of another day.
";

/// The report with a section of this title and text in the place of an older one of that title. `titles` are those of all
/// sections, in their order; what is under another heading is left out.
pub fn with_section(report: &str, title: &str, text: &str, titles: &[&str]) -> String {
    let mut out = HEAD.to_owned();
    for known in titles {
        let section = if *known == title { Some(text) } else { section(report, known) };
        if let Some(section) = section {
            out.push_str(&format!("\n## {known}\n\n{}\n", section.trim()));
        }
    }
    out
}

/// The text under a heading, up to the next one.
pub fn section<'a>(report: &'a str, title: &str) -> Option<&'a str> {
    let heading = format!("\n## {title}\n");
    let (_, rest) = report.split_once(&heading)?;
    Some(rest.split("\n## ").next().unwrap_or(rest).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_quotes_the_report() {
        let (readme, report) = (include_str!("../../../README.md"), include_str!("../../../bench/latest.md"));
        let speed = section(readme, "Speed").expect("the README has a section on speed");
        let quotes = |line: &&str| line.starts_with('|') || line.starts_with("Measured on ");
        let quoted: Vec<&str> = speed.lines().filter(quotes).collect();
        assert!(quoted.len() > 2, "it quotes a table");
        for line in quoted {
            assert!(
                report.contains(line),
                "bench/latest.md has no such line, copy those that it has: {line}"
            );
        }
    }

    const TITLES: [&str; 3] = ["A", "B", "C"];

    #[test]
    fn a_part_replaces_its_own_section_and_keeps_the_others() {
        let first = with_section("", "B", "two\n\nlines", &TITLES);
        let both = with_section(&first, "A", "one", &TITLES);
        assert_eq!(both, format!("{HEAD}\n## A\n\none\n\n## B\n\ntwo\n\nlines\n"));
        let newer = with_section(&both, "B", "newer", &TITLES);
        assert_eq!(section(&newer, "A"), Some("one"));
        assert_eq!(section(&newer, "B"), Some("newer"));
        assert_eq!(section(&newer, "C"), None);
    }
}
