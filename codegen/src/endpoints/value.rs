//! Values of expressions, and their parts.

use std::borrow::Cow;
use std::rc::Rc;

use super::host;
use crate::model::{ParameterValue, Partition, Step};

/// The value of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Boolean(bool),
    Integer(i64),
    List(Rc<[String]>),
    Partition(&'a Partition),
    Arn(Rc<Arn>),
    Url(Rc<Url>),
}

/// The parts of an Amazon resource name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Arn {
    partition: String,
    service: String,
    region: String,
    account_id: String,
    resource_id: Rc<[String]>,
}

/// The parts of a URL.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Url {
    scheme: String,
    authority: String,
    path: String,
    normalized_path: String,
    is_ip: bool,
}

impl<'a> Value<'a> {
    pub(super) fn of(value: &'a ParameterValue) -> Self {
        match value {
            ParameterValue::String(text) => Self::Text(Cow::Borrowed(text)),
            ParameterValue::Boolean(truth) => Self::Boolean(*truth),
            ParameterValue::StringArray(texts) => Self::List(texts.as_slice().into()),
        }
    }

    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(Cow::Owned(text.into()))
    }

    /// The part that a way leads to; `None` where there is no such part.
    pub(super) fn part(self, path: &[Step]) -> Option<Self> {
        path.iter().try_fold(self, |whole, step| match step {
            Step::Key(name) => whole.named(name),
            Step::Index(index) => whole.item(*index),
        })
    }

    fn named(&self, name: &str) -> Option<Self> {
        Some(match (self, name) {
            (Self::Partition(partition), "name") => Self::Text(Cow::Borrowed(&partition.id)),
            (Self::Partition(partition), "dnsSuffix") => Self::Text(Cow::Borrowed(&partition.dns_suffix)),
            (Self::Partition(partition), "dualStackDnsSuffix") => {
                Self::Text(Cow::Borrowed(&partition.dual_stack_dns_suffix))
            }
            (Self::Partition(partition), "implicitGlobalRegion") => {
                Self::Text(Cow::Borrowed(&partition.implicit_global_region))
            }
            (Self::Partition(partition), "supportsFIPS") => Self::Boolean(partition.supports_fips),
            (Self::Partition(partition), "supportsDualStack") => Self::Boolean(partition.supports_dual_stack),
            (Self::Arn(arn), "partition") => Self::text(&arn.partition),
            (Self::Arn(arn), "service") => Self::text(&arn.service),
            (Self::Arn(arn), "region") => Self::text(&arn.region),
            (Self::Arn(arn), "accountId") => Self::text(&arn.account_id),
            (Self::Arn(arn), "resourceId") => Self::List(Rc::clone(&arn.resource_id)),
            (Self::Url(url), "scheme") => Self::text(&url.scheme),
            (Self::Url(url), "authority") => Self::text(&url.authority),
            (Self::Url(url), "path") => Self::text(&url.path),
            (Self::Url(url), "normalizedPath") => Self::text(&url.normalized_path),
            (Self::Url(url), "isIp") => Self::Boolean(url.is_ip),
            _ => return None,
        })
    }

    fn item(&self, index: i64) -> Option<Self> {
        let Self::List(items) = self else { return None };
        let index = match usize::try_from(index) {
            Ok(index) => index,
            Err(_) => items
                .len()
                .checked_sub(usize::try_from(index.checked_neg()?).ok()?)?,
        };
        items.get(index).map(Self::text)
    }
}

impl Arn {
    /// The parts of `arn:partition:service:region:account:resource`, of which region and account may be empty.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix("arn:")?.splitn(5, ':');
        let [partition, service, region, account_id, resource] = std::array::from_fn(|_| parts.next());
        let needed = |part: Option<&str>| part.filter(|part| !part.is_empty()).map(str::to_owned);
        Some(Self {
            partition: needed(partition)?,
            service: needed(service)?,
            region: region?.to_owned(),
            account_id: account_id?.to_owned(),
            resource_id: needed(resource)?.split([':', '/']).map(str::to_owned).collect(),
        })
    }
}

impl Url {
    /// The parts of an `http` or `https` URL. One with a query or a fragment can't be the base of others.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let unfit = |c: char| matches!(c, '?' | '#' | '\\') || c.is_whitespace() || c.is_control();
        if !matches!(scheme.as_str(), "http" | "https") || rest.contains(unfit) {
            return None;
        }
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        // Who the user is, is not part of the address.
        let address = authority
            .rsplit_once('@')
            .map_or(authority, |(_, address)| address);
        let host = host::of_address(address)?;
        let closing = if path.ends_with('/') { "" } else { "/" };
        Some(Self {
            is_ip: host::is_ip(host),
            authority: address.to_owned(),
            normalized_path: format!("{path}{closing}"),
            path: path.to_owned(),
            scheme,
        })
    }
}
