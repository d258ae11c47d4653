//! The table of rules: what a change means for users of the generated crate.
//!
//! A rule goes by the kind of the change, by which way its place travels, and by what the change did to the crate's
//! public items. The table must never be optimistic: whatever a rule says, a change that took or altered a public
//! item is major, and one that brought an item is at least minor.

use super::change::Level;
use super::kind::Kind;
use super::reach::Flow;

/// What a change did to the crate's public items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Effect {
    /// Nothing.
    None,
    /// It brought some.
    Grew,
    /// It took or altered some.
    Broke,
}

/// What a change means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) level: Level,
    pub(super) wire: bool,
    pub(super) why: &'static str,
}

/// Judges a change.
pub(super) fn judge(kind: Kind, flow: Flow, effect: Effect) -> Verdict {
    if flow == Flow::Nowhere && effect == Effect::None {
        return patch("no operation of the crate reaches it");
    }
    let verdict = rule(kind, flow, effect);
    let least = match effect {
        Effect::None => Level::Patch,
        Effect::Grew => Level::Minor,
        Effect::Broke => Level::Major,
    };
    if verdict.level < least {
        return Verdict {
            level: least,
            why: match effect {
                Effect::Broke => "it alters public items of the crate",
                _ => "it brings public items to the crate",
            },
            ..verdict
        };
    }
    verdict
}

