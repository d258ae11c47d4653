//! What differs between two revisions, named for people.

use std::collections::BTreeSet;

use serde_json::Value;

use super::timeline::Facts;

/// How many differences are named.
const NAMED: usize = 4;

/// The places that differ, such as `service-2.json: /shapes/EncryptionType`, the first few by name.
pub(super) fn differences(ours: &Facts, theirs: &Facts) -> String {
    let files: BTreeSet<_> = ours.keys().chain(theirs.keys()).collect();
    let mut places = Vec::new();
    for file in files {
        match (ours.get(file), theirs.get(file)) {
            (Some(ours), Some(theirs)) if ours == theirs => {}
            (Some(ours), Some(theirs)) => {
                let pointers = pointers(ours, theirs)
                    .into_iter()
                    .map(|pointer| format!("{file}: {pointer}"));
                places.extend(pointers);
            }
            (Some(_), None) => places.push(format!("{file} is only in the imported revision")),
            (None, _) => places.push(format!("{file} is only in the new one")),
        }
    }
    let more = places.len().saturating_sub(NAMED);
    places.truncate(NAMED);
    if more > 0 {
        places.push(format!("and {more} more"));
    }
    places.join(", ")
}

/// The entries that differ, two levels deep: operations and shapes.
fn pointers(ours: &str, theirs: &str) -> Vec<String> {
    let parse = |text| serde_json::from_str::<Value>(text).unwrap_or_default();
    let (ours, theirs) = (parse(ours), parse(theirs));
    let mut found = Vec::new();
    for key in differing(&ours, &theirs) {
        let below = differing(child(&ours, &key), child(&theirs, &key));
        if below.is_empty() {
            found.push(format!("/{key}"));
        }
        found.extend(below.into_iter().map(|name| format!("/{key}/{name}")));
    }
    found
}

fn differing(ours: &Value, theirs: &Value) -> Vec<String> {
    let (Value::Object(ours), Value::Object(theirs)) = (ours, theirs) else {
        return Vec::new();
    };
    let keys: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
    keys.into_iter()
        .filter(|key| ours.get(*key) != theirs.get(*key))
        .cloned()
        .collect()
}

fn child<'a>(value: &'a Value, key: &str) -> &'a Value {
    value.get(key).unwrap_or(&Value::Null)
}

#[cfg(test)]
mod tests {
    use super::{Facts, differences};

    fn facts(files: &[(&'static str, &str)]) -> Facts {
        files
            .iter()
            .map(|(name, text)| (*name, (*text).to_owned()))
            .collect()
    }

    #[test]
    fn operations_and_shapes_are_named() {
        let ours = facts(&[(
            "service-2.json",
            r#"{"version":"2.0","shapes":{"A":1,"B":2,"C":3}}"#,
        )]);
        let theirs = facts(&[(
            "service-2.json",
            r#"{"version":"2.1","shapes":{"A":1,"B":5,"D":3}}"#,
        )]);
        let expected = "service-2.json: /shapes/B, service-2.json: /shapes/C, service-2.json: /shapes/D, \
                        service-2.json: /version";
        assert_eq!(differences(&ours, &theirs), expected);
    }

    #[test]
    fn a_file_that_only_one_has_is_named() {
        let (ours, theirs) = (facts(&[("a.json", "{}")]), facts(&[("b.json", "{}")]));
        let expected = "a.json is only in the imported revision, b.json is only in the new one";
        assert_eq!(differences(&ours, &theirs), expected);
    }
}
