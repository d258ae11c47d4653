//! The `metadata` of a service.

use super::empty_model;
use super::keys::On;
use super::reader::Reader;
use crate::model::{Metadata, Protocol};
use crate::read::json::Node;

impl Reader<'_, '_> {
    pub(super) fn metadata(&mut self, node: &Node<'_, '_>) -> Metadata {
        let mut metadata = empty_model().metadata;
        for (key, child) in self.object(node) {
            match key {
                "apiVersion" => metadata.api_version = self.text(&child).unwrap_or_default(),
                "endpointPrefix" => metadata.endpoint_prefix = self.text(&child).unwrap_or_default(),
                "serviceId" => metadata.service_id = self.text(&child),
                "serviceFullName" => metadata.full_name = self.text(&child).unwrap_or_default(),
                "serviceAbbreviation" => metadata.abbreviation = self.text(&child),
                "protocol" => {
                    let names = Protocol::ALL.map(|protocol| (protocol.as_str(), protocol));
                    metadata.protocol = self
                        .choice(&child, "protocol", &names)
                        .unwrap_or(Protocol::RestJson);
                }
                "signingName" => metadata.signing_name = self.text(&child),
                "signatureVersion" => metadata.signature_version = self.text(&child),
                "auth" => metadata.auth = self.texts(&child),
                "globalEndpoint" => metadata.global_endpoint = self.text(&child),
                _ => self.other_key(On::Metadata, key, &child),
            }
        }
        self.needed(node);
        if metadata.full_name.is_empty() {
            let name = metadata.service_id.as_ref().unwrap_or(&metadata.endpoint_prefix);
            metadata.full_name.clone_from(name);
        }
        metadata
    }

    fn needed(&mut self, node: &Node<'_, '_>) {
        let needed = [
            (
                "apiVersion",
                "it names the version of the API, such as `2020-01-01`",
            ),
            (
                "endpointPrefix",
                "it is the first part of the service's host names",
            ),
            ("protocol", "it names the wire protocol, such as `rest-json`"),
        ];
        for (key, help) in needed {
            match node.get(key) {
                None => self.missing(node, key, help),
                Some(child) if child.value.as_str() == Some("") => {
                    self.problems
                        .at(&child)
                        .error(format!("`{key}` is empty"))
                        .help(help);
                }
                Some(_) => {}
            }
        }
        if node.get("serviceFullName").is_none() {
            let help = "the service's id is used in its place: add the name by which people know the service";
            self.problems
                .at_key(node)
                .warning("`serviceFullName` is missing")
                .help(help);
        }
    }
}