/// The table.
fn rule(kind: Kind, flow: Flow, effect: Effect) -> Verdict {
    let broke = effect == Effect::Broke;
    match kind {
        Kind::OperationEntered => minor("the crate has it now: it no longer uses an event stream"),
        Kind::OperationLeft => major("the crate leaves it out now: it uses an event stream"),
        Kind::OperationAdded => minor("new items take nothing from existing code"),
        Kind::OperationRemoved => {
            major_on_wire("code that calls it no longer compiles, and the service no longer answers it")
        }
        Kind::InputShape | Kind::OutputShape if broke => {
            major_on_wire("the operation's Rust structure is another one")
        }
        Kind::InputShape | Kind::OutputShape => patch("the operation's Rust structure is the same"),

        Kind::ShapeAdded | Kind::EnteredApi if effect == Effect::None => {
            patch("it has no Rust type of its own")
        }
        Kind::ShapeAdded | Kind::EnteredApi => minor("a new type takes nothing from existing code"),
        Kind::ShapeRemoved | Kind::LeftApi if broke => {
            major("code that names its Rust type no longer compiles")
        }
        Kind::ShapeRemoved | Kind::LeftApi => patch("it had no Rust type of its own"),
        Kind::ShapeRenamed if broke => major("its Rust type has another name"),
        Kind::ShapeRenamed => patch("the Rust items stay what they were"),
        Kind::ReachedByOutput => major("responses can carry it now, so its required fields became `Option`"),
        Kind::ReachedByInputOnly => {
            major("only requests carry it now, so its required fields are no longer `Option`")
        }
        Kind::ShapeType => {
            major_on_wire("its values are of another Rust type, and look different on the wire")
        }
        Kind::StringToEnum => major("its values are an enum instead of a `String`"),
        Kind::EnumToString => major("its values are a `String` instead of an enum"),
        Kind::ItemTarget | Kind::MemberTarget if broke => major("its Rust type is another one"),
        Kind::ItemTarget | Kind::MemberTarget => patch("its Rust type stays what it was"),

        Kind::MemberAdded => minor("a new optional field: structures are non-exhaustive"),
        Kind::RequiredMemberAdded => match flow {
            Flow::Input => {
                major_on_wire("`new` takes one more argument, and the service refuses requests without it")
            }
            Flow::Both => {
                minor_on_wire("the service refuses requests without it, and the compiler can't tell")
            }
            Flow::Output | Flow::Nowhere => minor("a new field of what only responses carry"),
        },
        Kind::TokenAdded => minor("it is filled where it is absent"),
        Kind::MemberRemoved => major_on_wire(
            "code that names the field no longer compiles, and the service ignores it or no longer sends it",
        ),
        Kind::UnionMemberAdded => {
            minor("unions are non-exhaustive, and older crates keep it as unrecognized")
        }
        Kind::UnionMemberRemoved => major_on_wire(
            "code that names the variant no longer compiles, and the service no longer knows it",
        ),
        Kind::Order if broke => major("arguments of `new` swap places"),
        Kind::Order => patch("the order of fields or values is no part of the API"),
        Kind::BecameRequired => match flow {
            Flow::Input if broke => major_on_wire(
                "`new` takes it as an argument now, and the service refuses requests without it",
            ),
            Flow::Input if effect == Effect::None => patch("a token: it is filled where it is absent"),
            Flow::Input | Flow::Both => {
                minor_on_wire("the service refuses requests without it, and the compiler can't tell")
            }
            Flow::Output | Flow::Nowhere => {
                patch("the field stays an `Option`: a service may leave out what it requires")
            }
        },
        Kind::BecameOptional if broke => {
            major("it is no longer an argument of `new`, and its field became an `Option`")
        }
        Kind::BecameOptional => patch("the field was an `Option` before"),

        Kind::ValueAdded => minor_on_wire(
            "a new variant; what older crates keep as unrecognized text, newer ones give as the variant",
        ),
        Kind::ValueRemoved => major_on_wire(
            "code that names the variant no longer compiles, and the service no longer knows the value",
        ),
        Kind::Method
        | Kind::Uri
        | Kind::SuccessCode
        | Kind::Location
        | Kind::WireName
        | Kind::TimestampFormat => {
            minor_on_wire("messages look different; crates of the older revision go on as before")
        }
        Kind::RequestTrait | Kind::HostPrefix | Kind::SigningName | Kind::Protocol | Kind::AuthRemoved => {
            minor_on_wire("requests are made differently; crates of the older revision go on as before")
        }
        Kind::AuthAdded => patch("requests are authenticated as before"),
        Kind::CallTrait => patch("what is sent and received stays the same"),
        Kind::ErrorAdded => minor_on_wire("code that handles errors may meet one that it did not know here"),
        Kind::ErrorRemoved => minor("code that handles it stays valid"),
        Kind::ErrorTrait => {
            minor_on_wire("the error is judged differently: its status, whose fault it is, or a retry")
        }
        Kind::Tightened => minor_on_wire("the service may refuse values that it took before"),
        Kind::Loosened => patch("what was allowed still is"),
        Kind::TokenTraitAdded => minor("it is filled where it is absent"),
        Kind::TokenTraitRemoved => minor_on_wire("it is no longer filled where it is absent"),
        Kind::SensitiveAdded => patch("`Debug` hides the value"),
        Kind::SensitiveRemoved => minor_on_wire("`Debug` prints the value"),
        Kind::Deprecated => minor("its use is discouraged; it works as before"),
        Kind::NoLongerDeprecated => patch("its use is no longer discouraged"),

        Kind::PaginatorAdded => minor("the operation's pages can be followed"),
        Kind::PaginatorRemoved => major("code that follows the operation's pages no longer compiles"),
        Kind::PaginatorItems => major("the items of the operation's pages are of another type or place"),
        Kind::PaginatorTokens => minor_on_wire("pages are asked for differently"),
        Kind::WaiterAdded => minor("a new waiter takes nothing from existing code"),
        Kind::WaiterRemoved => major("code that uses the waiter no longer compiles"),
        Kind::WaiterRenamed => major("the waiter has another name in Rust"),
        Kind::WaiterTuned => patch_on_wire("it asks at other times, or takes other answers for the end"),
        Kind::EndpointAnswers => minor_on_wire("requests go to other hosts in some regions or variants"),
        Kind::EndpointRules => patch("all known regions and variants have the endpoints that they had"),
        Kind::Identity => patch("only texts for people name it"),
        Kind::RustName => major("code that uses the old name no longer compiles"),
        Kind::Recursion => major("the field's type gained or lost a `Box`"),
        Kind::Documentation => patch("documentation"),
        Kind::GeneratedApi => {
            major("the crate's public items differ, and no change of the model accounts for it")
        }
    }
}

fn patch(why: &'static str) -> Verdict {
    verdict(Level::Patch, false, why)
}

fn patch_on_wire(why: &'static str) -> Verdict {
    verdict(Level::Patch, true, why)
}

fn minor(why: &'static str) -> Verdict {
    verdict(Level::Minor, false, why)
}

fn minor_on_wire(why: &'static str) -> Verdict {
    verdict(Level::Minor, true, why)
}

fn major(why: &'static str) -> Verdict {
    verdict(Level::Major, false, why)
}

fn major_on_wire(why: &'static str) -> Verdict {
    verdict(Level::Major, true, why)
}

fn verdict(level: Level, wire: bool, why: &'static str) -> Verdict {
    Verdict { level, wire, why }
}
