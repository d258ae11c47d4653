//! Rust names from wire names: casing, keywords, digits and collisions.
//!
//! A name depends on nothing but the wire name wherever Rust allows it. Where two wire names want the same Rust
//! name, the one that the service has had for longer gets it, so that a new shape never renames an old one.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Keywords that can be field names as raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that can't be raw, and names of methods that users call on every structure: as setters they would
/// stand in the way.
const RESERVED_FIELDS: &[&str] = &[
    "self",
    "super",
    "crate",
    "_",
    "new",
    "clone",
    "to_request",
    "from_response",
    "host_prefix",
];

/// Type names that generated files use without a path. A generated type of such a name is defined under another
/// one and exported under its own.
const TEMPLATE_TYPES: &[&str] = &[
    "BTreeMap",
    "Box",
    "Boxed",
    "Bytes",
    "DateTime",
    "DecodeError",
    "Default",
    "EpochSeconds",
    "Error",
    "HttpDate",
    "Into",
    "IntoIterator",
    "List",
    "Map",
    "Method",
    "Operation",
    "Option",
    "Redacted",
    "RequestBuilder",
    "Response",
    "Result",
    "ServiceError",
    "SparseList",
    "SparseMap",
    "String",
    "Timestamp",
    "Unrecognized",
    "UnrecognizedVariant",
    "Value",
    "Vec",
];

/// The name of a type: `GetFindings`, `IpV4Details`.
pub fn type_name(wire: &str) -> String {
    let name = upper_camel(wire);
    match name.as_str() {
        "" => "Unnamed".to_owned(),
        "Self" => "Self_".to_owned(),
        _ => name,
    }
}

/// The name of an operation's output: `GetFindingsOutput`.
pub fn output_name(operation: &str) -> String {
    format!("{}Output", type_name(operation).trim_end_matches('_'))
}

/// The name of a field and its setter: `finding_ids`, `r#type`.
pub fn field_name(wire: &str) -> String {
    let mut name = snake(wire);
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, 'n');
    }
    if KEYWORDS.contains(&name.as_str()) {
        return format!("r#{name}");
    }
    if name.is_empty() {
        return "unnamed".to_owned();
    }
    if RESERVED_FIELDS.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

/// The name of a module: `get_findings`, `type_`.
pub fn module_name(type_name: &str) -> String {
    let mut name = snake(type_name);
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, 'n');
    }
    // `mod.rs`-like names would be read as something else.
    if KEYWORDS.contains(&name.as_str()) || ["self", "super", "crate", "mod", ""].contains(&name.as_str()) {
        name.push('_');
    }
    name
}

/// The name of a variant: `AwsKms` for `aws:kms`, `V1_0` for `1.0`.
pub fn variant_name(value: &str) -> String {
    let name = upper_camel(value);
    match name.as_str() {
        "" => spelled_out(value),
        "Self" => "Self_".to_owned(),
        _ => name,
    }
}

/// Whether a derive macro of this name is in scope everywhere.
pub fn is_derive(name: &str) -> bool {
    [
        "Clone",
        "Copy",
        "Debug",
        "Default",
        "Eq",
        "Hash",
        "Ord",
        "PartialEq",
        "PartialOrd",
    ]
    .contains(&name)
}

/// Whether a setter of this name looks like an operator's method to clippy.
pub fn is_operator(field: &str) -> bool {
    [
        "add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub",
    ]
    .contains(&field)
}

/// The name under which a type is defined in its own file.
pub fn local_name(public: &str, suffix: &str) -> String {
    if is_template_type(public) {
        format!("{public}{suffix}")
    } else {
        public.to_owned()
    }
}

/// Whether generated files use this name without a path.
pub fn is_template_type(name: &str) -> bool {
    TEMPLATE_TYPES.contains(&name)
}

fn upper_camel(wire: &str) -> String {
    let mut name = String::new();
    for word in words(wire) {
        let word = word.to_upper_camel_case();
        let digits_meet = name.ends_with(|last: char| last.is_ascii_digit())
            && word.starts_with(|first: char| first.is_ascii_digit());
        if digits_meet {
            name.push('_');
        }
        name.push_str(&word);
    }
    if name.starts_with(|first: char| !first.is_alphabetic()) {
        name.insert(0, 'V');
    }
    name
}

fn snake(wire: &str) -> String {
    words(wire)
        .map(|word| word.to_snake_case())
        .collect::<Vec<_>>()
        .join("_")
}

