//! What the programs share.

use macie2::runtime::{Bytes, http};

/// A response of status 200.
pub fn ok(body: String) -> http::Response<Bytes> {
    http::Response::new(Bytes::from(body))
}
