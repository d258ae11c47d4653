//! Calls twenty operations: makes their requests, and reads their responses from standard input.

use std::hint::black_box;

use generated_peer::ok;
use macie2::{Operation, operation::*, types};

fn main() {
    let body = std::io::read_to_string(std::io::stdin()).expect("a text");
    call(AcceptInvitation::new("id"), &body);
    call(
        CreateAllowList::new(types::AllowListCriteria::new().regex("a"), "name"),
        &body,
    );
    call(
        CreateClassificationJob::new(types::JobType::OneTime, "name", types::S3JobDefinition::new()),
        &body,
    );
    call(
        CreateFindingsFilter::new(
            types::FindingsFilterAction::Archive,
            types::FindingCriteria::new(),
            "name",
        ),
        &body,
    );
    call(CreateMember::new(types::AccountDetail::new("id", "email")), &body);
    call(DeleteMember::new("id"), &body);
    call(DescribeBuckets::new(), &body);
    call(DescribeClassificationJob::new("id"), &body);
    call(EnableMacie::new(), &body);
    call(GetAllowList::new("id"), &body);
    call(GetBucketStatistics::new(), &body);
    call(GetFindings::new(["id"]), &body);
    call(GetFindingStatistics::new(types::GroupBy::Type), &body);
    call(GetMember::new("id"), &body);
    call(GetUsageStatistics::new(), &body);
    call(ListFindings::new(), &body);
    call(ListMembers::new(), &body);
    call(SearchResources::new(), &body);
    call(TagResource::new("arn", [("key", "value")]), &body);
    call(UpdateFindingsFilter::new("id"), &body);
}

fn call<O: Operation<Error = macie2::Error>>(operation: O, body: &str) {
    println!("{}", operation.to_request().expect("a valid input").uri());
    black_box(O::from_response(ok(body.to_owned())).expect("a response of the operation"));
}
