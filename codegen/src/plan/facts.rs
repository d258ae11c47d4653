//! Documentation: the model's own words, else ours, and the facts that the generator knows.

use super::docs::html::markdown;
use super::docs::wrap::wrap;
use super::items::{Docs, EnumPlan, OperationPlan, TypeName, VariantPlan};
use super::names::{self, Claim};
use super::naming::Naming;
use super::{Context, Purpose};
use crate::model::{Constraints, Deprecation, Location, Member, Operation, ServiceModel, Shape, ShapeKind};

/// Width of a line of documentation.
const WIDTH: usize = 96;

/// Writes the documentation of everything.
pub(super) struct Facts<'m> {
    pub(super) naming: &'m Naming,
    model: &'m ServiceModel,
    context: &'m Context,
    /// Nothing is written where the plan is only compared: words are half of the work.
    silent: bool,
}

impl<'m> Facts<'m> {
    pub(super) fn new(
        model: &'m ServiceModel,
        context: &'m Context,
        naming: &'m Naming,
        purpose: Purpose,
    ) -> Self {
        Self {
            naming,
            model,
            context,
            silent: purpose == Purpose::Compare,
        }
    }

    /// Whether the model brings documentation along.
    pub(super) fn are_of_model(&self) -> bool {
        let operations = self
            .model
            .operations
            .values()
            .map(|operation| &operation.documentation);
        let shapes = self.model.shapes.values().map(|shape| &shape.documentation);
        operations.chain(shapes).any(Option::is_some)
    }

    /// The crate's documentation.
    pub(super) fn service(&self, package: &str, operations: &[OperationPlan], left_out: &[&str]) -> Docs {
        if self.silent {
            return Docs::new();
        }
        let metadata = &self.model.metadata;
        let words = self.words(
            self.model.documentation.as_deref(),
            self.context.docs.service.as_deref(),
        );
        let mut paragraphs = vec![format!(
            "{}, generated from its service model.",
            metadata.full_name
        )];
        paragraphs.extend(words);
        paragraphs.push(format!(
            "API version {}; generated from {}. Operations are in [`operation`], what they take and answer with in \
             [`types`], and the errors of the service in [`ServiceError`]. An operation needs no socket, clock or \
             async runtime: [`Operation::to_request`] makes an HTTP request with a relative URI, \
             [`Operation::from_response`] reads the answer.",
            metadata.api_version, self.context.package.origin
        ));
        let mut docs = self.lines(&paragraphs);
        docs.extend(example(package, operations));
        if let Some(first) = &self.context.since.first {
            docs.push(String::new());
            docs.extend(wrap(
                &format!(
                    "The oldest known revision of this API is of {first}. Members and enum values say since when they \
                     exist where that is later than what they belong to."
                ),
                WIDTH,
            ));
        }
        if !left_out.is_empty() {
            let names: Vec<String> = left_out.iter().map(|name| code(name)).collect();
            docs.push(String::new());
            docs.extend(wrap(
                &format!("Left out, for they use event streams: {}.", names.join(", ")),
                WIDTH,
            ));
        }
        docs
    }

    /// An operation's documentation, which its input structure carries.
    pub(super) fn operation(&self, operation: &Operation) -> Docs {
        if self.silent {
            return Docs::new();
        }
        let own = self
            .context
            .docs
            .operations
            .get(&operation.name)
            .map(String::as_str);
        let mut paragraphs = self.words(operation.documentation.as_deref(), own);
        if paragraphs.is_empty() {
            paragraphs.push(format!("Input of the operation {}.", code(&operation.name)));
        }
        paragraphs.extend(deprecation(operation.deprecated.as_ref()));
        let mut facts = vec![code(&format!("{} {}", operation.http.method, operation.http.uri))];
        if let Some(paginator) = self.model.paginators.get(&operation.name) {
            let keys: Vec<String> = paginator.result_keys.iter().map(|key| code(key)).collect();
            facts.push(if keys.is_empty() {
                "paginated".to_owned()
            } else {
                format!("paginated: {}", keys.join(", "))
            });
        }
        facts.extend(
            self.context
                .since
                .operations
                .get(&operation.name)
                .map(|since| format!("since {since}")),
        );
        paragraphs.push(format!("{}.", facts.join("; ")));
        if !operation.errors.is_empty() {
            let errors: Vec<String> = operation
                .errors
                .iter()
                .map(|error| code(&self.type_name(error)))
                .collect();
            paragraphs.push(format!("Errors of the service: {}.", errors.join(", ")));
        }
        self.lines(&paragraphs)
    }

