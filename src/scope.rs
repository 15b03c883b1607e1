//! The scope of a pass: one colour, or a batch.

use serde::{Deserialize, Serialize};

use crate::data::{Bytes, Sample};

/// The samples that a pass is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", try_from = "Form")]
pub enum Scope {
    /// One colour with its teacher label.
    Colour(Sample),
    /// The batch of training colours at the present step: all of them with a full batch.
    Batch,
}

/// How a scope is written. Read by its kind alone, `serde` would first keep a copy of anything it may hold,
/// at the cost of much code.
#[derive(Deserialize)]
#[serde(expecting = "internally tagged enum Scope")]
struct Form {
    kind: FormKind,
    rgb: Option<Bytes>,
    label: Option<usize>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum FormKind {
    Colour,
    Batch,
}

impl TryFrom<Form> for Scope {
    type Error = &'static str;

    fn try_from(form: Form) -> Result<Self, Self::Error> {
        match form.kind {
            FormKind::Batch => Ok(Scope::Batch),
            FormKind::Colour => {
                let input = form.rgb.ok_or("missing field `rgb`")?;
                let label = form.label.ok_or("missing field `label`")?;
                Ok(Scope::Colour(Sample { input, label }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_read_as_it_is_written() {
        let colour = Scope::Colour(Sample::colour([1, 2, 3], 2));
        for (text, scope) in
            [(r#"{"kind":"colour","rgb":[1,2,3],"label":2}"#, colour), (r#"{"kind":"batch"}"#, Scope::Batch)]
        {
            assert_eq!(serde_json::from_str::<Scope>(text).unwrap(), scope);
            assert_eq!(serde_json::to_string(&scope).unwrap(), text);
        }
        let problem = serde_json::from_str::<Scope>(r#"{"kind":"colour","label":0}"#).unwrap_err();
        assert!(problem.to_string().contains("missing field `rgb`"), "{problem}");
    }
}
