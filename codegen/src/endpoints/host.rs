//! Names of hosts.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The longest label of a host name.
const LONGEST_LABEL: usize = 63;

/// The shortest name of a bucket.
const SHORTEST_BUCKET: usize = 3;

/// The host of an address, without its port; `None` where there is none, or the port is no number.
pub(super) fn of_address(address: &str) -> Option<&str> {
    // An IPv6 address stands in brackets, since it has colons of its own.
    let end = address.find(']').map_or(0, |bracket| bracket + 1);
    let (host, port) = match address.get(end..)?.find(':') {
        Some(colon) => (address.get(..end + colon)?, address.get(end + colon + 1..)?),
        None => (address, ""),
    };
    let sound = port.is_empty() || port.parse::<u16>().is_ok();
    (sound && !host.is_empty()).then_some(host)
}

/// Whether a host is an address and not a name.
pub(super) fn is_ip(host: &str) -> bool {
    let v6 = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    match v6 {
        // A zone, such as `%25eth0`, is no part of the address.
        Some(v6) => v6
            .split('%')
            .next()
            .unwrap_or_default()
            .parse::<Ipv6Addr>()
            .is_ok(),
        None => host.parse::<Ipv4Addr>().is_ok(),
    }
}

/// Whether a text can be a label of a host name (RFC 1123), or labels with dots between them.
pub(super) fn is_valid_label(text: &str, dots: bool) -> bool {
    if dots {
        text.split('.').all(is_label)
    } else {
        is_label(text)
    }
}

fn is_label(text: &str) -> bool {
    (1..=LONGEST_LABEL).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Whether a bucket's name can be part of a host name: every label is one of a bucket, and it is no address.
pub(super) fn is_virtual_hostable_bucket(name: &str, dots: bool) -> bool {
    let is_bucket = |label: &str| {
        label.len() >= SHORTEST_BUCKET
            && is_label(label)
            && !label.bytes().any(|byte| byte.is_ascii_uppercase())
    };
    let labels = if dots {
        name.split('.').all(is_bucket)
    } else {
        is_bucket(name)
    };
    labels && name.parse::<Ipv4Addr>().is_err()
}
