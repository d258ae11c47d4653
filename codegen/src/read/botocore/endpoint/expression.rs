//! Expressions of endpoint rules, with their types.

use super::super::keys::On;
use super::super::reader::Reader;
use super::scope::Scope;
use super::template;
use crate::model::{Arguments, Expression, Function, Step, Type};
use crate::read::json::{Kind, Node};

/// An expression and its type, as far as that is known.
pub(super) struct Typed {
    pub(super) expression: Expression,
    pub(super) kind: Option<Type>,
}

/// What stands under `fn`.
#[derive(Clone, Copy)]
enum Callee {
    GetAttr,
    Function(Function),
}

impl Reader<'_, '_> {
    /// An expression that must be of that type.
    pub(super) fn typed(&mut self, node: &Node<'_, '_>, wanted: Type, scope: &Scope) -> Option<Expression> {
        let typed = self.expression(node, scope)?;
        self.fits(node, &typed, wanted).then_some(typed.expression)
    }

    fn expression(&mut self, node: &Node<'_, '_>, scope: &Scope) -> Option<Typed> {
        let (expression, kind) = match &node.value.kind {
            Kind::String(_) => (Expression::Text(self.template(node, scope)?), Type::String),
            Kind::Bool(truth) => (Expression::Boolean(*truth), Type::Boolean),
            Kind::Number(_) => (Expression::Integer(self.whole(node)?), Type::Integer),
            Kind::Object(_) if node.get("ref").is_some() => return self.reference_to_value(node, scope),
            Kind::Object(_) => return self.call(node, scope, false),
            Kind::Null | Kind::Array(_) => {
                self.wrong_type(node, "a text, a number, true or false, a reference or a call");
                return None;
            }
        };
        let kind = Some(kind);
        Some(Typed { expression, kind })
    }

    fn reference_to_value(&mut self, node: &Node<'_, '_>, scope: &Scope) -> Option<Typed> {
        let mut typed = None;
        for (key, child) in self.object(node) {
            match key {
                "ref" => {
                    let name = self.text(&child)?;
                    let kind = self.known(&child, &name, scope);
                    let expression = Expression::Reference(name);
                    typed = Some(Typed { expression, kind });
                }
                _ => self.other_key(On::ValueReference, key, &child),
            }
        }
        typed
    }

    /// The type of a value, which must be known; `None` where it is not.
    pub(super) fn known(&mut self, node: &Node<'_, '_>, name: &str, scope: &Scope) -> Option<Type> {
        if let Some(kind) = scope.get(name) {
            return kind;
        }
        let otherwise = "refer to a parameter, or to what a condition before this assigns";
        let help = self.problems.did_you_mean(name, scope.names(), otherwise);
        self.problems
            .at(node)
            .error(format!("there is no value `{name}` here"))
            .help(help);
        None
    }

    /// The call of a function; a condition may have an `assign`, which its reader reads.
    pub(super) fn call(&mut self, node: &Node<'_, '_>, scope: &Scope, condition: bool) -> Option<Typed> {
        let (mut callee, mut arguments) = (None, None);
        for (key, child) in self.object(node) {
            match key {
                "fn" => callee = self.callee(&child),
                "argv" => arguments = Some(child),
                "assign" if condition => {}
                _ => self.other_key(On::Call, key, &child),
            }
        }
        self.needs(node, "fn", "it names the function that is called");
        self.needs(node, "argv", "they are what the function is called with");
        let (callee, arguments) = (callee?, arguments?);
        let function = match callee {
            Callee::GetAttr => return self.attribute(&arguments, scope),
            Callee::Function(function) => function,
        };
        let items: Vec<_> = self.array(&arguments).collect();
        let read = items
            .iter()
            .map(|item| Some((item, self.expression(item, scope)?)));
        let read: Vec<_> = read.collect::<Vec<_>>().into_iter().collect::<Option<_>>()?;
        let sound = self.arguments(&arguments, function, &read);
        let last = read.last().and_then(|(_, typed)| typed.kind);
        let kind = function.result().or(last);
        let arguments = read.into_iter().map(|(_, typed)| typed.expression).collect();
        let expression = Expression::Call { function, arguments };
        sound.then_some(Typed { expression, kind })
    }

    fn callee(&mut self, node: &Node<'_, '_>) -> Option<Callee> {
        let name = self.text(node)?;
        let callee = match name.as_str() {
            "getAttr" => Some(Callee::GetAttr),
            name => Function::ALL
                .into_iter()
                .find(|function| function.as_str() == name)
                .map(Callee::Function),
        };
        if callee.is_none() {
            let names = Function::ALL.iter().map(|function| function.as_str());
            let otherwise = "tell the maintainers of this generator what the function does";
            let help = self
                .problems
                .did_you_mean(&name, names.chain(["getAttr"]), otherwise);
            self.problems
                .at(node)
                .error(format!("unknown function `{name}`"))
                .help(help);
        }
        callee
    }

