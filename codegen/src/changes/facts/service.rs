//! What a service says of itself.

use super::{Search, came_and_went};
use crate::changes::change::Place;
use crate::changes::kind::Kind;
use crate::model::{ParameterKind, ServiceModel};

impl Search<'_> {
    pub(super) fn service(&mut self) {
        let (before, after) = (&self.before.metadata, &self.after.metadata);
        let place = &Place::Service;
        for (before, after) in [
            (&before.service_id, &after.service_id),
            (&before.abbreviation, &after.abbreviation),
        ] {
            self.compare_options(Kind::Identity, place, before.as_ref(), after.as_ref());
        }
        for (before, after) in [
            (&before.full_name, &after.full_name),
            (&before.api_version, &after.api_version),
            (&before.endpoint_prefix, &after.endpoint_prefix),
        ] {
            self.compare(Kind::Identity, place, before, after);
        }
        let protocols = (before.protocol.as_str(), after.protocol.as_str());
        self.compare(Kind::Protocol, place, &protocols.0, &protocols.1);
        let name = |signing: &Option<String>, prefix: &String| signing.as_ref().unwrap_or(prefix).clone();
        self.compare(
            Kind::SigningName,
            place,
            &name(&before.signing_name, &before.endpoint_prefix),
            &name(&after.signing_name, &after.endpoint_prefix),
        );
        self.compare_options(
            Kind::AuthRemoved,
            place,
            before.signature_version.as_ref(),
            after.signature_version.as_ref(),
        );
        let (went, came) = came_and_went(&before.auth, &after.auth);
        for scheme in went {
            self.note(Kind::AuthRemoved, place.clone(), Some(scheme.clone()), None);
        }
        for scheme in came {
            self.note(Kind::AuthAdded, place.clone(), None, Some(scheme.clone()));
        }
        let params = |model: &ServiceModel| -> Vec<(String, ParameterKind)> {
            let params = model.client_context_params.iter();
            params.map(|(name, param)| (name.clone(), param.kind)).collect()
        };
        if params(self.before) != params(self.after) {
            self.plain(Kind::RequestTrait, place.clone());
        }
        self.documentation(
            self.before.documentation.as_deref(),
            self.after.documentation.as_deref(),
        );
    }
}
