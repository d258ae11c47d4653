//! What each emitter makes of the smallest model that has it do something. What the crate `macie2` shows anyway is
//! not repeated here.

use codegen::{Package, RuntimeDependency};
use tests::fixture::{emit, package, service};
use tests::{Failure, Outcome};

const TEXT: &str = r#""Text":{"type":"string"}"#;

/// One file of the crate that comes from these operations and shapes.
fn file(operations: &str, shapes: &str, path: &str) -> Outcome<String> {
    let tree = emit(&service(operations, &format!("{shapes},{TEXT}")), package())?;
    let text = tree.get(path).map(str::to_owned);
    text.ok_or_else(|| {
        let paths: Vec<&str> = tree.iter().map(|(path, _)| path).collect();
        Failure::new(format!("no {path} in {}", paths.join(", ")))
    })
}

/// An operation that takes and answers with these shapes.
fn operation(uri: &str, input: &str, output: &str) -> String {
    format!(
        r#""Act":{{"name":"Act","http":{{"method":"POST","requestUri":"{uri}"}},"input":{{"shape":"{input}"}},"output":{{"shape":"{output}"}}}}"#
    )
}

/// The file of a type that inputs and outputs hold.
fn type_file(shape: &str, path: &str) -> Outcome<String> {
    let shapes =
        format!(r#""Io":{{"type":"structure","members":{{"thing":{{"shape":"Thing"}}}}}},"Thing":{shape}"#);
    file(&operation("/", "Io", "Io"), &shapes, path)
}

#[test]
fn a_structure() -> Outcome {
    let shape = r#"{"type":"structure","required":["name"],"members":{
        "name":{"shape":"Text","locationName":"Name"},
        "when":{"shape":"Time"},
        "secret":{"shape":"Secret"},
        "more":{"shape":"Thing"}}},
    "Time":{"type":"timestamp"},
    "Secret":{"type":"string","sensitive":true,"min":1,"max":8}"#;
    insta::assert_snapshot!(type_file(shape, "src/types/thing.rs")?);
    Ok(())
}

#[test]
fn a_structure_of_inputs_only() -> Outcome {
    let shapes = r#""In":{"type":"structure","members":{"thing":{"shape":"Thing"}}},
    "Out":{"type":"structure","members":{}},
    "Thing":{"type":"structure","required":["id","items"],"members":{
        "id":{"shape":"Text"},
        "items":{"shape":"Items"},
        "size":{"shape":"Size"}}},
    "Items":{"type":"list","sparse":true,"member":{"shape":"Text"}},
    "Size":{"type":"long"}"#;
    insta::assert_snapshot!(file(&operation("/", "In", "Out"), shapes, "src/types/thing.rs")?);
    Ok(())
}

#[test]
fn a_union() -> Outcome {
    let shape = r#"{"type":"structure","union":true,"members":{
        "text":{"shape":"Text","locationName":"t"},
        "things":{"shape":"Things"},
        "itself":{"shape":"Thing"}}},
    "Things":{"type":"list","member":{"shape":"Thing"}}"#;
    insta::assert_snapshot!(type_file(shape, "src/types/thing.rs")?);
    Ok(())
}

#[test]
fn an_open_enum() -> Outcome {
    let shape = r#"{"type":"string","enum":["ON","not-on","","Unrecognized"]}"#;
    insta::assert_snapshot!(type_file(shape, "src/types/thing.rs")?);
    Ok(())
}

#[test]
fn a_type_with_a_name_that_its_file_needs() -> Outcome {
    let shape = r#"{"type":"structure","members":{"option":{"shape":"Option"}}},
    "Option":{"type":"structure","members":{"vec":{"shape":"Vec"},"text":{"shape":"Text"}}},
    "Vec":{"type":"string","enum":["A"]}"#;
    insta::assert_snapshot!(type_file(shape, "src/types/option.rs")?);
    Ok(())
}

const ERRORS: &str = r#""Io":{"type":"structure","members":{}},
    "Gone":{"type":"structure","exception":true,"retryable":{"throttling":false},"error":{"code":"thing.gone","httpStatusCode":410},"members":{
        "message":{"shape":"Text"},
        "after":{"shape":"Text","location":"header","locationName":"Retry-After"},
        "status":{"shape":"Number","location":"statusCode"}}},
    "Odd":{"type":"structure","exception":true,"members":{}},
    "Number":{"type":"integer"}"#;

fn with_errors() -> String {
    operation("/", "Io", "Io").replace(
        r#""output""#,
        r#""errors":[{"shape":"Gone"},{"shape":"Odd"}],"output""#,
    )
}

#[test]
fn the_errors_of_a_service() -> Outcome {
    insta::assert_snapshot!(file(&with_errors(), ERRORS, "src/error.rs")?);
    Ok(())
}

