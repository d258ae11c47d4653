//! The timeline: how much there was of the service, revision by revision.
//!
//! Places along the time axis are percentages and heights are pixels, so that the chart fills any width and its words
//! keep their size.

use askama::Template;
use askama::filters::HtmlSafe;

/// What the chart knows of a revision.
#[derive(Debug, Clone)]
pub(super) struct Point {
    /// When it was, in years.
    pub(super) when: f64,
    /// Its date.
    pub(super) name: String,
    pub(super) href: Option<String>,
    /// What it is for clients of the one before.
    pub(super) kind: PointKind,
    /// What is said of it.
    pub(super) words: String,
    /// A number for every panel.
    pub(super) values: [usize; PANELS.len()],
}

/// What a revision is for clients of the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PointKind {
    /// Nothing that is to be marked.
    Plain,
    /// It warns of the wire.
    Wire,
    /// It breaks.
    Major,
}

/// What is counted, from the top.
const PANELS: [&str; 3] = ["Operations", "Structures", "Enum values"];

/// The height of the row of revisions, where no two of them meet.
const TOP: usize = 34;
/// The height that is added for revisions that would meet others.
const LANE: usize = 15;
/// So many revisions may stand above one another.
const MOST_LANES: usize = 3;
/// The width of a revision's sign, as a part of the chart in percent.
const SIGN: f64 = 1.7;
/// Where the row of revisions has its line.
const LINE: usize = 16;
/// The height of a panel's words.
const HEAD: usize = 24;
/// The height of a panel's picture.
const BODY: usize = 76;
/// The height of the row of years.
const FOOT: usize = 26;
/// What follows the last revision, as a part of the time before.
const TAIL: f64 = 0.03;

/// The timeline as it is printed.
#[derive(Debug, Template)]
#[template(path = "parts/chart.html")]
pub(super) struct Chart {
    height: usize,
    /// Where the row of revisions has its line.
    line: usize,
    bottom: usize,
    axis: usize,
    about: String,
    panels: Vec<Panel>,
    years: Vec<Year>,
    marks: Vec<PointMark>,
}

impl HtmlSafe for Chart {}

#[derive(Debug)]
struct Panel {
    title: &'static str,
    title_y: usize,
    base: usize,
    /// Where the greatest number is.
    top: usize,
    most: usize,
    first: usize,
    last: usize,
    steps: Vec<Step>,
}

/// A revision's time in a panel.
#[derive(Debug)]
struct Step {
    from: String,
    to: String,
    width: String,
    y: usize,
    height: usize,
    /// The height of the next step, where there is one and it differs.
    next: Option<usize>,
}

#[derive(Debug)]
struct Year {
    x: String,
    name: i32,
}

#[derive(Debug)]
struct PointMark {
    x: String,
    y: usize,
    kind: &'static str,
    name: String,
    words: String,
    href: Option<String>,
}

impl Chart {
    /// The chart of a history, whose oldest revision comes first.
    pub(super) fn new(service: &str, points: &[Point]) -> Self {
        let axis = Axis::of(points);
        let lanes = lanes(points, &axis);
        let line = LINE + lanes.iter().copied().max().unwrap_or_default() * LANE;
        let top = TOP + line - LINE;
        let panels: Vec<Panel> = PANELS
            .iter()
            .enumerate()
            .map(|(number, title)| {
                let values: Vec<usize> = points
                    .iter()
                    .map(|point| point.values.get(number).copied().unwrap_or_default())
                    .collect();
                panel(title, top + number * (HEAD + BODY), points, &values, &axis)
            })
            .collect();
        let bottom = top + PANELS.len() * (HEAD + BODY);
        Self {
            height: bottom + FOOT,
            line,
            bottom,
            axis: bottom + FOOT - 8,
            about: about(service, points, &panels),
            panels,
            years: axis.years(),
            marks: points
                .iter()
                .zip(lanes)
                .map(|(point, lane)| PointMark::new(point, &axis, line - lane * LANE))
                .collect(),
        }
    }
}

fn panel(title: &'static str, top: usize, points: &[Point], values: &[usize], axis: &Axis) -> Panel {
    let base = top + HEAD + BODY;
    let most = values.iter().copied().max().unwrap_or_default().max(1);
    let height = |value: usize| value * (BODY - 8) / most;
    let ends = points
        .iter()
        .skip(1)
        .map(|point| axis.at(point.when))
        .chain([100.0]);
    let nexts = values.iter().skip(1).map(|next| Some(*next)).chain([None]);
    let steps = points
        .iter()
        .zip(values)
        .zip(ends)
        .zip(nexts)
        .map(|(((point, value), end), next)| {
            let start = axis.at(point.when);
            Step {
                from: percent(start),
                to: percent(end),
                width: percent(end - start),
                y: base - height(*value),
                height: height(*value),
                next: next.map(|next| base - height(next)),
            }
        });
    Panel {
        title,
        title_y: top + HEAD - 9,
        base,
        top: base - height(most),
        most,
        first: values.first().copied().unwrap_or_default(),
        last: values.last().copied().unwrap_or_default(),
        steps: steps.collect(),
    }
}

