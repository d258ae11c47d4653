//! Text and code as Markdown source that means just that text.

/// What is longer is no URL.
const LONGEST_URL: usize = 4096;

/// Adds text so that no character of it means anything in Markdown. URLs become links, unless the text stands in
/// a link already; what authors put between backticks becomes code.
pub(super) fn push_text(out: &mut String, text: &str, in_link: bool) {
    let urls = !in_link && text.contains("://");
    let mut rest = text;
    let mut before = None;
    while let Some(at) = rest.find(|c| may_mean_something(c) || (urls && c == 'h')) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        before = plain.chars().next_back().or(before);
        if let Some((url, after)) = leading_url(special).filter(|_| urls) {
            push_url(out, url);
            (before, rest) = (url.chars().next_back(), after);
            continue;
        }
        if let Some((code, after)) = leading_code(special) {
            push_code(out, code);
            (before, rest) = (Some('`'), after);
            continue;
        }
        let mut chars = special.chars();
        let Some(c) = chars.next() else { break };
        rest = chars.as_str();
        if needs_backslash(c, before, rest) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out.push_str(rest);
}

/// Whether a character means something in Markdown between some neighbours.
fn may_mean_something(c: char) -> bool {
    matches!(
        c,
        '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' | '_' | '&' | '-'
    )
}

/// Whether a character would mean something between these neighbours.
fn needs_backslash(c: char, before: Option<char>, after: &str) -> bool {
    let next = after.chars().next();
    match c {
        // Between letters an underscore is one.
        '_' => !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
        '&' => next.is_some_and(|c| c == '#' || c.is_ascii_alphabetic()),
        // rustdoc makes one dash of two, which spoils `--option`.
        '-' => {
            let end = after.chars().take(3).find(|c| *c != '-');
            next == Some('-') && end.is_some_and(char::is_alphanumeric)
        }
        _ => may_mean_something(c),
    }
}

/// Puts a backslash before what at the start of a block would make a list, heading, quote or rule of it.
pub(super) fn guard_start(block: &mut String) {
    let digits = block.find(|c: char| !c.is_ascii_digit()).unwrap_or(block.len());
    let after = block.get(digits..).unwrap_or_default();
    let mut chars = after.chars();
    let (first, second) = (chars.next(), chars.next());
    let blank = second.is_none_or(char::is_whitespace);
    let special = match first {
        Some('#' | '>') => digits == 0,
        Some('-') => digits == 0 && (blank || second == Some('-')),
        Some('+') => digits == 0 && blank,
        Some('.' | ')') => digits > 0 && blank,
        _ => false,
    };
    if special {
        block.insert(digits, '\\');
    }
}

/// Adds a code span. Line breaks and other runs of blanks are one space in it.
pub(super) fn push_code(out: &mut String, code: &str) {
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let fence = "`".repeat(longest_run(&code, '`') + 1);
    let pad = if code.starts_with('`') || code.ends_with('`') {
        " "
    } else {
        ""
    };
    if out.ends_with('`') {
        // Two code spans side by side would be none.
        out.push(' ');
    }
    out.extend([&fence, pad, &code, pad, &fence]);
}

/// The length of the longest run of a character.
pub(super) fn longest_run(text: &str, wanted: char) -> usize {
    let mut longest = 0;
    let mut current = 0;
    for c in text.chars() {
        current = if c == wanted { current + 1 } else { 0 };
        longest = longest.max(current);
    }
    longest
}

/// A link's target as it may stand between parentheses.
pub(super) fn link_target(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '|' => out.push_str("%7C"),
            '\\' => out.push_str("%5C"),
            '`' => out.push_str("%60"),
            '&' if url.contains(';') => out.push_str("&amp;"),
            c if c.is_whitespace() || c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a URL: as a link, or as code where it has placeholders and leads nowhere.
pub(super) fn push_url(out: &mut String, url: &str) {
    let host = url.split_once("://").map_or(url, |(_, host)| host);
    let leads_somewhere = host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c));
    if leads_somewhere {
        out.extend(["<", url, ">"]);
    } else {
        push_code(out, url);
    }
}

/// What stands between two backticks at the start of the text.
fn leading_code(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('`')?
        .split_once('`')
        .filter(|(code, _)| !code.trim().is_empty())
}

