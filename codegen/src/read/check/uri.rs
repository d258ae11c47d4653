//! The patterns of request URIs and host names.

use std::collections::BTreeSet;

/// A label of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label<'u> {
    pub(super) name: &'u str,
    pub(super) greedy: bool,
}

/// What is wrong with a pattern, and what to do about it.
pub(super) type Wrong = (String, &'static str);

const LABEL: &str = "a label is a whole segment of the path: `/things/{id}`, or `/{key+}` for the rest of it";

/// The labels of a request URI.
pub(super) fn uri_labels(uri: &str) -> (Vec<Label<'_>>, Vec<Wrong>) {
    let mut wrong = Vec::new();
    let mut labels: Vec<Label<'_>> = Vec::new();
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    if !path.starts_with('/') {
        wrong.push((
            "a request URI that does not begin with `/`".to_owned(),
            "write the path from its root",
        ));
    }
    if query.contains(['{', '}']) {
        let help = "the query of a pattern is literal: bind the member with `\"location\": \"querystring\"`";
        wrong.push(("a label in the query of a request URI".to_owned(), help));
    }
    if let Some(odd) = uri
        .chars()
        .find(|c| !c.is_ascii_graphic() || matches!(c, '#' | '"' | '<' | '>' | '\\' | '^' | '`' | '|'))
    {
        let message = format!("`{}` can't stand in a URI", odd.escape_debug());
        wrong.push((message, "write it percent-encoded, or remove it"));
    }
    for segment in path.split('/').filter(|segment| segment.contains(['{', '}'])) {
        match label(segment) {
            Some(label) => labels.push(label),
            None => wrong.push((format!("`{segment}` is not how a label is written"), LABEL)),
        }
    }
    wrong.extend(repeated(&labels));
    let greedy = labels.iter().position(|label| label.greedy);
    if let Some(greedy) = greedy.filter(|greedy| greedy + 1 < labels.len()) {
        let name = labels.get(greedy).map_or("", |label| label.name);
        let help = "a greedy label takes all segments that are left: only the last label can be one";
        wrong.push((
            format!("the greedy label `{{{name}+}}` is followed by another label"),
            help,
        ));
    }
    (labels, wrong)
}

/// The labels of a host prefix.
pub(super) fn host_labels(prefix: &str) -> (Vec<Label<'_>>, Vec<Wrong>) {
    let mut labels = Vec::new();
    let mut rest = prefix;
    let wrong = |what: &str| {
        let help = "a host prefix is made of letters, digits, `-`, `.` and labels such as `{AccountId}`";
        vec![(format!("`{what}` can't stand in a host prefix"), help)]
    };
    while let Some((before, from)) = rest.split_once('{') {
        let Some((name, after)) = from.split_once('}').filter(|(name, _)| is_name(name)) else {
            return (labels, wrong(prefix));
        };
        if let Some(odd) = before.chars().find(|c| !is_host(*c)) {
            return (labels, wrong(&odd.escape_debug().to_string()));
        }
        labels.push(Label { name, greedy: false });
        rest = after;
    }
    match rest.chars().find(|c| !is_host(*c)) {
        Some(odd) => (labels, wrong(&odd.escape_debug().to_string())),
        None => (labels, Vec::new()),
    }
}

fn label(segment: &str) -> Option<Label<'_>> {
    let content = segment.strip_prefix('{')?.strip_suffix('}')?;
    let (name, greedy) = content
        .strip_suffix('+')
        .map_or((content, false), |name| (name, true));
    is_name(name).then_some(Label { name, greedy })
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['{', '}', '+', '/'])
}

fn is_host(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '.')
}

fn repeated(labels: &[Label<'_>]) -> Vec<Wrong> {
    let mut seen = BTreeSet::new();
    let repeated = labels.iter().filter(|label| !seen.insert(label.name));
    let wrong = |label: &Label<'_>| {
        (
            format!("the label `{}` stands twice in a request URI", label.name),
            "remove or rename one of the two",
        )
    };
    repeated.map(wrong).collect()
}
