//! What one generated file brings in through `use`, and how it names generated types.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{ident, path};
use crate::plan::{Codec, RustType, TypeName, names};

/// The names in scope of one file.
pub(super) struct Scope {
    /// Where generated types are seen from here: `super`, or `crate::types`.
    types: &'static str,
    defined: BTreeSet<String>,
    imports: RefCell<BTreeMap<String, BTreeSet<String>>>,
}

impl Scope {
    /// A file of the `types` module that defines these names.
    pub(super) fn of_types(defined: &[&TypeName]) -> Self {
        Self::new("super", defined)
    }

    /// Any other file that defines these names.
    pub(super) fn elsewhere(defined: &[&TypeName]) -> Self {
        Self::new("crate::types", defined)
    }

    fn new(types: &'static str, defined: &[&TypeName]) -> Self {
        let defined = defined.iter().map(|name| name.local.clone()).collect();
        Self {
            types,
            defined,
            imports: RefCell::default(),
        }
    }

    /// Brings names of a module in.
    pub(super) fn import(&self, module: &str, names: &[&str]) {
        let mut imports = self.imports.borrow_mut();
        imports
            .entry(module.to_owned())
            .or_default()
            .extend(names.iter().map(|name| (*name).to_owned()));
    }

    /// The `use` lines for all that was brought in.
    pub(super) fn uses(&self) -> TokenStream {
        let imports = self.imports.borrow();
        let lines = imports.iter().map(|(module, names)| {
            let (module, names) = (path(module), names.iter().map(|name| ident(name)));
            if names.len() == 1 {
                quote!(use #module::#(#names)*;)
            } else {
                quote!(use #module::{#(#names),*};)
            }
        });
        lines.collect()
    }

    /// A generated type.
    pub(super) fn generated(&self, name: &TypeName) -> TokenStream {
        let public = ident(&name.public);
        if self.defined.contains(&name.public) && self.types == "super" && name.public == name.local {
            return quote!(#public);
        }
        if names::is_template_type(&name.public) || self.defined.contains(&name.public) {
            return quote!(crate::types::#public);
        }
        self.import(self.types, &[&name.public]);
        quote!(#public)
    }

    /// A Rust type.
    pub(super) fn ty(&self, ty: &RustType) -> TokenStream {
        match ty {
            RustType::String => quote!(String),
            RustType::Bool => quote!(bool),
            RustType::I8 => quote!(i8),
            RustType::I16 => quote!(i16),
            RustType::I32 => quote!(i32),
            RustType::I64 => quote!(i64),
            RustType::F32 => quote!(f32),
            RustType::F64 => quote!(f64),
            RustType::Bytes => self.imported("runtime", "Bytes"),
            RustType::Timestamp => self.imported("runtime", "Timestamp"),
            RustType::Document => self.imported("runtime::serde_json", "Value"),
            RustType::Enum(name) | RustType::Structure(name) | RustType::Union(name) => self.generated(name),
            RustType::List(item) => {
                let item = self.ty(item);
                quote!(Vec<#item>)
            }
            RustType::SparseList(item) => {
                let item = self.ty(item);
                quote!(Vec<Option<#item>>)
            }
            RustType::Map(key, value) => {
                let (map, key, value) = (
                    self.imported("std::collections", "BTreeMap"),
                    self.ty(key),
                    self.ty(value),
                );
                quote!(#map<#key, #value>)
            }
            RustType::SparseMap(key, value) => {
                let (map, key, value) = (
                    self.imported("std::collections", "BTreeMap"),
                    self.ty(key),
                    self.ty(value),
                );
                quote!(#map<#key, Option<#value>>)
            }
            RustType::Boxed(inner) => {
                let inner = self.ty(inner);
                quote!(Box<#inner>)
            }
        }
    }

    /// The marker type of a codec; `None` where the type says it all.
    pub(super) fn codec(&self, codec: &Codec) -> Option<String> {
        use crate::model::TimestampFormat::{DateTime, EpochSeconds, HttpDate};
        let around = |name: &str, inner: &Codec| {
            self.import("runtime::form", &[name]);
            Some(format!(
                "{name}<{}>",
                self.codec(inner).unwrap_or_else(|| "()".to_owned())
            ))
        };
        let simple = |name: &str| {
            self.import("runtime::form", &[name]);
            Some(name.to_owned())
        };
        match codec {
            Codec::Plain => None,
            Codec::Timestamp(EpochSeconds) => simple("EpochSeconds"),
            Codec::Timestamp(DateTime) => simple("DateTime"),
            Codec::Timestamp(HttpDate) => simple("HttpDate"),
            Codec::Boxed(inner) => around("Boxed", inner),
            Codec::List(inner) => around("List", inner),
            Codec::SparseList(inner) => around("SparseList", inner),
            Codec::Map(inner) => around("Map", inner),
            Codec::SparseMap(inner) => around("SparseMap", inner),
        }
    }

    fn imported(&self, module: &str, name: &str) -> TokenStream {
        self.import(module, &[name]);
        let name = ident(name);
        quote!(#name)
    }
}
