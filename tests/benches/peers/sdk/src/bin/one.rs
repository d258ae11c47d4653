//! Calls one operation: makes its request, and reads its response from standard input.

use aws_sdk_macie2::operation::get_findings::{GetFindings, GetFindingsInput, GetFindingsOutput};
use sdk_peer::{Operation, ok};

fn main() {
    let body = std::io::read_to_string(std::io::stdin()).expect("a text");
    let mut operation = Operation::new(GetFindings::new());
    let input = GetFindingsInput::builder()
        .finding_ids("id")
        .build()
        .expect("a valid input");
    println!("{}", operation.request(input).uri());
    let output: GetFindingsOutput = operation.response(&ok(body));
    println!("{} findings", output.findings().len());
}
