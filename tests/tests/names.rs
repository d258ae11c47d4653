//! The Rust names that awkward wire names get. That crates with these names compile is for the test `compile`.

use std::collections::BTreeSet;
use std::fmt::Write;

use codegen::plan::{RustType, TypeName, TypePlan, names};
use tests::awkward::{self, Kind};
use tests::fixture::{package, plan, service};
use tests::history::History;
use tests::{Failure, Outcome, fixture};

/// Lines of two columns, in the order of the wire names.
fn table<'a>(rows: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let mut text = String::new();
    for (wire, rust) in rows {
        let _ = writeln!(text, "{:<36} {rust}", format!("{wire:?}"));
    }
    text
}

fn show(name: &TypeName) -> String {
    let TypeName {
        public,
        local,
        module,
        ..
    } = name;
    let local = if local == public {
        String::new()
    } else {
        format!(" defined as {local}")
    };
    format!("{public}{local} in {module}.rs")
}

#[test]
fn types() -> Outcome {
    let plan = plan(&awkward::model(Kind::Structure))?;
    let every = plan
        .operations
        .first()
        .ok_or_else(|| Failure::new("no operation"))?;
    let shown = [
        "Clone",
        "Default",
        "Error",
        "error",
        "IPAddress",
        "IP_Address",
        "IpAddress",
        "ipAddress",
        "None",
        "Operation",
        "operation",
        "Option",
        "Result",
        "Self",
        "String",
        "super",
        "Type",
        "Value",
        "Vec",
    ];
    let fields = every.input.fields.iter();
    let rows = fields
        .filter(|field| shown.contains(&field.model_name.as_str()))
        .map(|field| {
            let name = match &field.ty {
                RustType::Structure(name) => show(name),
                other => format!("{other:?}"),
            };
            (field.model_name.as_str(), name)
        });
    insta::assert_snapshot!(table(rows));
    Ok(())
}

#[test]
fn fields() -> Outcome {
    let plan = plan(&awkward::model(Kind::Structure))?;
    let all = plan.types.iter().find_map(|ty| match ty {
        TypePlan::Structure(plan) if plan.fields.len() == awkward::MEMBERS.len() => Some(plan),
        _ => None,
    });
    let fields = &all
        .ok_or_else(|| Failure::new("no structure with all members"))?
        .fields;
    insta::assert_snapshot!(table(
        fields
            .iter()
            .map(|field| (field.model_name.as_str(), field.name.clone()))
    ));
    Ok(())
}

#[test]
fn variants() -> Outcome {
    let plan = plan(&awkward::model(Kind::Enum))?;
    let all = plan.types.iter().find_map(|ty| match ty {
        TypePlan::Enum(plan) if plan.variants.len() == awkward::VALUES.len() => Some(plan),
        _ => None,
    });
    let variants = &all
        .ok_or_else(|| Failure::new("no enum with all values"))?
        .variants;
    insta::assert_snapshot!(table(
        variants
            .iter()
            .map(|variant| (variant.value.as_str(), variant.name.clone()))
    ));
    Ok(())
}

#[test]
fn operations() -> Outcome {
    let plan = plan(&awkward::model(Kind::Operation))?;
    let shown = [
        "Self",
        "Type",
        "Result",
        "Error",
        "error",
        "IPAddress",
        "IpAddress",
    ];
    let is_shown = |name: &str| shown.contains(&name.strip_suffix("Output").unwrap_or(name));
    let operations = plan.operations.iter();
    let rows = operations
        .filter(|operation| is_shown(&operation.wire_name))
        .map(|operation| {
            let (input, output) = (&operation.input.name, &operation.output.name);
            (
                operation.wire_name.as_str(),
                format!("{}, {}", show(input), output.public),
            )
        });
    insta::assert_snapshot!(table(rows));
    Ok(())
}

