//! The plan of a crate: finished data, ready to be printed.
//!
//! Emitters read this and decide nothing. Names here are Rust names unless they are called wire or model names.

use crate::model::TimestampFormat;

/// Everything that a generated crate consists of.
#[derive(Debug, Clone, PartialEq)]
pub struct CratePlan {
    /// The package's manifest facts.
    pub package: PackagePlan,
    /// Documentation of the crate.
    pub docs: Docs,
    /// Whether documentation comes from the model, with links to what it names.
    pub links: bool,
    /// Operations, sorted by name.
    pub operations: Vec<OperationPlan>,
    /// Structures, unions, enums and errors, sorted by name.
    pub types: Vec<TypePlan>,
    /// Variants of the crate's `ServiceError`, sorted by name.
    pub errors: Vec<ErrorPlan>,
}

/// Lines of Markdown, without the comment marks.
pub type Docs = Vec<String>;

/// What the manifest says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackagePlan {
    /// The package's name.
    pub name: String,
    /// The package's version.
    pub version: String,
    /// One line for people.
    pub description: String,
    /// What the crate was generated from.
    pub origin: String,
    /// Where the runtime comes from.
    pub runtime: crate::RuntimeDependency,
    /// Whether the crate is a workspace of its own.
    pub standalone: bool,
}

/// The name of a generated type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeName {
    /// The name in the model: a shape's, or the operation's whose input or output it is.
    pub wire: String,
    /// The name that users see.
    pub public: String,
    /// The name at its definition. It differs where the public name would hide one that the file needs.
    pub local: String,
    /// The module that defines it.
    pub module: String,
}

/// An operation.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationPlan {
    /// The name on the wire.
    pub wire_name: String,
    /// The input structure; its name is the operation's.
    pub input: StructurePlan,
    /// The output structure.
    pub output: StructurePlan,
    /// How the input becomes a request.
    pub request: RequestPlan,
    /// How a response becomes the output.
    pub response: ResponsePlan,
    /// The prefix of the host name.
    pub host_prefix: Option<HostPrefixPlan>,
}

/// A prefix of the host name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostPrefixPlan {
    /// The pattern, with labels in braces.
    pub pattern: String,
    /// The labels.
    pub labels: Vec<Bound>,
}

/// A type of the `types` module.
#[derive(Debug, Clone, PartialEq)]
pub enum TypePlan {
    /// A structure or an error.
    Structure(StructurePlan),
    /// A union.
    Union(UnionPlan),
    /// An open enum.
    Enum(EnumPlan),
}

impl TypePlan {
    /// The type's name.
    pub fn name(&self) -> &TypeName {
        match self {
            Self::Structure(plan) => &plan.name,
            Self::Union(plan) => &plan.name,
            Self::Enum(plan) => &plan.name,
        }
    }
}

/// A structure.
#[derive(Debug, Clone, PartialEq)]
pub struct StructurePlan {
    /// Its name.
    pub name: TypeName,
    /// Its documentation.
    pub docs: Docs,
    /// Its fields in model order.
    pub fields: Vec<FieldPlan>,
    /// Its JSON forms.
    pub forms: Forms,
    /// Whether `Debug` must hide something, so that it can't be derived.
    pub debug: DebugPlan,
}

impl StructurePlan {
    /// The fields that `new` takes, in order.
    pub fn arguments(&self) -> impl Iterator<Item = &FieldPlan> {
        self.fields
            .iter()
            .filter(|field| field.presence == Presence::Required)
    }

    /// Whether nothing is required, so that it has a default.
    pub fn has_default(&self) -> bool {
        self.arguments().next().is_none()
    }
}

/// How `Debug` comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DebugPlan {
    /// Derived.
    Derived,
    /// Written out, with sensitive values hidden.
    Redacting,
}

/// How a structure's or union's two JSON forms relate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Forms {
    /// Equal in its whole closure: compiled once.
    Shared,
    /// Different somewhere below, though not in the names of its own members.
    Apart,
    /// Different in names: the wire form's names, `""` for a member that no body holds.
    Renamed(Vec<String>),
}

/// A field of a structure, or a variant of a union.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldPlan {
    /// The Rust name; for a variant, of the variant.
    pub name: String,
    /// The name in the model, and in the serde form.
    pub model_name: String,
    /// Its documentation.
    pub docs: Docs,
    /// The type of its value.
    pub ty: RustType,
    /// Whether there is always a value.
    pub presence: Presence,
    /// How JSON holds it.
    pub codec: Codec,
    /// Whether its value must not be shown.
    pub sensitive: bool,
    /// Whether an absent value is filled with a fresh token in requests.
    pub token: bool,
    /// Whether its setter looks like an operator's method, which it is not.
    pub operator: bool,
}

/// Whether a field always has a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// A plain field and an argument of `new`.
    Required,
    /// An `Option`.
    Optional,
}

