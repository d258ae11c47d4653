//! Models whose every name is one that a careless generator would trip over.

use std::fmt::Write;

use crate::fixture;

/// What the shapes of such names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Structures.
    Structure,
    /// Enums.
    Enum,
    /// Unions.
    Union,
    /// Errors.
    Error,
    /// Operations: there are no shapes but their inputs and outputs.
    Operation,
}

/// Names of the prelude, of the language, and of what generated files bring in.
pub const TYPES: &[&str] = &[
    "AsMut",
    "AsRef",
    "BTreeMap",
    "Box",
    "Boxed",
    "Bytes",
    "Clone",
    "Codec",
    "Copy",
    "DateTime",
    "Debug",
    "DecodeError",
    "Default",
    "Deserialize",
    "Drop",
    "EpochSeconds",
    "Eq",
    "Err",
    "Error",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "Form",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "HttpDate",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "InvalidInput",
    "Item",
    "Iterator",
    "List",
    "Map",
    "MapAccess",
    "Method",
    "None",
    "Ok",
    "OpenEnum",
    "Operation",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Plain",
    "Reader",
    "Redacted",
    "Request",
    "RequestBuilder",
    "Response",
    "Result",
    "Self",
    "Send",
    "Serde",
    "Serialize",
    "SerializeMap",
    "ServiceError",
    "Sized",
    "Some",
    "SparseList",
    "SparseMap",
    "String",
    "Structure",
    "Sync",
    "Timestamp",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Type",
    "Union",
    "Unpin",
    "Unrecognized",
    "UnrecognizedVariant",
    "Value",
    "Vec",
    "Wire",
    "Writer",
    // Names of primitive types, keywords and modules, which casing must not leave as they are.
    "bool",
    "core",
    "crate",
    "dynamic",
    "error",
    "http",
    "i32",
    "mod",
    "operation",
    "runtime",
    "serde_json",
    "std",
    "str",
    "super",
    "test",
    "types",
    "u8",
    // Names that differ in case or punctuation only.
    "IPAddress",
    "IpAddress",
    "ipAddress",
    "IP_Address",
];

/// Names of members: keywords, methods, and what generated functions call their own variables.
pub const MEMBERS: &[&str] = &[
    "abstract",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "builder",
    "clone",
    "cmp",
    "const",
    "continue",
    "crate",
    "default",
    "do",
    "dyn",
    "else",
    "enum",
    "eq",
    "extern",
    "f",
    "false",
    "final",
    "fmt",
    "fn",
    "for",
    "from",
    "from_response",
    "fromResponse",
    "gen",
    "hash",
    "host_prefix",
    "if",
    "impl",
    "in",
    "input",
    "into",
    "iter",
    "let",
    "loop",
    "macro",
    "match",
    "member",
    "mod",
    "move",
    "mut",
    "name",
    "ne",
    "new",
    "output",
    "override",
    "partial_cmp",
    "priv",
    "pub",
    "raw",
    "read",
    "ref",
    "request",
    "response",
    "return",
    "self",
    "Self",
    "serialize",
    "static",
    "struct",
    "super",
    "to",
    "to_owned",
    "to_request",
    "to_string",
    "toRequest",
    "trait",
    "true",
    "try",
    "try_into",
    "type",
    "typeof",
    "union",
    "unsafe",
    "unsized",
    "use",
    "vacant",
    "value",
    "virtual",
    "where",
    "while",
    "write",
    "yield",
    "_",
    "__",
    "a-b",
    "a_b",
    "aB",
    "A.B",
    "3d",
    "3D",
    "x1",
    "x_1",
    "äöü",
];

/// Values of an enum: empty, without letters, with digits, and such that differ in case or punctuation only.
pub const VALUES: &[&str] = &[
    "",
    " ",
    "*",
    "-",
    "_",
    "==",
    ">=",
    "\\",
    "\"",
    "'",
    "/",
    "{}",
    "\n",
    "1",
    "1.0",
    "10",
    "1_0",
    "-1",
    "+1",
    "a",
    "A",
    "a:b",
    "aB",
    "a-b",
    "A_B",
    "ab",
    "AWS::S3::Bucket",
    "aws:kms",
    "SensitiveData:S3Object/Multiple",
    "self",
    "Self",
    "None",
    "NONE",
    "Some",
    "Ok",
    "Err",
    "Unrecognized",
    "UNRECOGNIZED",
    "Default",
    "VALUES",
    "as_str",
    "type",
    "É",
    "日本",
    "x2",
    "X_2",
    "x 2",
];

