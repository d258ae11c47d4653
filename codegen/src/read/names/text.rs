//! The lock as text: an operation, an output or a type on each line, by name.

use std::collections::BTreeMap;

use super::super::json::write_string;
use crate::lock::{Lock, TypeNames};

/// The text of a lock's file, which is the same for equal locks.
pub fn names_text(lock: &Lock) -> String {
    let mut out = String::from("{\n  \"crate\": ");
    write_string(&mut out, &lock.package);
    for (section, types) in [
        ("operations", &lock.operations),
        ("outputs", &lock.outputs),
        ("types", &lock.types),
    ] {
        out.push_str(",\n  ");
        write_string(&mut out, section);
        out.push_str(": {");
        let mut separator = "\n    ";
        for (wire, names) in types {
            out.push_str(separator);
            write_string(&mut out, wire);
            out.push_str(": ");
            write_type(&mut out, names);
            separator = ",\n    ";
        }
        out.push_str(if types.is_empty() { "}" } else { "\n  }" });
    }
    out.push_str("\n}\n");
    out
}

fn write_type(out: &mut String, names: &TypeNames) {
    out.push_str("{\"rust\": ");
    write_string(out, &names.path);
    if let Some(error) = &names.error {
        out.push_str(", \"error\": ");
        write_string(out, error);
    }
    if let Some(arguments) = &names.arguments {
        out.push_str(", \"new\": [");
        for (number, member) in arguments.iter().enumerate() {
            out.push_str(if number == 0 { "" } else { ", " });
            write_string(out, member);
        }
        out.push(']');
    }
    write_table(out, "members", &names.members);
    write_table(out, "values", &names.values);
    out.push('}');
}

/// An object on one line, left out where it is empty.
fn write_table(out: &mut String, key: &str, names: &BTreeMap<String, String>) {
    for (number, (wire, name)) in names.iter().enumerate() {
        if number == 0 {
            out.push_str(", ");
            write_string(out, key);
            out.push_str(": {");
        } else {
            out.push_str(", ");
        }
        write_string(out, wire);
        out.push_str(": ");
        write_string(out, name);
    }
    if !names.is_empty() {
        out.push('}');
    }
}
