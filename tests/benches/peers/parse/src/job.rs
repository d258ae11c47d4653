//! One large CreateClassificationJob, built twice: a hundred accounts with six buckets each, and all kinds of scopes.

use aws_sdk_macie2::operation::create_classification_job::CreateClassificationJobInput;
use aws_sdk_macie2::types as sdk;
use macie2::operation::CreateClassificationJob;
use macie2::types as our;

const ACCOUNTS: u64 = 100;
const TERMS: u32 = 40;

/// Our input.
pub fn ours() -> CreateClassificationJob {
    let buckets = our::S3JobDefinition::new()
        .bucket_definitions((0..ACCOUNTS).map(|account| {
            our::S3BucketDefinitionForJob::new()
                .account_id(account_id(account))
                .buckets((0..6).map(|number| bucket(account, number)))
        }))
        .scoping(our::Scoping::new().includes(our::JobScopingBlock::new().and((0..TERMS).map(|term| {
            let simple = our::SimpleScopeTerm::new()
                .comparator(our::JobComparator::StartsWith)
                .key(our::ScopeFilterKey::ObjectKey)
                .values([folder(term)]);
            let tag = our::TagScopeTerm::new()
                .comparator(our::JobComparator::Eq)
                .key("TAG")
                .tag_values([our::TagValuePair::new().key("project").value(folder(term))])
                .target(our::TagTarget::S3Object);
            our::JobScopeTerm::new().simple_scope_term(simple).tag_scope_term(tag)
        }))));
    CreateClassificationJob::new(our::JobType::OneTime, "All buckets", buckets)
        .client_token("4b0b1ad2-4c22-4a9f-b6f8-7c9a3d5e8f10")
        .custom_data_identifier_ids((0..30).map(account_id))
        .description("What every account of the organization holds.")
        .initial_run(true)
        .managed_data_identifier_selector(our::ManagedDataIdentifierSelector::Recommended)
        .sampling_percentage(50)
        .tags((0..TERMS).map(|tag| (folder(tag), "yes")))
}

/// The SDK's input.
pub fn theirs() -> CreateClassificationJobInput {
    let mut buckets = sdk::S3JobDefinition::builder();
    for account in 0..ACCOUNTS {
        let mut definition = sdk::S3BucketDefinitionForJob::builder().account_id(account_id(account));
        for number in 0..6 {
            definition = definition.buckets(bucket(account, number));
        }
        buckets = buckets.bucket_definitions(definition.build());
    }
    let mut includes = sdk::JobScopingBlock::builder();
    for term in 0..TERMS {
        let simple = sdk::SimpleScopeTerm::builder()
            .comparator(sdk::JobComparator::StartsWith)
            .key(sdk::ScopeFilterKey::ObjectKey)
            .values(folder(term));
        let tag = sdk::TagScopeTerm::builder()
            .comparator(sdk::JobComparator::Eq)
            .key("TAG")
            .tag_values(sdk::TagValuePair::builder().key("project").value(folder(term)).build())
            .target(sdk::TagTarget::S3Object);
        let term = sdk::JobScopeTerm::builder().simple_scope_term(simple.build()).tag_scope_term(tag.build());
        includes = includes.and(term.build());
    }
    let scoping = sdk::Scoping::builder().includes(includes.build()).build();
    let mut input = CreateClassificationJobInput::builder()
        .job_type(sdk::JobType::OneTime)
        .name("All buckets")
        .s3_job_definition(buckets.scoping(scoping).build())
        .client_token("4b0b1ad2-4c22-4a9f-b6f8-7c9a3d5e8f10")
        .description("What every account of the organization holds.")
        .initial_run(true)
        .managed_data_identifier_selector(sdk::ManagedDataIdentifierSelector::Recommended)
        .sampling_percentage(50);
    for number in 0..30 {
        input = input.custom_data_identifier_ids(account_id(number));
    }
    for tag in 0..TERMS {
        input = input.tags(folder(tag), "yes");
    }
    input.build().expect("a valid input")
}

fn account_id(number: u64) -> String {
    format!("{:012}", 111_122_223_333 + number)
}

fn bucket(account: u64, number: u32) -> String {
    format!("amzn-s3-demo-bucket-{account}-{number}-logs")
}

fn folder(number: u32) -> String {
    format!("folder-{number:03}/reports")
}