    /// Whether a function can be called with that.
    fn arguments(
        &mut self,
        node: &Node<'_, '_>,
        function: Function,
        given: &[(&Node<'_, '_>, Typed)],
    ) -> bool {
        let (right, help) = match function.arguments() {
            Arguments::Any => (given.len() == 1, "one value".to_owned()),
            Arguments::Of(types) => {
                let words: Vec<_> = types.iter().map(|kind| kind.words()).collect();
                (given.len() == types.len(), words.join(", "))
            }
            Arguments::Choice => (given.len() == 3, "a truth value and two others".to_owned()),
            Arguments::Same => (given.len() >= 2, "two or more values".to_owned()),
        };
        let name = function.as_str();
        if !right {
            let message = format!("`{name}` is called with {} arguments", given.len());
            self.problems
                .at(node)
                .error(message)
                .help(format!("`{name}` takes {help}"));
            return false;
        }
        let kind = |index: usize| given.get(index).and_then(|(_, typed)| typed.kind);
        let wanted: Vec<Option<Type>> = match function.arguments() {
            Arguments::Any => vec![None],
            Arguments::Of(types) => types.iter().copied().map(Some).collect(),
            Arguments::Choice => vec![Some(Type::Boolean), None, kind(1)],
            Arguments::Same => vec![kind(0); given.len()],
        };
        let mut misfits = 0;
        for ((node, typed), wanted) in given.iter().zip(wanted) {
            if wanted.is_some_and(|wanted| !self.fits(node, typed, wanted)) {
                misfits += 1;
            }
        }
        misfits == 0
    }

    /// Whether an expression is of a type, as far as that is known.
    fn fits(&mut self, node: &Node<'_, '_>, typed: &Typed, wanted: Type) -> bool {
        match typed.kind {
            Some(found) if found != wanted => {
                let message = format!("expected {}, found {}", wanted.words(), found.words());
                let help = "the rules can't be asked like this: mend the expression";
                self.problems.at(node).error(message).help(help);
                false
            }
            _ => true,
        }
    }

    fn attribute(&mut self, arguments: &Node<'_, '_>, scope: &Scope) -> Option<Typed> {
        let items: Vec<_> = self.array(arguments).collect();
        let [of, way] = items.as_slice() else {
            let message = format!("`getAttr` is called with {} arguments", items.len());
            let help = "`getAttr` takes a value and the way to a part of it";
            self.problems.at(arguments).error(message).help(help);
            return None;
        };
        let of = self.expression(of, scope)?;
        let text = self.text(way)?;
        let Some(path) = template::path(&text) else {
            self.no_path(way, &text);
            return None;
        };
        let kind = self.part(way, of.kind, &path);
        let of = Box::new(of.expression);
        let expression = Expression::Attribute { of, path };
        Some(Typed { expression, kind })
    }

    /// Notes that a text is no way to a part.
    pub(super) fn no_path(&mut self, node: &Node<'_, '_>, text: &str) {
        self.problems
            .at(node)
            .error(format!("`{text}` is no way to a part of a value"))
            .help("write names with dots between them and numbers in brackets: `resourceId[0]`");
    }

    /// The type of a part of a value.
    pub(super) fn part(&mut self, node: &Node<'_, '_>, of: Option<Type>, path: &[Step]) -> Option<Type> {
        let mut whole = of?;
        for step in path {
            let part = match step {
                Step::Key(name) => whole
                    .parts()
                    .iter()
                    .find(|(part, _)| part == name)
                    .map(|(_, kind)| *kind),
                Step::Index(_) => (whole == Type::StringArray).then_some(Type::String),
            };
            match (part, step) {
                (Some(part), _) => whole = part,
                (None, Step::Index(index)) => {
                    let message = format!("{} has no item {index}", whole.words());
                    let help = "only lists have items: mend the way to the part";
                    self.problems.at(node).error(message).help(help);
                    return None;
                }
                (None, Step::Key(name)) => {
                    let parts: Vec<_> = whole.parts().iter().map(|(part, _)| *part).collect();
                    let otherwise = match parts.is_empty() {
                        true => "it has no parts with names".to_owned(),
                        false => format!("its parts are `{}`", parts.join("`, `")),
                    };
                    let help = self.problems.did_you_mean(name, parts.into_iter(), otherwise);
                    let message = format!("{} has no part `{name}`", whole.words());
                    self.problems.at(node).error(message).help(help);
                    return None;
                }
            }
        }
        Some(whole)
    }
}
