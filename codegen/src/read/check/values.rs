//! Constraints of values. They are only told to people, so that a wrong one costs no crate.

use super::Check;
use crate::model::{Shape, ShapeKind};

impl Check<'_, '_, '_> {
    pub(super) fn values(&mut self) {
        for shape in self.model.shapes.values() {
            self.bounds(shape);
        }
    }

    fn bounds(&mut self, shape: &Shape) {
        let number = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<f64>().ok());
        let bounds = [
            ("min", number(&shape.constraints.min)),
            ("max", number(&shape.constraints.max)),
        ];
        let counts = matches!(
            shape.kind,
            ShapeKind::String { .. } | ShapeKind::List(_) | ShapeKind::Map(_) | ShapeKind::Blob { .. }
        );
        for (key, bound) in bounds {
            if counts && bound.is_some_and(|bound| bound < 0.0) {
                let help = "documentation repeats it as it stands: nothing has fewer than no elements";
                self.at(&["shapes", &shape.name, key])
                    .warning("a length that is negative")
                    .help(help);
            }
        }
        if let [(_, Some(min)), (_, Some(max))] = bounds
            && min > max
        {
            let help = "documentation repeats them as they stand: no value can satisfy both";
            let message = format!("`min` {min} is greater than `max` {max}");
            self.at(&["shapes", &shape.name, "min"])
                .warning(message)
                .help(help);
        }
    }
}