    /// The documentation of an operation's output.
    pub(super) fn output(&self, operation: &Operation, input: &str) -> Docs {
        if self.silent {
            return Docs::new();
        }
        let shape = self.model.shapes.get(operation.output_shape());
        // A derive macro of the same name would make the link ambiguous.
        let kind = if names::is_derive(input) { "struct@" } else { "" };
        let mut paragraphs = vec![format!("Output of [`{kind}{input}`].")];
        if let Some(shape) = shape {
            paragraphs.extend(self.shape_words(shape));
            paragraphs.extend(deprecation(shape.deprecated.as_ref()));
        }
        self.lines(&paragraphs)
    }

    /// A shape's documentation.
    pub(super) fn shape(&self, shape: &Shape) -> Docs {
        if self.silent {
            return Docs::new();
        }
        let mut paragraphs = self.shape_words(shape);
        if paragraphs.is_empty() {
            let kind = match &shape.kind {
                ShapeKind::Structure(structure) if structure.union => "Union",
                ShapeKind::Structure(structure) if structure.error.is_some() => "Error",
                ShapeKind::Structure(_) => "Structure",
                _ => "Enum",
            };
            paragraphs.push(format!("{kind} {}.", code(&shape.name)));
        }
        paragraphs.extend(deprecation(shape.deprecated.as_ref()));
        let mut facts = Vec::new();
        if let ShapeKind::Structure(structure) = &shape.kind
            && let Some(status) = structure.error.as_ref().and_then(|error| error.status)
        {
            facts.push(format!("HTTP status {status}"));
        }
        facts.extend(
            self.context
                .since
                .shapes
                .get(&shape.name)
                .map(|since| format!("since {since}")),
        );
        if !facts.is_empty() {
            paragraphs.push(sentence(&facts));
        }
        self.lines(&paragraphs)
    }

    /// The documentation of the variant of `ServiceError` for a code.
    pub(super) fn error_variant(&self, wire_code: &str) -> Docs {
        if self.silent {
            return Docs::new();
        }
        vec![format!("The service answered with the code {}.", code(wire_code))]
    }

    /// A member's documentation.
    pub(super) fn member(&self, owner: &str, member: &Member) -> Docs {
        if self.silent {
            return Docs::new();
        }
        let own = self
            .context
            .docs
            .members
            .get(owner)
            .and_then(|members| members.get(&member.name));
        let target = self.model.shapes.get(&member.target);
        let mut paragraphs = self.words(member.documentation.as_deref(), own.map(String::as_str));
        let mut facts = vec![if self.is_payload(owner, member) {
            "the whole body".to_owned()
        } else {
            place(member)
        }];
        if member.required {
            facts.push("required".to_owned());
        }
        if member.idempotency_token {
            facts.push("filled with a fresh token where absent".to_owned());
        }
        if let Some(target) = target {
            facts.extend(constraints(target));
        }
        facts.extend(self.later_than_owner(owner, member));
        let facts = sentence(&facts);
        paragraphs.extend(deprecation(member.deprecated.as_ref()));
        match paragraphs.as_mut_slice() {
            // One short paragraph of our own takes the facts along.
            [only] if member.documentation.is_none() => *only = format!("{only} {facts}"),
            _ => paragraphs.push(facts),
        }
        self.lines(&paragraphs)
    }

    /// Plans an open enum.
    pub(super) fn enumeration(&self, shape: &str, name: TypeName, docs: Docs, values: &[String]) -> EnumPlan {
        let since = self.context.since.values.get(shape);
        let since_of = |value: &str| {
            since
                .and_then(|since| since.get(value))
                .map(String::as_str)
                .unwrap_or_default()
        };
        let claim = |value: &'_ String| (names::variant_name(value), since_of(value).to_owned());
        let claimed: Vec<(String, String)> = values.iter().map(claim).collect();
        let claims: Vec<Claim<'_>> = values
            .iter()
            .zip(&claimed)
            .map(|(key, (wanted, since))| Claim {
                key,
                wanted: wanted.clone(),
                since,
            })
            .collect();
        let variants = names::assign(&claims, &["Unrecognized"]);
        let variant = |value: &String| VariantPlan {
            name: variants.get(value).cloned().unwrap_or_default(),
            value: value.clone(),
            docs: self.value(shape, value, since_of(value)),
        };
        EnumPlan {
            name,
            docs,
            variants: values.iter().map(variant).collect(),
        }
    }

    fn value(&self, shape: &str, value: &str, since: &str) -> Docs {
        if self.silent {
            return Docs::new();
        }
        let shown = if value.is_empty() {
            "The empty text.".to_owned()
        } else {
            format!("{}.", code(value))
        };
        let own = self
            .context
            .docs
            .values
            .get(shape)
            .and_then(|values| values.get(value));
        let mut text = match own {
            Some(own) => format!("{shown} {own}"),
            None => shown,
        };
        let of_shape = self
            .context
            .since
            .shapes
            .get(shape)
            .map(String::as_str)
            .unwrap_or_default();
        if since > of_shape {
            text.push_str(&format!(" Since {since}."));
        }
        wrap(&text, WIDTH)
    }

