//! Rules, conditions and expressions, evaluated.

use super::error::EndpointError;
use super::value::Value;
use super::{Endpoint, Params, function};
use crate::model::{
    Condition, EndpointRules, EndpointTemplate, Expression, Function, Outcome, Part, Partitions, Property,
    Rule, Template,
};

/// Rules and expressions that nest deeper than this can't come from a file that was read.
const DEEPEST: usize = 128;

/// No URL, header or message is longer. Without a limit, a text that holds another one twice, which holds
/// another one twice, could grow beyond all memory.
pub(super) const LONGEST: usize = 16 * 1024;

/// Asks a rule set for an endpoint.
///
/// # Errors
///
/// The rules say that there is none, or the parameters don't fit the rules.
pub fn resolve(
    rules: &EndpointRules,
    partitions: &Partitions,
    params: &Params,
) -> Result<Endpoint, EndpointError> {
    let mut scope = Vec::with_capacity(rules.parameters.len() + 4);
    for (name, parameter) in &rules.parameters {
        match params.of(name, parameter) {
            Some(value) if value.kind() != parameter.kind => {
                return Err(EndpointError::WrongType(name.clone()));
            }
            Some(value) => scope.push((name.as_str(), Value::of(value))),
            None if parameter.required => return Err(EndpointError::MissingParameter(name.clone())),
            None => {}
        }
    }
    Evaluator { partitions, scope }.rules(&rules.rules, 0)
}

struct Evaluator<'a> {
    partitions: &'a Partitions,
    /// The values that are known, by name.
    scope: Vec<(&'a str, Value<'a>)>,
}

impl<'a> Evaluator<'a> {
    /// What the first rule that applies says. Once a tree's conditions hold, no rule beside it is asked.
    fn rules(&mut self, rules: &'a [Rule], depth: usize) -> Result<Endpoint, EndpointError> {
        let depth = deeper(depth)?;
        for rule in rules {
            let known = self.scope.len();
            if self.hold(&rule.conditions, depth)? {
                return match &rule.outcome {
                    Outcome::Endpoint(template) => self.endpoint(template, depth),
                    Outcome::Error(message) => Err(EndpointError::Refused(self.text(message, depth)?)),
                    Outcome::Rules(rules) => self.rules(rules, depth),
                };
            }
            self.scope.truncate(known);
        }
        Err(EndpointError::NoRule)
    }

    fn hold(&mut self, conditions: &'a [Condition], depth: usize) -> Result<bool, EndpointError> {
        for condition in conditions {
            match self.value(&condition.expression, depth)? {
                None | Some(Value::Boolean(false)) => return Ok(false),
                Some(value) => {
                    let assigned = condition.assign.as_deref().map(|name| (name, value));
                    self.scope.extend(assigned);
                }
            }
        }
        Ok(true)
    }

    fn endpoint(&self, template: &'a EndpointTemplate, depth: usize) -> Result<Endpoint, EndpointError> {
        let mut endpoint = Endpoint {
            url: self.text(&template.url, depth)?,
            ..Endpoint::default()
        };
        for (name, values) in &template.headers {
            let values = values.iter().map(|value| self.text(value, depth));
            endpoint
                .headers
                .insert(name.clone(), values.collect::<Result<_, _>>()?);
        }
        for (name, property) in &template.properties {
            endpoint
                .properties
                .insert(name.clone(), self.property(property, depth)?);
        }
        Ok(endpoint)
    }

    fn property(
        &self,
        property: &'a Property<Template>,
        depth: usize,
    ) -> Result<Property<String>, EndpointError> {
        let depth = deeper(depth)?;
        Ok(match property {
            Property::Text(template) => Property::Text(self.fill(template)?),
            Property::Boolean(truth) => Property::Boolean(*truth),
            Property::Integer(number) => Property::Integer(*number),
            Property::List(items) => {
                let items = items.iter().map(|item| self.property(item, depth));
                Property::List(items.collect::<Result<_, _>>()?)
            }
            Property::Object(entries) => {
                let entries = entries
                    .iter()
                    .map(|(name, value)| Ok((name.clone(), self.property(value, depth)?)));
                Property::Object(entries.collect::<Result<_, _>>()?)
            }
        })
    }

    /// The value of an expression that an answer needs as a text.
    fn text(&self, expression: &'a Expression, depth: usize) -> Result<String, EndpointError> {
        match (self.value(expression, depth)?, expression) {
            (Some(Value::Text(text)), _) => Ok(text.into_owned()),
            (None, Expression::Reference(name)) => Err(EndpointError::Unset(name.clone())),
            _ => Err(EndpointError::Mistyped(None)),
        }
    }

    /// The value of an expression, if it has one.
    fn value(&self, expression: &'a Expression, depth: usize) -> Result<Option<Value<'a>>, EndpointError> {
        let depth = deeper(depth)?;
        Ok(match expression {
            Expression::Text(template) => Some(match template.parts.as_slice() {
                [Part::Text(text)] => Value::Text(text.into()),
                _ => Value::text(self.fill(template)?),
            }),
            Expression::Boolean(truth) => Some(Value::Boolean(*truth)),
            Expression::Integer(number) => Some(Value::Integer(*number)),
            Expression::Reference(name) => self.known(name).cloned(),
            Expression::Attribute { of, path } => self.value(of, depth)?.and_then(|whole| whole.part(path)),
            Expression::Call { function, arguments } => self.call(*function, arguments, depth)?,
        })
    }

    fn call(
        &self,
        function: Function,
        arguments: &'a [Expression],
        depth: usize,
    ) -> Result<Option<Value<'a>>, EndpointError> {
        match (function, arguments) {
            // These two look at no more of their arguments than they need.
            (Function::Coalesce, _) => {
                for argument in arguments {
                    let value = self.value(argument, depth)?;
                    if value.is_some() {
                        return Ok(value);
                    }
                }
                Ok(None)
            }
            (Function::Ite, [condition, yes, no]) => match self.value(condition, depth)? {
                Some(Value::Boolean(true)) => self.value(yes, depth),
                Some(Value::Boolean(false)) => self.value(no, depth),
                None => Ok(None),
                Some(_) => Err(EndpointError::Mistyped(Some(function))),
            },
            _ => {
                let values = arguments.iter().map(|argument| self.value(argument, depth));
                let values: Vec<_> = values.collect::<Result<_, _>>()?;
                function::apply(function, &values, self.partitions)
            }
        }
    }

    /// A template with its values in their places.
    fn fill(&self, template: &'a Template) -> Result<String, EndpointError> {
        let mut filled = String::new();
        for part in &template.parts {
            match part {
                Part::Text(text) => filled.push_str(text),
                Part::Value { name, path } => {
                    let whole = self.known(name).cloned();
                    match whole.and_then(|whole| whole.part(path)) {
                        Some(Value::Text(text)) => filled.push_str(&text),
                        Some(_) => return Err(EndpointError::Mistyped(None)),
                        None => return Err(EndpointError::Unset(name.clone())),
                    }
                }
            }
            if filled.len() > LONGEST {
                return Err(EndpointError::Limit);
            }
        }
        Ok(filled)
    }

    fn known(&self, name: &str) -> Option<&Value<'a>> {
        let mut newest_first = self.scope.iter().rev();
        newest_first
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }
}

fn deeper(depth: usize) -> Result<usize, EndpointError> {
    if depth < DEEPEST {
        Ok(depth + 1)
    } else {
        Err(EndpointError::Limit)
    }
}