/// A model in which shapes of that kind have all of [`TYPES`], and structures all of [`MEMBERS`].
pub fn model(kind: Kind) -> String {
    if kind == Kind::Operation {
        return operations();
    }
    let mut shapes =
        String::from(r#""text":{"type":"string"},"texts":{"type":"list","member":{"shape":"text"}}"#);
    let mut members = String::new();
    let mut errors = String::new();
    for (number, name) in TYPES.iter().enumerate() {
        let _ = write!(shapes, r#","{name}":{}"#, shape(kind, number));
        let comma = if number == 0 { "" } else { "," };
        let _ = write!(members, r#"{comma}"{name}":{{"shape":"{name}"}}"#);
        let _ = write!(errors, r#"{comma}{{"shape":"{name}"}}"#);
    }
    let _ = write!(
        shapes,
        r#","Every":{{"type":"structure","members":{{{members}}}}}"#
    );
    let errors = if kind == Kind::Error {
        errors
    } else {
        String::new()
    };
    let operation = format!(
        r#""Use":{{"name":"Use","http":{{"method":"POST","requestUri":"/"}},
"input":{{"shape":"Every"}},"output":{{"shape":"Every"}},"errors":[{errors}]}}"#
    );
    fixture::service(&operation, &shapes)
}

fn shape(kind: Kind, number: usize) -> String {
    // A few of many names are enough to see that the members of each kind come out.
    match kind {
        Kind::Enum if number == 0 => {
            let values = serde_json::json!(VALUES);
            format!(r#"{{"type":"string","enum":{values}}}"#)
        }
        Kind::Enum => r#"{"type":"string","enum":["A","None"]}"#.to_owned(),
        Kind::Union => r#"{"type":"structure","union":true,"members":{"None":{"shape":"text"},"unrecognized":{"shape":"texts"},"self":{"shape":"Every"}}}"#.to_owned(),
        Kind::Error if number.is_multiple_of(2) => r#"{"type":"structure","exception":true,"error":{"httpStatusCode":400},"members":{"message":{"shape":"text"},"retry":{"shape":"text","location":"header","locationName":"x-retry"}}}"#.to_owned(),
        Kind::Error => r#"{"type":"structure","exception":true,"members":{}}"#.to_owned(),
        Kind::Structure if number == 0 => structure(MEMBERS, ""),
        Kind::Structure | Kind::Operation => structure(&["value", "None", "every"], ""),
    }
}

fn structure(members: &[&str], required: &str) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|member| format!(r#""{member}":{{"shape":"texts"}}"#))
        .collect();
    format!(
        r#"{{"type":"structure",{required}"members":{{{}}}}}"#,
        members.join(",")
    )
}

/// Operations of all those names, each beside one that is named as its output would be.
fn operations() -> String {
    let all: Vec<String> = MEMBERS.iter().map(|member| format!(r#""{member}""#)).collect();
    let required = format!(r#""required":[{}],"#, all.join(","));
    let shapes = format!(
        r#""text":{{"type":"string"}},"texts":{{"type":"list","member":{{"shape":"text"}}}},"Every":{},"Few":{}"#,
        structure(MEMBERS, &required),
        structure(&["value", "response", "output"], ""),
    );
    let mut operations = Vec::new();
    for (number, name) in TYPES.iter().enumerate() {
        let input = if number == 0 { "Every" } else { "Few" };
        for name in [(*name).to_owned(), format!("{name}Output")] {
            operations.push(format!(
                r#""{name}":{{"name":"{name}","http":{{"method":"POST","requestUri":"/"}},"input":{{"shape":"{input}"}},"output":{{"shape":"Few"}}}}"#
            ));
        }
    }
    fixture::service(&operations.join(","), &shapes)
}
