//! Operations: their HTTP traits, their input and output, their errors.

use super::{Search, came_and_went};
use crate::changes::change::Place;
use crate::changes::kind::Kind;
use crate::model::{Auth, Http, Operation, Reference};

impl Search<'_> {
    pub(super) fn operations(&mut self) {
        let (before, after) = (&self.before.operations, &self.after.operations);
        for (name, operation) in before {
            match after.get(name) {
                Some(now) => self.operation(operation, now),
                None => {
                    let was = Some(http(&operation.http));
                    self.note(Kind::OperationRemoved, Place::Operation(name.clone()), was, None);
                }
            }
        }
        for (name, operation) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
            let is = Some(http(&operation.http));
            self.note(Kind::OperationAdded, Place::Operation(name.clone()), None, is);
        }
    }

    fn operation(&mut self, before: &Operation, after: &Operation) {
        let place = &Place::Operation(before.name.clone());
        self.compare(Kind::Method, place, &before.http.method, &after.http.method);
        self.compare(Kind::Uri, place, &before.http.uri, &after.http.uri);
        let codes = (before.http.response_code, after.http.response_code);
        self.compare_options(Kind::SuccessCode, place, codes.0.as_ref(), codes.1.as_ref());
        self.end(
            Kind::InputShape,
            place,
            before.input.as_ref(),
            after.input.as_ref(),
        );
        self.end(
            Kind::OutputShape,
            place,
            before.output.as_ref(),
            after.output.as_ref(),
        );
        self.errors(place, before, after);
        self.deprecation(place, before.deprecated.as_ref(), after.deprecated.as_ref());
        self.authentication(place, before.auth, after.auth);
        if before.static_context_params != after.static_context_params
            || before.operation_context_params != after.operation_context_params
        {
            self.plain(Kind::RequestTrait, place.clone());
        }
        let prefixes = (before.host_prefix.as_ref(), after.host_prefix.as_ref());
        self.compare_options(Kind::HostPrefix, place, prefixes.0, prefixes.1);
        for (trait_name, before, after) in [
            (
                "checksum required",
                before.checksum_required,
                after.checksum_required,
            ),
            ("idempotent", before.idempotent, after.idempotent),
            ("read-only", before.readonly, after.readonly),
        ] {
            let kind = if trait_name == "checksum required" {
                Kind::RequestTrait
            } else {
                Kind::CallTrait
            };
            let words = |set: bool| set.then_some(trait_name);
            self.compare_options(kind, place, words(before).as_ref(), words(after).as_ref());
        }
        self.documentation(before.documentation.as_deref(), after.documentation.as_deref());
    }

    /// An operation's input or output.
    fn end(&mut self, kind: Kind, place: &Place, before: Option<&Reference>, after: Option<&Reference>) {
        let shape = |end: Option<&Reference>| end.map(|end| end.shape.clone());
        let wire_name = |end: Option<&Reference>| end.and_then(|end| end.location_name.clone());
        let (was, is) = (shape(before), shape(after));
        let renamed = was
            .as_deref()
            .zip(is.as_deref())
            .is_some_and(|(was, is)| self.renames.new_name(was) == Some(is));
        if !renamed {
            self.compare_options(kind, place, was.as_ref(), is.as_ref());
            if let (Some(was), Some(is)) = (was, is)
                && !self.before.shapes.contains_key(&is)
            {
                // The operation's items may stay what they are while what is behind them does not.
                self.replaced.push((was, is));
            }
        }
        let (was, is) = (wire_name(before), wire_name(after));
        self.compare_options(Kind::WireName, place, was.as_ref(), is.as_ref());
    }

    fn errors(&mut self, place: &Place, before: &Operation, after: &Operation) {
        let renamed = |name: &String| self.renames.new_name(name).unwrap_or(name).to_owned();
        let now: Vec<String> = before.errors.iter().map(renamed).collect();
        let (went, came) = came_and_went(&now, &after.errors);
        for error in went {
            self.note(Kind::ErrorRemoved, place.clone(), Some(error.clone()), None);
        }
        for error in came {
            self.note(Kind::ErrorAdded, place.clone(), None, Some(error.clone()));
        }
    }

    fn authentication(&mut self, place: &Place, before: Auth, after: Auth) {
        let words = |auth: Auth| match auth {
            Auth::Service => "as the service",
            Auth::UnsignedPayload => "unsigned payload",
            Auth::None => "none",
        };
        self.compare(Kind::AuthRemoved, place, &words(before), &words(after));
    }
}

fn http(http: &Http) -> String {
    format!("{} {}", http.method, http.uri)
}
