//! Endpoint rules of real revisions.

use std::fs;

use codegen::diagnostic::Source;
use codegen::endpoints::{self, Params};
use codegen::model::Partitions;
use codegen::read;
use tests::history::History;
use tests::{Failure, Outcome, root};

fn partitions() -> Outcome<Partitions> {
    let text = fs::read_to_string(root().join("models/partitions.json"))?;
    read::partitions(&Source::new("models/partitions.json", text)).map_err(|found| Failure::refused(&found))
}

#[test]
fn the_newest_revision_answers_as_its_service_is_reached() -> Outcome<()> {
    let (history, partitions) = (History::of_macie()?, partitions()?);
    let newest = history.names().last().unwrap_or_default();
    let model = history.model(newest)?;
    let here = |region: &str| Params::new().region(region);
    for (params, expected) in [
        (here("eu-west-1"), "https://macie2.eu-west-1.amazonaws.com"),
        (
            here("us-east-1").fips(true),
            "https://macie2-fips.us-east-1.amazonaws.com",
        ),
        (
            here("us-east-1").dual_stack(true),
            "https://macie2.us-east-1.api.aws",
        ),
        (here("cn-north-1"), "https://macie2.cn-north-1.amazonaws.com.cn"),
        (here("us-iso-east-9"), "https://macie2.us-iso-east-9.c2s.ic.gov"),
        (
            here("us-east-1").custom("http://localhost:1"),
            "http://localhost:1",
        ),
    ] {
        let found = endpoints::endpoint(&model, &partitions, &params);
        assert_eq!(found.map(|endpoint| endpoint.url), Ok(expected.to_owned()));
    }
    Ok(())
}

#[test]
fn no_revision_has_other_endpoints_than_the_one_before() -> Outcome<()> {
    let (history, partitions) = (History::of_macie()?, partitions()?);
    let models = history
        .names()
        .map(|name| history.model(name))
        .collect::<Outcome<Vec<_>>>()?;
    for pair in models.windows(2) {
        let [before, after] = pair else { continue };
        let differences = endpoints::differences(before, after, &partitions);
        let others: Vec<_> = differences
            .iter()
            .filter(|difference| !difference.only_in_words())
            .collect();
        assert!(others.is_empty(), "{others:?}");
    }
    Ok(())
}
