//! Endpoints: what the rules answer, rather than how they are written.

use super::Search;
use crate::changes::change::Place;
use crate::changes::kind::Kind;
use crate::endpoints::{self, Answer, Difference};
use crate::model::{ParameterValue, Partitions};

impl Search<'_> {
    /// Compares the answers in all known regions. Where no region is known, other rules count as other answers.
    pub(super) fn endpoints(&mut self, partitions: Option<&Partitions>) {
        let place = Place::Endpoints;
        let Some(partitions) = partitions else {
            if self.before.endpoint_rules != self.after.endpoint_rules {
                self.plain(Kind::EndpointAnswers, place);
            }
            return;
        };
        let mut differences = endpoints::differences(self.before, self.after, partitions);
        differences.retain(|difference| !difference.only_in_words());
        if let Some(first) = differences.first() {
            let question = question(first);
            let more = match differences.len() - 1 {
                0 => String::new(),
                more => format!("; {more} more differ"),
            };
            let was = format!("{question}: {}", answer(&first.before));
            let is = format!("{question}: {}{more}", answer(&first.after));
            self.note(Kind::EndpointAnswers, place, Some(was), Some(is));
        } else if self.before.endpoint_rules != self.after.endpoint_rules {
            self.plain(Kind::EndpointRules, place);
        }
    }
}

/// `us-east-1 with FIPS`
fn question(difference: &Difference) -> String {
    let mut words = difference
        .region
        .clone()
        .unwrap_or_else(|| "no region".to_owned());
    for (set, variant) in [
        (difference.fips, " with FIPS"),
        (difference.dual_stack, " with dual stack"),
    ] {
        words.push_str(if set { variant } else { "" });
    }
    for (name, value) in &difference.context {
        words.push_str(&format!(", {name} {}", parameter(value)));
    }
    words
}

fn parameter(value: &ParameterValue) -> String {
    match value {
        ParameterValue::String(text) => text.clone(),
        ParameterValue::Boolean(set) => set.to_string(),
        ParameterValue::StringArray(texts) => texts.join(" "),
    }
}

fn answer(answer: &Answer) -> String {
    match answer {
        Ok(endpoint) => {
            let rest = usize::from(!endpoint.headers.is_empty() || !endpoint.properties.is_empty());
            let note = ["", " with headers or properties"].get(rest).copied();
            format!("{}{}", endpoint.url, note.unwrap_or_default())
        }
        Err(error) => format!("none ({error})"),
    }
}