/// The URL at the start of the text, without the punctuation that ends the sentence around it.
fn leading_url(text: &str) -> Option<(&str, &str)> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let scheme = text.len() - host.len();
    let end = host
        .find(|c: char| !c.is_ascii() || c.is_whitespace() || c.is_control() || matches!(c, '"' | '`'))
        .unwrap_or(host.len());
    let mut host = host.get(..end).filter(|host| host.len() <= LONGEST_URL)?;
    while let Some(last) = host.chars().next_back() {
        let unpaired = |open: char, close: char| {
            last == close && host.matches(open).count() < host.matches(close).count()
        };
        let punctuation = matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '\\');
        if !(punctuation
            || unpaired('(', ')')
            || unpaired('[', ']')
            || unpaired('<', '>')
            || unpaired('{', '}'))
        {
            break;
        }
        host = host.get(..host.len() - last.len_utf8())?;
    }
    if host.is_empty() {
        None
    } else {
        text.split_at_checked(scheme + host.len())
    }
}

/// Whether a character belongs in a doc comment: not what is invisible, and not what turns the direction of
/// writing, which rustc refuses.
pub(super) fn is_shown(c: char) -> bool {
    let invisible = matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !invisible && (!c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        push_text(&mut out, text, false);
        out
    }

    fn guarded(text: &str) -> String {
        let mut block = text.to_owned();
        guard_start(&mut block);
        block
    }

    fn code(text: &str) -> String {
        let mut out = String::new();
        push_code(&mut out, text);
        out
    }

    #[test]
    fn what_means_something_gets_a_backslash() {
        assert_eq!(
            escaped(r"a*b [c] <d> e\f g|h ~i"),
            r"a\*b \[c\] \<d> e\\f g\|h \~i"
        );
    }

    #[test]
    fn underscores_inside_words_stay() {
        assert_eq!(escaped("a_b __c d_ e__f"), r"a_b \_\_c d\_ e\_\_f");
    }

    #[test]
    fn ampersands_that_would_begin_an_entity_are_escaped() {
        assert_eq!(escaped("a & b &lt; &#60; R&D"), r"a & b \&lt; \&#60; R\&D");
    }

    #[test]
    fn options_keep_both_dashes() {
        assert_eq!(escaped("--key-id a -- b"), r"\--key-id a -- b");
    }

    #[test]
    fn a_lone_backtick_is_escaped_and_a_pair_is_code() {
        assert_eq!(escaped("a ` b"), r"a \` b");
        assert_eq!(escaped("a `b*c` d"), "a `b*c` d");
        assert_eq!(escaped("``"), r"\`\`");
    }

    #[test]
    fn a_url_becomes_a_link_without_the_punctuation_around_it() {
        assert_eq!(escaped("see (https://a.b/c_d_)."), "see (<https://a.b/c_d_>).");
    }

    #[test]
    fn a_url_with_placeholders_becomes_code() {
        assert_eq!(escaped("https://{id}.a.b, x"), "`https://{id}.a.b`, x");
        assert_eq!(escaped("https://<id>.a.b"), "`https://<id>.a.b`");
    }

    #[test]
    fn a_scheme_alone_is_text() {
        assert_eq!(escaped("http:// or \"https://\""), "http:// or \"https://\"");
    }

    #[test]
    fn a_url_inside_a_link_is_text() {
        let mut out = String::new();
        push_text(&mut out, "https://a.b/[c]", true);
        assert_eq!(out, r"https://a.b/\[c\]");
    }

    #[test]
    fn block_starts_are_guarded() {
        for (from, to) in [
            ("# a", r"\# a"),
            ("> a", r"\> a"),
            ("- a", r"\- a"),
            ("-", r"\-"),
            ("---", r"\---"),
            ("+ a", r"\+ a"),
            ("1. a", r"1\. a"),
            ("12) a", r"12\) a"),
        ] {
            assert_eq!(guarded(from), to);
        }
    }

    #[test]
    fn harmless_block_starts_stay() {
        for kept in ["-1", "+1", "1.5", "1", "a. b", "", "2019-01-01"] {
            assert_eq!(guarded(kept), kept);
        }
    }

    #[test]
    fn a_code_fence_is_longer_than_any_backticks_in_it() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`a"), "`` `a ``");
    }

    #[test]
    fn blanks_in_code_are_single_spaces() {
        assert_eq!(code(" a \n  b "), "`a b`");
    }

    #[test]
    fn a_link_target_cannot_end_early() {
        assert_eq!(
            link_target("https://a/(b) c\n?d&e;"),
            "https://a/%28b%29%20c?d&amp;e;"
        );
    }
}