    fn is_payload(&self, owner: &str, member: &Member) -> bool {
        let owner = self.model.shapes.get(owner).map(|shape| &shape.kind);
        matches!(owner, Some(ShapeKind::Structure(owner)) if owner.payload.as_ref() == Some(&member.name))
    }

    fn later_than_owner(&self, owner: &str, member: &Member) -> Option<String> {
        let since = &self.context.since;
        let of_member = since.members.get(owner)?.get(&member.name)?;
        (of_member > since.shapes.get(owner)?).then(|| format!("since {of_member}"))
    }

    fn shape_words(&self, shape: &Shape) -> Vec<String> {
        self.words(
            shape.documentation.as_deref(),
            self.context.docs.shapes.get(&shape.name).map(String::as_str),
        )
    }

    /// The model's documentation where it has one, else ours.
    fn words(&self, html: Option<&str>, own: Option<&str>) -> Vec<String> {
        let of_model = html.map(|html| markdown(html, &|name| self.link(name)));
        let words = of_model
            .filter(|text| !text.trim().is_empty())
            .or_else(|| own.map(str::to_owned));
        words.into_iter().collect()
    }

    fn link(&self, name: &str) -> Option<String> {
        if self.model.operations.contains_key(name) && self.naming.has_operation(name) {
            return Some(format!(
                "crate::operation::{}",
                self.naming.operation(name).0.public
            ));
        }
        self.naming
            .types
            .get(name)
            .map(|name| format!("crate::types::{}", name.public))
    }

    fn type_name(&self, shape: &str) -> String {
        self.naming
            .types
            .get(shape)
            .map_or_else(|| shape.to_owned(), |name| name.public.clone())
    }

    fn lines(&self, paragraphs: &[String]) -> Docs {
        let mut lines = Vec::new();
        for paragraph in paragraphs {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(wrap(paragraph, WIDTH));
        }
        lines
    }
}

/// A call that needs nothing, so that it holds for any service.
fn example(package: &str, operations: &[OperationPlan]) -> Docs {
    let simple =
        |operation: &&OperationPlan| operation.input.has_default() && operation.request.method == "GET";
    let Some(operation) = operations.iter().find(simple) else {
        return Vec::new();
    };
    let (name, library) = (&operation.input.name.public, package.replace('-', "_"));
    let example = format!(
        "\n```\nuse {library}::{{Operation, operation}};\n\nlet request = operation::{name}::new().to_request()?;\n\
         assert_eq!(request.method(), \"GET\");\n# Ok::<(), {library}::Error>(())\n```"
    );
    example.lines().map(str::to_owned).collect()
}

/// Where a message holds a member.
fn place(member: &Member) -> String {
    let name = code(member.wire_name());
    match member.location {
        Location::Body => format!("wire name {name}"),
        Location::Label => format!("label {name} of the URI"),
        Location::Query => format!("query parameter {name}"),
        Location::Header => format!("header {name}"),
        Location::PrefixHeaders => format!("headers that begin with {name}"),
        Location::StatusCode => "status of the response".to_owned(),
    }
}

fn constraints(shape: &Shape) -> Vec<String> {
    let unit = match &shape.kind {
        ShapeKind::String { .. } => " characters",
        ShapeKind::List(_) => " items",
        ShapeKind::Map(_) => " entries",
        ShapeKind::Blob { .. } => " bytes",
        _ => "",
    };
    let Constraints { pattern, .. } = &shape.constraints;
    let pattern = pattern
        .as_ref()
        .map(|pattern| format!("matches {}", code(pattern)));
    shape.constraints.range(unit).into_iter().chain(pattern).collect()
}

fn deprecation(deprecated: Option<&Deprecation>) -> Option<String> {
    let deprecation = deprecated?;
    let mut text = "**Deprecated**".to_owned();
    if let Some(since) = &deprecation.since {
        text.push_str(&format!(" since {}", markdown(since, &|_| None)));
    }
    match &deprecation.message {
        Some(message) => text.push_str(&format!(": {}", markdown(message, &|_| None))),
        None => text.push('.'),
    }
    Some(text)
}

fn sentence(facts: &[String]) -> String {
    let mut text = facts.join("; ");
    if let Some(first) = text.chars().next() {
        text.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    text.push('.');
    text
}

/// A code span; its fence is longer than any run of backticks inside.
fn code(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let longest = text
        .split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    if longest == 0 && !text.is_empty() {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}
