//! A revision that is ready to be compared.

use std::collections::BTreeSet;

use super::reach::Reach;
use super::report::Size;
use crate::diagnostic::Diagnostic;
use crate::model::{ServiceModel, ShapeKind};
use crate::plan::api::Api;
use crate::plan::{self, Context, CratePlan};

/// A revision with the crate that is planned for it.
#[derive(Debug, Clone)]
pub struct Side {
    /// The revision's name, such as `2020-06-10`, or the path of its model.
    pub name: String,
    /// The model.
    pub model: ServiceModel,
    /// The crate of the model.
    pub plan: CratePlan,
    /// The crate's public items.
    pub api: Api,
    /// Whether the service model came without its companion files, so that nothing is known of paginators, waiters and
    /// endpoint rules: they are not compared.
    pub alone: bool,
    /// What the crate's operations reach.
    pub(super) reach: Reach,
    /// Shapes with a Rust type of their own.
    pub(super) types: BTreeSet<String>,
}

impl Side {
    /// Plans the crate of a revision, whatever its protocol.
    ///
    /// # Errors
    ///
    /// The service's name makes no crate name.
    pub fn new(
        name: impl Into<String>,
        model: ServiceModel,
        context: &Context,
    ) -> Result<Self, Vec<Diagnostic>> {
        let (plan, _) = plan::draft(&model, context)?;
        Ok(Self {
            name: name.into(),
            alone: false,
            api: Api::of(&plan),
            reach: Reach::of(&model, &plan),
            types: plan.types.iter().map(|ty| ty.name().wire.clone()).collect(),
            model,
            plan,
        })
    }

    /// How much there is of the service.
    pub fn size(&self) -> Size {
        let mut size = Size {
            operations: self.model.operations.len(),
            ..Size::default()
        };
        for shape in self.model.shapes.values() {
            match &shape.kind {
                ShapeKind::Structure(structure) => {
                    size.structures += 1;
                    size.members += structure.members.len();
                }
                ShapeKind::String { values } if !values.is_empty() => {
                    size.enums += 1;
                    size.values += values.len();
                }
                _ => {}
            }
        }
        size
    }
}