/// The pieces of a wire name between its punctuation, with plurals of acronyms as one word: `ARNs` is `Arns`.
fn words(wire: &str) -> impl Iterator<Item = String> {
    wire.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(join_plural_acronyms)
}

fn join_plural_acronyms(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let is_upper = |at: usize| letters.get(at).is_some_and(char::is_ascii_uppercase);
    let mut out = String::with_capacity(word.len());
    for (at, letter) in letters.iter().enumerate() {
        let ends_word = letters.get(at + 1).is_none_or(char::is_ascii_uppercase);
        let plural = *letter == 's' && ends_word && at >= 2 && is_upper(at - 1) && is_upper(at - 2);
        if plural {
            // Lower the acronym that was just written, all but its first letter.
            let run = (0..at).rev().take_while(|back| is_upper(*back)).count();
            let head: String = out.chars().take(at - run + 1).collect();
            let tail = out.chars().skip(at - run + 1).collect::<String>().to_lowercase();
            out = head + &tail;
        }
        out.push(*letter);
    }
    out
}

/// A name for a value without a letter or digit.
fn spelled_out(value: &str) -> String {
    if value.is_empty() {
        return "Empty".to_owned();
    }
    value
        .chars()
        .map(|letter| {
            punctuation(letter).map_or_else(|| format!("U{:04X}", u32::from(letter)), str::to_owned)
        })
        .collect()
}

fn punctuation(letter: char) -> Option<&'static str> {
    Some(match letter {
        ' ' => "Space",
        '!' => "Bang",
        '"' => "Quote",
        '#' => "Hash",
        '$' => "Dollar",
        '%' => "Percent",
        '&' => "And",
        '\'' => "Apostrophe",
        '(' => "Open",
        ')' => "Close",
        '*' => "Star",
        '+' => "Plus",
        ',' => "Comma",
        '-' => "Minus",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        ';' => "Semicolon",
        '<' => "Less",
        '=' => "Equal",
        '>' => "Greater",
        '?' => "Question",
        '@' => "At",
        '[' => "OpenBracket",
        '\\' => "Backslash",
        ']' => "CloseBracket",
        '^' => "Caret",
        '_' => "Underscore",
        '`' => "Backtick",
        '{' => "OpenBrace",
        '|' => "Pipe",
        '}' => "CloseBrace",
        '~' => "Tilde",
        _ => return None,
    })
}

/// Something that wants a name among others.
#[derive(Debug, Clone)]
pub struct Claim<'a> {
    /// What it is known by; unique among the claims.
    pub key: &'a str,
    /// The Rust name that it would have alone.
    pub wanted: String,
    /// Since when it exists; the older of two gets the name. Where equal, the first claim does.
    pub since: &'a str,
}

