//! Documentation as HTML.

use std::fmt;

use askama::filters::HtmlSafe;
use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};

/// HTML that was made from Markdown, without anything of it that a browser would run or load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Docs(String);

impl HtmlSafe for Docs {}

impl fmt::Display for Docs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Docs {
    /// Markdown as HTML. HTML within it is text, images are their words, and links lead to the web only.
    pub(super) fn new(markdown: &str) -> Self {
        let mut keeps_link = Vec::new();
        let events = Parser::new(markdown).filter_map(|event| match event {
            Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
            Event::Start(Tag::Heading { .. }) => Some(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::Link { ref dest_url, .. }) => {
                let keeps = ["https://", "http://"]
                    .iter()
                    .any(|scheme| dest_url.starts_with(scheme));
                keeps_link.push(keeps);
                keeps.then_some(event)
            }
            Event::End(TagEnd::Link) => keeps_link.pop().unwrap_or_default().then_some(event),
            event => Some(event),
        });
        let mut text = String::new();
        html::push_html(&mut text, events);
        Self(text.trim_end().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Docs;

    fn html(markdown: &str) -> String {
        Docs::new(markdown).to_string()
    }

    #[test]
    fn html_in_documentation_is_text() {
        assert_eq!(
            html("A <script>alert(1)</script> of `<b>`."),
            "<p>A &lt;script&gt;alert(1)&lt;/script&gt; of <code>&lt;b&gt;</code>.</p>"
        );
        assert!(!html("<div onclick=x>\n\n</div>").contains("<div"));
    }

    #[test]
    fn links_lead_to_the_web_only() {
        assert_eq!(
            html("[one](https://example.com) [two](javascript:x) [three](types::Three)"),
            "<p><a href=\"https://example.com\">one</a> two three</p>"
        );
    }

    #[test]
    fn an_image_is_its_words() {
        assert_eq!(
            html("![a picture](https://example.com/x.png)"),
            "<p>a picture</p>"
        );
    }
}
