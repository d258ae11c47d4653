//! Calls twenty operations: makes their requests, and reads their responses from standard input.

use std::any::Any;
use std::fmt::Debug;
use std::hint::black_box;

use aws_sdk_macie2::{operation::*, types};
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use sdk_peer::{Operation, ok};

/// Calls an operation: its module, its names, and what sets the members of its input.
macro_rules! call {
    ($body:expr, $module:ident::{$operation:ident, $input:ident, $output:ident} $($set:tt)*) => {{
        let input = $module::$input::builder()$($set)*.build().expect("a valid input");
        call::<$module::$output>($module::$operation::new(), input, $body);
    }};
}

fn main() {
    let body = &std::io::read_to_string(std::io::stdin()).expect("a text");
    call!(body, accept_invitation::{AcceptInvitation, AcceptInvitationInput, AcceptInvitationOutput} .invitation_id("id"));
    call!(body, create_allow_list::{CreateAllowList, CreateAllowListInput, CreateAllowListOutput} .criteria(types::AllowListCriteria::builder().regex("a").build()).name("name"));
    call!(body, create_classification_job::{CreateClassificationJob, CreateClassificationJobInput, CreateClassificationJobOutput} .job_type(types::JobType::OneTime).name("name").s3_job_definition(types::S3JobDefinition::builder().build()));
    call!(body, create_findings_filter::{CreateFindingsFilter, CreateFindingsFilterInput, CreateFindingsFilterOutput} .action(types::FindingsFilterAction::Archive).finding_criteria(types::FindingCriteria::builder().build()).name("name"));
    call!(body, create_member::{CreateMember, CreateMemberInput, CreateMemberOutput} .account(types::AccountDetail::builder().account_id("id").email("email").build()));
    call!(body, delete_member::{DeleteMember, DeleteMemberInput, DeleteMemberOutput} .id("id"));
    call!(body, describe_buckets::{DescribeBuckets, DescribeBucketsInput, DescribeBucketsOutput});
    call!(body, describe_classification_job::{DescribeClassificationJob, DescribeClassificationJobInput, DescribeClassificationJobOutput} .job_id("id"));
    call!(body, enable_macie::{EnableMacie, EnableMacieInput, EnableMacieOutput});
    call!(body, get_allow_list::{GetAllowList, GetAllowListInput, GetAllowListOutput} .id("id"));
    call!(body, get_bucket_statistics::{GetBucketStatistics, GetBucketStatisticsInput, GetBucketStatisticsOutput});
    call!(body, get_findings::{GetFindings, GetFindingsInput, GetFindingsOutput} .finding_ids("id"));
    call!(body, get_finding_statistics::{GetFindingStatistics, GetFindingStatisticsInput, GetFindingStatisticsOutput} .group_by(types::GroupBy::Type));
    call!(body, get_member::{GetMember, GetMemberInput, GetMemberOutput} .id("id"));
    call!(body, get_usage_statistics::{GetUsageStatistics, GetUsageStatisticsInput, GetUsageStatisticsOutput});
    call!(body, list_findings::{ListFindings, ListFindingsInput, ListFindingsOutput});
    call!(body, list_members::{ListMembers, ListMembersInput, ListMembersOutput});
    call!(body, search_resources::{SearchResources, SearchResourcesInput, SearchResourcesOutput});
    call!(body, tag_resource::{TagResource, TagResourceInput, TagResourceOutput} .resource_arn("arn").tags("key", "value"));
    call!(body, update_findings_filter::{UpdateFindingsFilter, UpdateFindingsFilterInput, UpdateFindingsFilterOutput} .id("id"));
}

fn call<O: Any + Send + Sync + Debug>(
    operation: impl RuntimePlugin,
    input: impl Any + Send + Sync + Debug,
    body: &str,
) {
    let mut operation = Operation::new(operation);
    println!("{}", operation.request(input).uri());
    black_box(operation.response::<O>(&ok(body.to_owned())));
}