/// How high each revision stands above the line, so that signs that would meet are above one another.
fn lanes(points: &[Point], axis: &Axis) -> Vec<usize> {
    let mut ends = [f64::NEG_INFINITY; MOST_LANES];
    let lane = |point: &Point| {
        let start = axis.at(point.when);
        let free = ends.iter().position(|end| *end <= start).unwrap_or_default();
        if let Some(end) = ends.get_mut(free) {
            *end = start + SIGN;
        }
        free
    };
    points.iter().map(lane).collect()
}

/// The chart in words.
fn about(service: &str, points: &[Point], panels: &[Panel]) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return format!("{service} has no revision.");
    };
    let growth: Vec<String> = panels
        .iter()
        .map(|panel| {
            format!(
                "{} from {} to {}",
                panel.title.to_lowercase(),
                panel.first,
                panel.last
            )
        })
        .collect();
    let majors: Vec<&str> = points
        .iter()
        .filter(|point| point.kind == PointKind::Major)
        .map(|point| point.name.as_str())
        .collect();
    let breaking = match majors.as_slice() {
        [] => "No revision breaks".to_owned(),
        majors => format!("Breaking revisions: {}", majors.join(", ")),
    };
    format!(
        "{service} from {} to {}: {}. {breaking}. The table of revisions below has all numbers.",
        first.name,
        last.name,
        growth.join(", ")
    )
}

/// The time axis.
struct Axis {
    start: f64,
    span: f64,
}

impl Axis {
    fn of(points: &[Point]) -> Self {
        let start = points.first().map_or(0.0, |point| point.when);
        let end = points.last().map_or(start, |point| point.when);
        let span = (end - start) * (1.0 + TAIL);
        Self {
            start,
            span: if span > 0.0 { span } else { 1.0 },
        }
    }

    /// The place of a time in percent.
    fn at(&self, when: f64) -> f64 {
        ((when - self.start) / self.span * 100.0).clamp(0.0, 100.0)
    }

    /// The years that begin on the axis, at most about ten of them.
    fn years(&self) -> Vec<Year> {
        let first = self.start.ceil() as i32;
        let last = (self.start + self.span).floor() as i32;
        let every = ((last - first) / 10 + 1).max(1);
        (first..=last)
            .filter(|year| year % every == 0)
            .map(|year| Year {
                x: percent(self.at(f64::from(year))),
                name: year,
            })
            .collect()
    }
}

impl PointMark {
    fn new(point: &Point, axis: &Axis, y: usize) -> Self {
        Self {
            x: percent(axis.at(point.when)),
            y,
            kind: match point.kind {
                PointKind::Plain => "plain",
                PointKind::Wire => "wire",
                PointKind::Major => "major",
            },
            name: point.name.clone(),
            words: point.words.clone(),
            href: point.href.clone(),
        }
    }
}

fn percent(value: f64) -> String {
    format!("{value:.2}%")
}

#[cfg(test)]
mod tests {
    use super::{Chart, Point, PointKind};

    fn point(when: f64, kind: PointKind) -> Point {
        Point {
            when,
            name: format!("{when:.0}-01-01"),
            href: None,
            kind,
            words: String::new(),
            values: [1, 2, 3],
        }
    }

    #[test]
    fn one_revision_fills_the_chart() {
        let chart = Chart::new("Service", &[point(2020.0, PointKind::Plain)]);
        let widths: Vec<&str> = chart
            .panels
            .iter()
            .flat_map(|panel| &panel.steps)
            .map(|step| step.width.as_str())
            .collect();
        assert_eq!(widths, ["100.00%"; 3]);
    }

    #[test]
    fn no_revision_is_said_and_nothing_is_drawn() {
        let chart = Chart::new("Service", &[]);
        assert_eq!(
            (chart.about.as_str(), chart.marks.len()),
            ("Service has no revision.", 0)
        );
    }

    #[test]
    fn revisions_that_would_meet_stand_above_one_another() {
        let times = [2020.0, 2020.01, 2021.0, 2024.0];
        let chart = Chart::new("Service", &times.map(|when| point(when, PointKind::Wire)));
        let heights: Vec<usize> = chart.marks.iter().map(|mark| chart.line - mark.y).collect();
        assert_eq!(heights, [0, super::LANE, 0, 0]);
    }

    #[test]
    fn the_words_name_the_breaking_revisions() {
        let points = [point(2020.0, PointKind::Plain), point(2021.0, PointKind::Major)];
        let chart = Chart::new("<Service>", &points);
        assert!(
            chart.about.contains("Breaking revisions: 2021-01-01."),
            "{}",
            chart.about
        );
        assert!(!chart.to_string().contains("<Service>"));
    }
}
