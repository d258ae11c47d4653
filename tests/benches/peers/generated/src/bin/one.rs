//! Calls one operation: makes its request, and reads its response from standard input.

use generated_peer::ok;
use macie2::Operation;
use macie2::operation::GetFindings;

fn main() {
    let body = std::io::read_to_string(std::io::stdin()).expect("a text");
    let request = GetFindings::new(["id"]).to_request().expect("a valid input");
    println!("{}", request.uri());
    let output = GetFindings::from_response(ok(body)).expect("a response of the operation");
    println!(
        "{} findings",
        output.findings.map_or(0, |findings| findings.len())
    );
}
