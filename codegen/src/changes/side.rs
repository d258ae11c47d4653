//! A revision that is ready to be compared.

use crate::diagnostic::Diagnostic;
use crate::model::ServiceModel;
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
}

impl Side {
    /// Plans the crate of a revision.
    ///
    /// # Errors
    ///
    /// No crate can be planned for the model.
    pub fn new(
        name: impl Into<String>,
        model: ServiceModel,
        context: &Context,
    ) -> Result<Self, Vec<Diagnostic>> {
        let (plan, _) = plan::plan(&model, context)?;
        Ok(Self {
            name: name.into(),
            api: Api::of(&plan),
            model,
            plan,
        })
    }
}
