//! Endpoints of services that have no rules.

use super::error::EndpointError;
use super::{Endpoint, Params};
use crate::model::{BuiltIn, Metadata, Partitions};

/// What stands in for rules: the service's host in the region's domain, `https://macie2.eu-west-1.amazonaws.com`.
///
/// A service with one global host has that in the usual partition; a URL that the user wants goes before all.
///
/// # Errors
///
/// The region is missing or can't be part of a host name, or the region's partition has no such endpoints.
pub fn fallback(
    metadata: &Metadata,
    partitions: &Partitions,
    params: &Params,
) -> Result<Endpoint, EndpointError> {
    let (fips, dual_stack) = (params.flag(BuiltIn::UseFips), params.flag(BuiltIn::UseDualStack));
    let refused = |message: &str| Err(EndpointError::Refused(message.to_owned()));
    if let Some(url) = params.text(BuiltIn::Endpoint) {
        return match (fips, dual_stack) {
            (false, false) => Ok(at(url.to_owned())),
            _ => refused("a custom endpoint can be combined with neither FIPS nor dual stack"),
        };
    }
    let region = params.text(BuiltIn::Region).filter(|region| !region.is_empty());
    let partition = partitions.of(region).ok_or(EndpointError::NoPartition)?;
    if (fips && !partition.supports_fips) || (dual_stack && !partition.supports_dual_stack) {
        return refused("the region's partition has no such endpoints");
    }
    let usual = partitions.partitions.first().map(|usual| &usual.id) == Some(&partition.id);
    if let Some(host) = metadata
        .global_endpoint
        .as_ref()
        .filter(|_| usual && !fips && !dual_stack)
    {
        return Ok(at(format!("https://{host}")));
    }
    let Some(region) = region else {
        return Err(EndpointError::MissingParameter("Region".to_owned()));
    };
    if !super::host::is_valid_label(region, false) {
        return refused("the region is no label of a host name");
    }
    let prefix = &metadata.endpoint_prefix;
    let fips = if fips { "-fips" } else { "" };
    let suffix = match dual_stack {
        true => &partition.dual_stack_dns_suffix,
        false => &partition.dns_suffix,
    };
    Ok(at(format!("https://{prefix}{fips}.{region}.{suffix}")))
}

fn at(url: String) -> Endpoint {
    Endpoint {
        url,
        ..Endpoint::default()
    }
}