#[test]
fn no_two_things_of_one_place_have_the_same_name() -> Outcome {
    for kind in [
        Kind::Structure,
        Kind::Enum,
        Kind::Union,
        Kind::Error,
        Kind::Operation,
    ] {
        let plan = plan(&awkward::model(kind))?;
        distinct(plan.types.iter().map(|ty| ty.name().public.clone()))?;
        distinct(plan.types.iter().map(|ty| ty.name().module.clone()))?;
        distinct(plan.errors.iter().map(|error| error.name.public.clone()))?;
        let operations = plan.operations.iter();
        distinct(
            operations
                .clone()
                .map(|operation| operation.input.name.module.clone()),
        )?;
        distinct(operations.flat_map(|operation| {
            [
                operation.input.name.public.clone(),
                operation.output.name.public.clone(),
            ]
        }))?;
        for ty in &plan.types {
            match ty {
                TypePlan::Structure(plan) => distinct(plan.fields.iter().map(|field| field.name.clone()))?,
                TypePlan::Union(plan) => distinct(plan.variants.iter().map(|variant| variant.name.clone()))?,
                TypePlan::Enum(plan) => distinct(plan.variants.iter().map(|variant| variant.name.clone()))?,
            }
        }
    }
    Ok(())
}

fn distinct(names: impl Iterator<Item = String>) -> Outcome {
    let mut seen = BTreeSet::new();
    for name in names {
        if let Some(twice) = seen.replace(name) {
            return Err(Failure::new(format!("{twice} stands twice")));
        }
    }
    Ok(())
}

/// A shape of any of these names would hide what the file brought in: so the planner must know them all.
#[test]
fn every_name_that_generated_files_bring_in_is_reserved() -> Outcome {
    let features = std::fs::read_to_string(tests::root().join("tests/fixtures/features/service-2.json"))?;
    let history = History::of_macie()?;
    let trees = [
        fixture::emit(&features, package())?,
        fixture::emit(&awkward::model(Kind::Error), package())?,
        history.generate("2026-04-13", package())?.files,
    ];
    let mut unknown = BTreeSet::new();
    for (path, text) in trees.iter().flat_map(|tree| tree.iter()) {
        if path.ends_with(".rs") && path != "src/lib.rs" {
            let brought = syn::parse_file(text)?
                .items
                .into_iter()
                .filter_map(|item| match item {
                    syn::Item::Use(item) => Some(item.tree),
                    _ => None,
                });
            for tree in brought {
                let outside = matches!(&tree, syn::UseTree::Path(path) if path.ident == "runtime" || path.ident == "std");
                collect(&tree, outside, &mut unknown);
            }
        }
    }
    unknown.retain(|name| !names::is_template_type(name));
    assert_eq!(unknown, BTreeSet::new());
    Ok(())
}

/// The types that a `use` brings in; `outside` says whether from another crate.
fn collect(tree: &syn::UseTree, outside: bool, names: &mut BTreeSet<String>) {
    match tree {
        syn::UseTree::Path(path) => collect(&path.tree, outside, names),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| collect(tree, outside, names)),
        syn::UseTree::Name(name) if outside => {
            let name = name.ident.to_string();
            if name.starts_with(char::is_uppercase) {
                names.insert(name);
            }
        }
        _ => {}
    }
}

/// A revision adds a value that wants the name of an older one.
#[test]
fn a_newcomer_never_renames_what_was_there_before() -> Outcome {
    let model = |values: &str| {
        let operation =
            r#""Act":{"name":"Act","http":{"method":"POST","requestUri":"/"},"input":{"shape":"In"}}"#;
        let shapes = format!(
            r#""In":{{"type":"structure","members":{{"color":{{"shape":"Color"}}}}}},"Color":{{"type":"string","enum":[{values}]}}"#
        );
        fixture::sources(&service(operation, &shapes))
    };
    let (old, new) = (model(r#""red""#), model(r#""RED","red""#));
    let history =
        [("2020-01-01", &old), ("2021-01-01", &new)].map(|(name, sources)| codegen::read::Revision {
            name,
            service: &sources.service,
        });
    let input = codegen::Input {
        sources: &new,
        docs: None,
        history: &history,
        package: package(),
    };
    let files = codegen::generate(&input)
        .map_err(|found| Failure::refused(&found))?
        .files;
    let color = files.get("src/types/color.rs").unwrap_or_default();
    assert!(
        color.contains("Red = \"red\"") && color.contains("Red2 = \"RED\""),
        "{color}"
    );
    Ok(())
}
