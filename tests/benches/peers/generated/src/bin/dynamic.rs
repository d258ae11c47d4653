//! Calls the operation that its first argument names, with JSON from standard input as its response.

use generated_peer::ok;
use macie2::dynamic;
use macie2::runtime::serde_json::json;

fn main() {
    let name = std::env::args().nth(1).expect("the name of an operation");
    let body = std::io::read_to_string(std::io::stdin()).expect("a text");
    let request = dynamic::request(&name, json!({"findingIds": ["id"]})).expect("a valid input");
    println!("{}", request.uri());
    println!(
        "{}",
        dynamic::response(&name, ok(body)).expect("a response of the operation")
    );
}
