//! Operations.

use std::collections::BTreeMap;

use super::keys::On;
use super::reader::{Discouraged, Reader};
use crate::model::{Auth, Http, Operation, Reference};
use crate::read::json::Node;

/// The methods that a request can have.
const METHODS: [(&str, &str); 7] = [
    ("GET", "GET"),
    ("PUT", "PUT"),
    ("POST", "POST"),
    ("DELETE", "DELETE"),
    ("PATCH", "PATCH"),
    ("HEAD", "HEAD"),
    ("OPTIONS", "OPTIONS"),
];

impl Reader<'_, '_> {
    pub(super) fn operation(&mut self, name: &str, node: &Node<'_, '_>) -> Option<Operation> {
        let mut operation = empty_operation(name);
        let mut discouraged = Discouraged::default();
        for (key, child) in self.object(node) {
            match key {
                // Of CloudFront's it ends with the API's version, by which nobody calls them.
                "name" => _ = self.text(&child),
                "documentation" => operation.documentation = self.text(&child),
                "http" => operation.http = self.http(&child),
                "input" => operation.input = Some(self.reference(&child)),
                "output" => operation.output = Some(self.reference(&child)),
                "errors" => operation.errors = self.errors(&child),
                "deprecated" | "deprecatedMessage" | "deprecatedSince" => {
                    discouraged.read(self, key, &child);
                }
                "endpoint" => operation.host_prefix = self.host_prefix(&child),
                "httpChecksumRequired" => operation.checksum_required |= self.flag(&child),
                "httpChecksum" => operation.checksum_required |= self.checksum(&child),
                "idempotent" => operation.idempotent = self.flag(&child),
                "readonly" => operation.readonly = self.flag(&child),
                "staticContextParams" => {
                    operation.static_context_params =
                        self.named(&child, |reader, _, node| reader.static_context_param(node));
                }
                "operationContextParams" => {
                    operation.operation_context_params =
                        self.named(&child, |reader, _, node| reader.operation_context_param(node));
                }
                "auth" | "authtype" | "unsignedPayload" => self.auth(&mut operation.auth, key, &child),
                _ => self.other_key(On::Operation, key, &child),
            }
        }
        operation.deprecated = discouraged.finish();
        if node.get("http").is_none() {
            self.missing(
                node,
                "http",
                "an operation says its `method` and `requestUri` there",
            );
        }
        Some(operation)
    }

    fn http(&mut self, node: &Node<'_, '_>) -> Http {
        let mut http = Http {
            method: String::new(),
            uri: String::new(),
            response_code: None,
        };
        for (key, child) in self.object(node) {
            match key {
                "method" => {
                    http.method = self
                        .choice(&child, "HTTP method", &METHODS)
                        .unwrap_or_default()
                        .to_owned();
                }
                "requestUri" => http.uri = self.text(&child).unwrap_or_default(),
                "responseCode" => http.response_code = self.status(&child),
                _ => self.other_key(On::Http, key, &child),
            }
        }
        for (key, help) in [
            ("method", "it is the HTTP method of the request, such as `GET`"),
            (
                "requestUri",
                "it is the path of the request, such as `/things/{id}`",
            ),
        ] {
            if node.get(key).is_none() {
                self.missing(node, key, help);
            }
        }
        http
    }

    /// A reference to a shape, as operations, lists and maps have it.
    pub(super) fn reference(&mut self, node: &Node<'_, '_>) -> Reference {
        let mut reference = Reference {
            shape: String::new(),
            location_name: None,
            documentation: None,
        };
        for (key, child) in self.object(node) {
            match key {
                "shape" => reference.shape = self.text(&child).unwrap_or_default(),
                "locationName" => reference.location_name = self.text(&child),
                "documentation" => reference.documentation = self.text(&child),
                _ => self.other_key(On::Reference, key, &child),
            }
        }
        self.needs_shape(node);
        reference
    }

    /// Notes where something that refers to a shape names none.
    pub(super) fn needs_shape(&mut self, node: &Node<'_, '_>) {
        match node.get("shape") {
            None => self.missing(node, "shape", "it names the shape that is meant"),
            Some(shape) if shape.value.as_str() == Some("") => {
                let help = "write the name of the shape that is meant";
                self.problems
                    .at(&shape)
                    .error("the name of a shape is empty")
                    .help(help);
            }
            Some(_) => {}
        }
    }

    /// The names of the errors, each once: real models list some twice.
    fn errors(&mut self, node: &Node<'_, '_>) -> Vec<String> {
        let mut errors: Vec<String> = Vec::new();
        for item in self.array(node) {
            let error = self.reference(&item).shape;
            if !errors.contains(&error) {
                errors.push(error);
            }
        }
        errors
    }

    fn host_prefix(&mut self, node: &Node<'_, '_>) -> Option<String> {
        let mut prefix = None;
        for (key, child) in self.object(node) {
            match key {
                "hostPrefix" => prefix = self.text(&child),
                _ => self.other_key(On::Endpoint, key, &child),
            }
        }
        prefix
    }

    fn checksum(&mut self, node: &Node<'_, '_>) -> bool {
        let mut required = false;
        for (key, child) in self.object(node) {
            match key {
                "requestChecksumRequired" => required = self.flag(&child),
                _ => self.other_key(On::Checksum, key, &child),
            }
        }
        required
    }

    /// One of the three keys by which models say how an operation is authenticated.
    fn auth(&mut self, auth: &mut Auth, key: &str, node: &Node<'_, '_>) {
        let none = [
            ("none", Auth::None),
            ("v4-unsigned-body", Auth::UnsignedPayload),
            ("v4", Auth::Service),
        ];
        match key {
            "authtype" => *auth = self.choice(node, "authtype", &none).unwrap_or(*auth),
            "auth" => {
                if self
                    .texts(node)
                    .iter()
                    .any(|scheme| scheme == "smithy.api#noAuth")
                {
                    *auth = Auth::None;
                }
            }
            _ => {
                if self.flag(node) && *auth == Auth::Service {
                    *auth = Auth::UnsignedPayload;
                }
            }
        }
    }
}

fn empty_operation(name: &str) -> Operation {
    Operation {
        name: name.to_owned(),
        documentation: None,
        http: Http {
            method: String::new(),
            uri: String::new(),
            response_code: None,
        },
        input: None,
        output: None,
        errors: Vec::new(),
        deprecated: None,
        auth: Auth::Service,
        host_prefix: None,
        checksum_required: false,
        idempotent: false,
        readonly: false,
        static_context_params: BTreeMap::new(),
        operation_context_params: BTreeMap::new(),
    }
}
