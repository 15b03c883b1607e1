//! Cuts the functions with marked statements out of a source file. Used by the build script alone.

/// Begins the comment that names the tensor which its statement sets.
const MARK: &str = "// sets ";

/// A marked statement in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The name of the tensor, as in an address.
    pub sets: String,
    /// The line of the statement, from 1.
    pub line: usize,
    /// The line on which the function around it begins, from 1.
    pub first: usize,
    /// The function, without the indentation its lines share and without the marks.
    pub function: String,
}

/// Every marked statement of a file that stands in a function, the first of those that set the same tensor.
pub fn cuts(text: &str) -> Vec<Cut> {
    let lines: Vec<&str> = text.lines().collect();
    let mut cuts: Vec<Cut> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some((_, sets)) = line.split_once(MARK)
            && !cuts.iter().any(|cut| cut.sets == sets)
            && let Some((first, function)) = function(&lines, at)
        {
            cuts.push(Cut { sets: sets.to_owned(), line: at + 1, first: first + 1, function });
        }
    }
    cuts
}

/// The function around a line: where it begins, and its text.
fn function(lines: &[&str], at: usize) -> Option<(usize, String)> {
    let begins =
        |line: &str| line.trim_start().starts_with("fn ") || line.trim_start().starts_with("pub fn ");
    let first = (0..=at).rev().find(|&i| begins(lines[i]))?;
    let indent = lines[first].len() - lines[first].trim_start().len();
    let end = (at..lines.len()).find(|&i| lines[i].trim() == "}" && lines[i].len() == indent + 1)?;
    let shown = lines[first..=end].iter().map(|line| {
        let code = line.split_once(MARK).map_or(*line, |(code, _)| code);
        code.get(indent..).unwrap_or("").trim_end()
    });
    Some((first, shown.collect::<Vec<_>>().join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "impl A {\n    fn one(&self) {\n        let a = 1;\n    }\n\n    fn two(&self) {\n        dx = 2; // sets dx\n        db = 3; // sets db\n    }\n}\n";

    #[test]
    fn a_marked_statement_is_cut_out_with_its_function() {
        let function = "fn two(&self) {\n    dx = 2;\n    db = 3;\n}".to_owned();
        let cut =
            |sets: &str, line| Cut { sets: sets.to_owned(), line, first: 6, function: function.clone() };
        assert_eq!(cuts(TEXT), [cut("dx", 7), cut("db", 8)]);
    }

    #[test]
    fn of_two_that_set_the_same_tensor_the_first_counts() {
        let twice = TEXT.replace("// sets db", "// sets dx");
        assert_eq!(cuts(&twice).iter().map(|cut| cut.line).collect::<Vec<_>>(), [7]);
    }

    #[test]
    fn without_a_mark_nothing_is_cut_out() {
        assert!(cuts("fn a() {\n    let b = 1;\n}\n").is_empty());
    }
}
