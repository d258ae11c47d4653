//! Problems as text for people: each with the piece of its file, and a count at the end.

mod excerpt;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use codegen::diagnostic::{Diagnostic, Place, Severity, Source};

use self::excerpt::Excerpt;

/// Problems, and the texts that they are in.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    diagnostics: Vec<Diagnostic>,
    sources: Vec<Source>,
}

impl Problems {
    /// Problems of these texts; a problem of a text that is not among them is shown without it.
    pub(crate) fn new(diagnostics: Vec<Diagnostic>, sources: Vec<Source>) -> Self {
        Self { diagnostics, sources }
    }

    /// Changes the newest problem.
    pub(crate) fn edit(&mut self, change: impl FnOnce(&mut Diagnostic)) {
        if let Some(newest) = self.diagnostics.last_mut() {
            change(newest);
        }
    }

    /// Adds other problems with their texts.
    pub(crate) fn extend(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
        self.sources.extend(other.sources);
    }

    /// The text to be printed; empty where there is no problem.
    pub(crate) fn render(&self, colour: bool) -> String {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let mut text = String::new();
        for diagnostic in &self.diagnostics {
            text.push_str(&renderer.render(&[self.group(diagnostic)]));
            text.push_str("\n\n");
        }
        // A single problem that has no place needs no count.
        let single = matches!(self.diagnostics.as_slice(), [one] if one.place.is_none());
        if single {
            text.pop();
        } else if let Some(count) = count(&self.diagnostics) {
            text.push_str(&count);
            text.push('\n');
        }
        text
    }

    fn group<'a>(&'a self, diagnostic: &'a Diagnostic) -> Group<'a> {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()));
        if let Some(place) = &diagnostic.place {
            group = group.elements(self.place(place));
        }
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        group
    }

    fn place<'a>(&'a self, place: &'a Place) -> Vec<Element<'a>> {
        let (line, column) = place.line_column.unzip();
        let mut origin = Origin::path(place.file.as_str());
        if let (Some(line), Some(column)) = (line, column) {
            origin = origin.line(line).char_column(column);
        }
        let source = self.sources.iter().find(|source| source.name == place.file);
        let mut elements = Vec::new();
        match source
            .zip(place.span)
            .map(|(source, span)| Excerpt::of(&source.text, span))
        {
            None => elements.push(Element::from(origin)),
            Some(Excerpt {
                text,
                span,
                from_start,
            }) => {
                let annotation = AnnotationKind::Primary.span(span);
                let snippet = Snippet::source(text)
                    .line_start(line.unwrap_or(1))
                    .annotation(annotation);
                if from_start {
                    elements.push(snippet.path(place.file.as_str()).into());
                } else {
                    // The column in the piece is not the column of the line, which is stated apart.
                    elements.extend([Element::from(origin), snippet.into()]);
                }
            }
        }
        if !place.pointer.is_empty() {
            elements.push(Level::NOTE.with_name("at").message(place.pointer.as_str()).into());
        }
        elements
    }
}

/// `2 errors, 1 warning`.
fn count(diagnostics: &[Diagnostic]) -> Option<String> {
    let severities = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Note, "note"),
    ];
    let counts = severities.iter().filter_map(|(severity, name)| {
        match diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == *severity)
            .count()
        {
            0 => None,
            1 => Some(format!("1 {name}")),
            number => Some(format!("{number} {name}s")),
        }
    });
    Some(counts.collect::<Vec<_>>().join(", ")).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use codegen::diagnostic::{Diagnostic, Place, Source};

    use super::Problems;

    fn place(span: std::ops::Range<usize>, line_column: (usize, usize)) -> Place {
        Place {
            file: "service-2.json".to_owned(),
            pointer: "/shapes/Bucket/type".to_owned(),
            span: Some(span.into()),
            line_column: Some(line_column),
        }
    }

    #[test]
    fn a_problem_shows_place_text_pointer_and_help() {
        let source = Source::new(
            "service-2.json",
            "{\n  \"shapes\": {\"Bucket\": {\"type\": \"bucket\"}}\n}\n",
        );
        let error = Diagnostic::error("`bucket` is no type")
            .at(place(34..42, (2, 33)))
            .help("write `structure`");
        let text = Problems::new(vec![error], vec![source]).render(false);
        for part in [
            "error: `bucket` is no type\n",
            "--> service-2.json:2:33\n",
            "2 |   \"shapes\": {\"Bucket\": {\"type\": \"bucket\"}}\n",
            "/shapes/Bucket/type",
            "help: write `structure`",
            "\n1 error\n",
        ] {
            assert!(text.contains(part), "{part:?} is not in:\n{text}");
        }
    }

    #[test]
    fn two_megabytes_on_one_line_show_as_a_short_piece() {
        let before = "\"x\":1,".repeat(200_000);
        let text = format!("{{{before}\"bad\":true,{before}\"y\":2}}");
        let start = 1 + before.len() + 6;
        let error = Diagnostic::error("bad").at(place(start..start + 4, (1, start + 1)));
        let shown = Problems::new(vec![error], vec![Source::new("service-2.json", text)]).render(false);
        assert!(shown.len() < 1_000, "{} characters", shown.len());
        assert!(shown.contains("\"bad\":true"), "{shown}");
        assert!(
            shown.contains(&format!("service-2.json:1:{}", start + 1)),
            "{shown}"
        );
    }

    #[test]
    fn a_long_line_is_shortened_around_the_problem() {
        let (before, after) = (" ".repeat(2) + &"\"x\":1,".repeat(200), ",\"x\":1".repeat(200));
        let source = Source::new("service-2.json", format!("{{\n{before}\"bad\":true{after}\n}}"));
        let start = 2 + before.len();
        let error = Diagnostic::error("bad").at(place(start..start + 5, (2, before.len() + 1)));
        let shown = Problems::new(vec![error], vec![source]).render(false);
        assert!(shown.lines().all(|line| line.len() < 160), "{shown}");
        assert!(
            shown.contains(&format!("service-2.json:2:{}", before.len() + 1)),
            "{shown}"
        );
        assert!(shown.contains("...") && shown.contains("\"bad\":true"), "{shown}");
    }

    #[test]
    fn only_a_terminal_gets_colours() {
        let problems = Problems::new(vec![Diagnostic::error("no").help("yes")], Vec::new());
        assert!(problems.render(true).contains('\u{1b}'));
        assert!(!problems.render(false).contains('\u{1b}'));
    }

    #[test]
    fn problems_are_counted_by_severity() {
        let problems = vec![
            Diagnostic::error("a"),
            Diagnostic::warning("b"),
            Diagnostic::error("c"),
        ];
        assert!(
            Problems::new(problems, Vec::new())
                .render(false)
                .ends_with("\n\n2 errors, 1 warning\n")
        );
    }

    #[test]
    fn no_problem_is_no_text() {
        assert_eq!(Problems::default().render(false), "");
    }
}
