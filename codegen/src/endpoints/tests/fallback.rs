//! Services without rules.

use super::{Params, partitions, service};
use crate::endpoints::endpoint;

fn url(metadata: &str, params: &Params) -> String {
    let found = endpoint(&service(metadata, "", None), &partitions(), params);
    found.map_or_else(|error| error.to_string(), |endpoint| endpoint.url)
}

#[test]
fn the_host_is_in_the_domain_of_the_regions_partition() {
    assert_eq!(
        url("", &Params::new().region("eu-west-1")),
        "https://things.eu-west-1.amazonaws.com"
    );
    assert_eq!(
        url("", &Params::new().region("far-b-2")),
        "https://things.far-b-2.far.example"
    );
}

#[test]
fn variants_have_other_hosts() {
    let here = || Params::new().region("eu-west-1");
    let cases = [
        (here().fips(true), "https://things-fips.eu-west-1.amazonaws.com"),
        (here().dual_stack(true), "https://things.eu-west-1.api.aws"),
        (
            here().fips(true).dual_stack(true),
            "https://things-fips.eu-west-1.api.aws",
        ),
    ];
    for (params, expected) in cases {
        assert_eq!(url("", &params), expected);
    }
}

#[test]
fn a_partition_without_a_variant_has_no_host_for_it() {
    let params = Params::new().region("far-a-1").fips(true);
    assert_eq!(url("", &params), "the region's partition has no such endpoints");
}

#[test]
fn a_region_is_needed_and_is_a_label() {
    assert_eq!(
        url("", &Params::new()),
        "the endpoint parameter `Region` is required"
    );
    assert_eq!(
        url("", &Params::new().region("a/b")),
        "the region is no label of a host name"
    );
}

#[test]
fn a_global_host_is_that_of_the_usual_partition() {
    let global = r#","globalEndpoint":"things.example.com""#;
    assert_eq!(url(global, &Params::new()), "https://things.example.com");
    assert_eq!(
        url(global, &Params::new().region("us-east-1")),
        "https://things.example.com"
    );
    assert_eq!(
        url(global, &Params::new().region("far-a-1")),
        "https://things.far-a-1.far.example"
    );
}

#[test]
fn the_users_url_goes_before_all() {
    assert_eq!(
        url("", &Params::new().custom("http://localhost:1/x")),
        "http://localhost:1/x"
    );
}