/// A Rust type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RustType {
    /// `String`.
    String,
    /// `bool`.
    Bool,
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`.
    I64,
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `bytes::Bytes`.
    Bytes,
    /// `jiff::Timestamp`.
    Timestamp,
    /// `serde_json::Value`.
    Document,
    /// A generated open enum.
    Enum(TypeName),
    /// A generated structure.
    Structure(TypeName),
    /// A generated union.
    Union(TypeName),
    /// `Vec<T>`.
    List(Box<RustType>),
    /// `Vec<Option<T>>`.
    SparseList(Box<RustType>),
    /// `BTreeMap<K, V>`.
    Map(Box<RustType>, Box<RustType>),
    /// `BTreeMap<K, Option<V>>`.
    SparseMap(Box<RustType>, Box<RustType>),
    /// `Box<T>`.
    Boxed(Box<RustType>),
}

/// How JSON holds a value, where its type alone does not say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Codec {
    /// As the type says.
    Plain,
    /// A timestamp in that format.
    Timestamp(TimestampFormat),
    /// A value on the heap.
    Boxed(Box<Codec>),
    /// A list.
    List(Box<Codec>),
    /// A sparse list.
    SparseList(Box<Codec>),
    /// A map.
    Map(Box<Codec>),
    /// A sparse map.
    SparseMap(Box<Codec>),
}

/// A union.
#[derive(Debug, Clone, PartialEq)]
pub struct UnionPlan {
    /// Its name.
    pub name: TypeName,
    /// Its documentation.
    pub docs: Docs,
    /// Its variants in model order.
    pub variants: Vec<FieldPlan>,
    /// Its JSON forms.
    pub forms: Forms,
    /// Whether `Debug` must hide something.
    pub debug: DebugPlan,
}

/// An open enum.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumPlan {
    /// Its name.
    pub name: TypeName,
    /// Its documentation.
    pub docs: Docs,
    /// Its variants in model order.
    pub variants: Vec<VariantPlan>,
}

/// A known value of an enum.
#[derive(Debug, Clone, PartialEq)]
pub struct VariantPlan {
    /// The Rust name.
    pub name: String,
    /// The text on the wire.
    pub value: String,
    /// Its documentation.
    pub docs: Docs,
}

/// A variant of `ServiceError`.
#[derive(Debug, Clone, PartialEq)]
pub struct ErrorPlan {
    /// The error's structure, which also names the variant.
    pub name: TypeName,
    /// The code on the wire.
    pub code: String,
    /// The documentation of the variant.
    pub docs: Docs,
    /// Whether the model marks it as worth a retry.
    pub retryable: bool,
    /// How a response becomes the structure.
    pub response: ResponsePlan,
}

/// How an input becomes a request.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestPlan {
    /// The HTTP method.
    pub method: String,
    /// The URI pattern, with its labels.
    pub uri: String,
    /// Members outside the body, in the order in which they are applied.
    pub parts: Vec<RequestPart>,
    /// The body.
    pub body: RequestBody,
}

/// A member that a request holds outside its body.
#[derive(Debug, Clone, PartialEq)]
pub enum RequestPart {
    /// A label of the path.
    Label(Bound),
    /// A query parameter.
    Query(Bound),
    /// A query parameter for each item.
    QueryList(Bound),
    /// A query parameter for each entry.
    QueryMap(Bound),
    /// A header.
    Header(Bound),
    /// One header with all items.
    HeaderList(Bound),
    /// A header for each entry.
    PrefixHeaders(Bound),
}

/// A member with its place outside a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The wire name there.
    pub wire_name: String,
    /// The field.
    pub field: String,
    /// Whether the field always has a value.
    pub presence: Presence,
    /// How the value becomes text, and text the value.
    pub text: TextForm,
}

/// How a value outside a body is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextForm {
    /// As the type says.
    Plain,
    /// A timestamp in that format.
    Timestamp(TimestampFormat),
    /// Bytes as base64.
    Base64,
    /// A JSON value as base64 of its text.
    Json,
    /// A string that is filled with a fresh token where it is absent.
    Token,
}

/// A request's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestBody {
    /// None at all.
    Empty,
    /// The members that are nowhere else, as JSON.
    Members,
    /// One field's structure, union, list or map as JSON.
    Json(String),
    /// One field's document as JSON.
    Document(String),
    /// One field's text.
    Text(String),
    /// One field's bytes.
    Blob(String),
}

/// How a response becomes an output.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponsePlan {
    /// Members outside the body.
    pub parts: Vec<ResponsePart>,
    /// The body.
    pub body: ResponseBody,
}

/// A member that a response holds outside its body.
#[derive(Debug, Clone, PartialEq)]
pub enum ResponsePart {
    /// A header.
    Header(Bound),
    /// One header with all items.
    HeaderList(Bound),
    /// All headers that begin with a name.
    PrefixHeaders(Bound),
    /// The status.
    Status {
        /// The field.
        field: String,
    },
}

/// A response's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResponseBody {
    /// Nothing of interest.
    Ignored,
    /// The members that are nowhere else, as JSON.
    Members,
    /// One field's structure, union, list, map or document as JSON.
    Json(String),
    /// One field's text.
    Text(String),
    /// One field's bytes.
    Blob(String),
}