/// Gives every claim a name of its own, by its key. Names in `taken` are given to none.
///
/// What came later never changes what came before: claims are served by age, and one that must step aside avoids
/// the names that claims of its own age and older ones want.
pub fn assign(claims: &[Claim<'_>], taken: &[&str]) -> BTreeMap<String, String> {
    let mut wanted: Vec<&str> = claims.iter().map(|claim| claim.wanted.as_str()).collect();
    wanted.extend(taken);
    wanted.sort_unstable();
    let all_differ = wanted.windows(2).all(|pair| pair.first() != pair.last());
    if all_differ {
        let names = claims
            .iter()
            .map(|claim| (claim.key.to_owned(), claim.wanted.clone()));
        return names.collect();
    }
    assign_by_age(claims, taken)
}

/// As [`assign`], where some want the same.
fn assign_by_age(claims: &[Claim<'_>], taken: &[&str]) -> BTreeMap<String, String> {
    let mut order: Vec<&Claim<'_>> = claims.iter().collect();
    order.sort_by_key(|claim| claim.since);
    let mut used: BTreeSet<String> = taken.iter().map(|name| (*name).to_owned()).collect();
    let mut names = BTreeMap::new();
    for peers in order.chunk_by(|one, other| one.since == other.since) {
        let wanted: BTreeSet<&str> = peers.iter().map(|claim| claim.wanted.as_str()).collect();
        let (served, aside): (Vec<&Claim<'_>>, Vec<&Claim<'_>>) =
            peers.iter().partition(|claim| used.insert(claim.wanted.clone()));
        for claim in served {
            names.insert(claim.key.to_owned(), claim.wanted.clone());
        }
        for claim in aside {
            let free = |name: &String| !wanted.contains(name.as_str()) && !used.contains(name);
            let name = (2..)
                .map(|number| numbered(&claim.wanted, number))
                .find(free)
                .unwrap_or_default();
            used.insert(name.clone());
            names.insert(claim.key.to_owned(), name);
        }
    }
    names
}

/// `Foo2`, `foo_2`, `V1_2`: the number stands apart where it would run into another one. It takes the place of the
/// underscore that keeps a name from being a keyword: two in a row are no good style.
fn numbered(name: &str, number: usize) -> String {
    let plain = name.strip_prefix("r#").unwrap_or(name).trim_end_matches('_');
    let is_snake = plain.starts_with(|first: char| first.is_lowercase());
    if is_snake || plain.ends_with(|last: char| last.is_ascii_digit()) {
        format!("{plain}_{number}")
    } else {
        format!("{plain}{number}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_acronyms_are_one_word() {
        assert_eq!(field_name("securityGroupARNs"), "security_group_arns");
        assert_eq!(field_name("IDsOfAll"), "ids_of_all");
        assert_eq!(type_name("VPCs"), "Vpcs");
        assert_eq!(field_name("isPublic"), "is_public");
        assert_eq!(field_name("accessStatus"), "access_status");
    }

    #[test]
    fn enum_values_of_macie_have_speaking_names() {
        assert_eq!(variant_name("aws:kms"), "AwsKms");
        assert_eq!(variant_name("AES256"), "Aes256");
        assert_eq!(variant_name("UNKNOWN"), "Unknown");
        assert_eq!(
            variant_name("SensitiveData:S3Object/Multiple"),
            "SensitiveDataS3ObjectMultiple"
        );
    }

    #[test]
    fn digits_never_run_together() {
        assert_eq!(variant_name("1.0"), "V1_0");
        assert_eq!(variant_name("10"), "V10");
        assert_eq!(field_name("3dView"), "n3d_view");
    }

    #[test]
    fn values_without_letters_are_spelled_out() {
        assert_eq!(variant_name(""), "Empty");
        assert_eq!(variant_name(">="), "GreaterEqual");
        assert_eq!(variant_name("*"), "Star");
    }

    #[test]
    fn keywords_are_raw_or_get_an_underscore() {
        assert_eq!(field_name("type"), "r#type");
        assert_eq!(field_name("self"), "self_");
        assert_eq!(field_name("new"), "new_");
        assert_eq!(field_name("eq"), "eq");
        assert_eq!(field_name("default"), "default");
        assert_eq!(module_name("Type"), "type_");
        assert_eq!(type_name("self"), "Self_");
        assert_eq!(output_name("self"), "SelfOutput");
    }

    #[test]
    fn a_number_takes_the_place_of_an_underscore() {
        let claims = ["self", "Self"].map(|key| Claim {
            key,
            wanted: field_name(key),
            since: "",
        });
        let names = assign(&claims, &[]);
        assert_eq!(names["self"], "self_");
        assert_eq!(names["Self"], "self_2");
    }

    #[test]
    fn the_older_of_two_gets_the_name() {
        let claims = [
            Claim {
                key: "IPAddress",
                wanted: type_name("IPAddress"),
                since: "2021",
            },
            Claim {
                key: "IpAddress",
                wanted: type_name("IpAddress"),
                since: "2020",
            },
        ];
        let names = assign(&claims, &[]);
        assert_eq!(names["IpAddress"], "IpAddress");
        assert_eq!(names["IPAddress"], "IpAddress2");
    }

    #[test]
    fn a_new_value_never_renames_an_old_one() {
        let old = ["a", "A"].map(|key| Claim {
            key,
            wanted: variant_name(key),
            since: "2020",
        });
        let mut all = old.to_vec();
        all.insert(
            0,
            Claim {
                key: "A2",
                wanted: variant_name("A2"),
                since: "2021",
            },
        );
        let (before, after) = (assign(&old, &[]), assign(&all, &[]));
        assert_eq!((&before["a"], &before["A"]), (&after["a"], &after["A"]));
        assert_eq!(after["A2"], "A2_2");
    }

    #[test]
    fn a_numbered_name_never_takes_a_natural_one() {
        let claims = ["a", "A", "A2"].map(|key| Claim {
            key,
            wanted: variant_name(key),
            since: "",
        });
        let names = assign(&claims, &["Unrecognized"]);
        assert_eq!(
            (names["a"].as_str(), names["A"].as_str(), names["A2"].as_str()),
            ("A", "A3", "A2")
        );
    }
}