#[test]
fn the_errors_of_a_service_without_any() -> Outcome {
    let shapes = r#""Io":{"type":"structure","members":{}}"#;
    insta::assert_snapshot!(file(&operation("/", "Io", "Io"), shapes, "src/error.rs")?);
    Ok(())
}

#[test]
fn an_error_with_members_outside_of_the_body() -> Outcome {
    insta::assert_snapshot!(file(&with_errors(), ERRORS, "src/types/gone.rs")?);
    Ok(())
}

#[test]
fn an_operation_with_members_in_every_place() -> Outcome {
    let shapes = r#""In":{"type":"structure","required":["id"],"members":{
        "id":{"shape":"Text","location":"uri","locationName":"Id"},
        "tags":{"shape":"Texts","location":"querystring","locationName":"tag"},
        "since":{"shape":"Time","location":"header","locationName":"If-Modified-Since"},
        "meta":{"shape":"Meta","location":"headers","locationName":"x-meta-"},
        "token":{"shape":"Text","idempotencyToken":true},
        "name":{"shape":"Text","locationName":"Name"}}},
    "Out":{"type":"structure","members":{
        "etag":{"shape":"Text","location":"header","locationName":"ETag"},
        "meta":{"shape":"Meta","location":"headers","locationName":"x-meta-"},
        "status":{"shape":"Number","location":"statusCode"},
        "name":{"shape":"Text"}}},
    "Texts":{"type":"list","member":{"shape":"Text"}},
    "Meta":{"type":"map","key":{"shape":"Text"},"value":{"shape":"Text"}},
    "Time":{"type":"timestamp"},
    "Number":{"type":"integer"}"#;
    let operation = operation("/things/{Id}?list-type=2", "In", "Out");
    insta::assert_snapshot!(file(&operation, shapes, "src/operation/act.rs")?);
    Ok(())
}

#[test]
fn an_operation_with_payloads_and_a_host_prefix() -> Outcome {
    let shapes = r#""In":{"type":"structure","required":["account"],"payload":"data","members":{
        "account":{"shape":"Text","location":"header","locationName":"x-account","hostLabel":true},
        "data":{"shape":"Blob"}}},
    "Out":{"type":"structure","payload":"thing","members":{"thing":{"shape":"Thing"}}},
    "Thing":{"type":"structure","members":{"a":{"shape":"Text"}}},
    "Blob":{"type":"blob","streaming":true}"#;
    let operation = operation("/", "In", "Out").replace(
        r#""input""#,
        r#""endpoint":{"hostPrefix":"{account}.data."},"input""#,
    );
    insta::assert_snapshot!(file(&operation, shapes, "src/operation/act.rs")?);
    Ok(())
}

#[test]
fn an_operation_without_input_and_output() -> Outcome {
    let operation = r#""Act":{"name":"Act","http":{"method":"GET","requestUri":"/"}}"#;
    insta::assert_snapshot!(file(
        operation,
        r#""Unused":{"type":"string"}"#,
        "src/operation/act.rs"
    )?);
    Ok(())
}

/// An operation with a keyword for a name, one with a name beside its output's, and one that is left out.
fn several_operations() -> String {
    let plain = ["Type", "TypeOutput", "Default"]
        .map(|name| format!(r#""{name}":{{"name":"{name}","http":{{"method":"GET","requestUri":"/"}}}}"#));
    let events =
        r#""Listen":{"name":"Listen","http":{"method":"GET","requestUri":"/"},"output":{"shape":"Events"}}"#;
    format!("{},{events}", plain.join(","))
}

const EVENTS: &str = r#""Events":{"type":"structure","members":{"stream":{"shape":"Stream"}}},
    "Stream":{"type":"structure","eventstream":true,"members":{"one":{"shape":"One"}}},
    "One":{"type":"structure","event":true,"members":{}}"#;

#[test]
fn calls_by_name() -> Outcome {
    insta::assert_snapshot!(file(&several_operations(), EVENTS, "src/dynamic.rs")?);
    Ok(())
}

#[test]
fn the_list_of_operations() -> Outcome {
    insta::assert_snapshot!(file(&several_operations(), EVENTS, "src/operation.rs")?);
    Ok(())
}

#[test]
fn the_library_lists_operations_that_are_left_out() -> Outcome {
    insta::assert_snapshot!(file(&several_operations(), EVENTS, "src/lib.rs")?);
    Ok(())
}

#[test]
fn the_manifest_of_a_crate_that_stands_alone() -> Outcome {
    let package = Package {
        name: Some("my-things".to_owned()),
        version: "1.2.3".to_owned(),
        runtime: RuntimeDependency::Version("0.1".to_owned()),
        standalone: true,
        ..package()
    };
    let operation = r#""Act":{"name":"Act","http":{"method":"GET","requestUri":"/"}}"#;
    let tree = emit(&service(operation, TEXT), package)?;
    insta::assert_snapshot!(tree.get("Cargo.toml").unwrap_or_default());
    Ok(())
}
