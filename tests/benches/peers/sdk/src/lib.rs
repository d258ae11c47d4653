//! An SDK operation without a transport: its serializer and deserializer, called directly.

use std::any::Any;
use std::fmt::Debug;

use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{
    DeserializeResponse, SerializeRequest, SharedRequestSerializer, SharedResponseDeserializer,
};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer};

/// An operation of the SDK.
pub struct Operation {
    config: FrozenLayer,
    bag: ConfigBag,
}

impl Operation {
    /// The operation behind an SDK's operation type.
    pub fn new(operation: impl RuntimePlugin) -> Self {
        let config = operation.config().expect("an operation has a configuration");
        let mut bag = ConfigBag::base();
        bag.push_shared_layer(config.clone());
        Self { config, bag }
    }

    /// The HTTP request of an input.
    pub fn request(&mut self, input: impl Any + Send + Sync + Debug) -> HttpRequest {
        let serializer = self
            .config
            .load::<SharedRequestSerializer>()
            .expect("a serializer");
        serializer
            .serialize_input(Input::erase(input), &mut self.bag)
            .expect("a valid input")
    }

    /// The output of an HTTP response.
    pub fn response<O: Any + Send + Sync + Debug>(&self, response: &HttpResponse) -> O {
        let deserializer = self
            .config
            .load::<SharedResponseDeserializer>()
            .expect("a deserializer");
        let output = deserializer.deserialize_nonstreaming_with_config(response, &self.bag);
        output
            .expect("a response of the operation")
            .downcast()
            .expect("the operation's output")
    }
}

/// A response of status 200.
pub fn ok(body: String) -> HttpResponse {
    let status = 200.try_into().expect("a status");
    HttpResponse::new(status, SdkBody::from(body))
}
