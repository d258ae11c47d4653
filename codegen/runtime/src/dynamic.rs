//! Calls by name, with JSON in and out.

use bytes::Bytes;
use serde_json::Value;

use crate::form::{self, Serde, Strict};
use crate::{InvalidInput, Operation};

/// Makes an operation's request from its input in the serde form.
///
/// # Errors
///
/// A key that the input does not have at any depth, a missing required member, or a value that can't be sent.
pub fn request<O>(input: Value) -> Result<http::Request<Bytes>, O::Error>
where
    O: Operation<Error: From<InvalidInput>> + form::Value<Strict>,
{
    match form::read::<Strict, O, _>(input) {
        Ok(Some(operation)) => operation.to_request(),
        Ok(None) => {
            Err(InvalidInput::new(O::NAME, "the input is null; give an object, `{}` at least").into())
        }
        Err(problem) => Err(InvalidInput::new(O::NAME, &problem.to_string()).into()),
    }
}

/// Reads an operation's answer as its output in the serde form.
///
/// # Errors
///
/// An error of the service, or an answer that is not what the model says.
pub fn response<O>(response: http::Response<Bytes>) -> Result<Value, O::Error>
where
    O: Operation<Error: From<InvalidInput>>,
    O::Output: form::Value<Serde>,
{
    let output = O::from_response(response)?;
    let json = form::Value::<Serde>::write(&output, serde_json::value::Serializer);
    json.map_err(|problem| InvalidInput::new(O::NAME, &problem.to_string()).into())
}

/// The error for a name that no operation has.
#[cold]
pub fn unknown_operation(name: &str, known: &[&str]) -> InvalidInput {
    let near = known.iter().find(|known| known.eq_ignore_ascii_case(name));
    let hint = match near {
        Some(near) => format!("there is no operation `{name}`; did you mean `{near}`?"),
        None => format!("there is no operation `{name}`; the names are in `dynamic::OPERATIONS`"),
    };
    InvalidInput::new("dynamic", &hint)
}

/// The functions of a generated crate's `dynamic` module, from one line an operation.
#[macro_export]
macro_rules! dynamic {
    ($error:ident {$($name:literal => $operation:ident,)*}) => {
        /// The names of all operations, sorted.
        pub const OPERATIONS: &[&str] = &[$($name),*];

        /// Makes the request of the operation of that name from its input in the serde form.
        ///
        /// # Errors
        ///
        /// An unknown operation, a key that its input does not have at any depth, a missing required member, or a
        /// value that can't be sent. What the model requires deeper down is checked where only inputs hold it.
        pub fn request(
            operation: &str,
            input: $crate::serde_json::Value,
        ) -> ::core::result::Result<$crate::http::Request<$crate::bytes::Bytes>, $error> {
            match operation {
                $($name => $crate::dynamic::request::<operation::$operation>(input),)*
                _ => ::core::result::Result::Err($crate::dynamic::unknown_operation(operation, OPERATIONS).into()),
            }
        }

        /// Reads the answer of the operation of that name as its output in the serde form.
        ///
        /// # Errors
        ///
        /// An unknown operation, an error of the service, or an answer that is not what the model says.
        pub fn response(
            operation: &str,
            response: $crate::http::Response<$crate::bytes::Bytes>,
        ) -> ::core::result::Result<$crate::serde_json::Value, $error> {
            match operation {
                $($name => $crate::dynamic::response::<operation::$operation>(response),)*
                _ => ::core::result::Result::Err($crate::dynamic::unknown_operation(operation, OPERATIONS).into()),
            }
        }
    };
}
