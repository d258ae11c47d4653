//! What is to be compared, from the words of the command line.

use std::path::PathBuf;

use crate::cli::ChangesArgs;
use crate::date::Date;
use crate::failure::Failure;
use crate::models::{self, Service};
use crate::workspace::Workspace;

/// What is to be compared.
pub(super) enum Asked {
    /// Each revision of a service with the one before.
    History(Service),
    /// Two revisions or models.
    Pair {
        /// The service whose history names of both are from.
        service: Option<Service>,
        /// The older one.
        from: Point,
        /// The newer one.
        to: Point,
    },
}

/// One of the two that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Point {
    /// A revision of the service.
    Revision(Date),
    /// Any model.
    Model(PathBuf),
}

impl Asked {
    /// What the arguments ask for.
    pub(super) fn of(args: &ChangesArgs, workspace: &Workspace) -> Result<Self, Failure> {
        let words = [&args.service, &args.from, &args.to];
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        let (service, points) = service(&words, workspace)?;
        if args.all {
            return match (service, points) {
                (Some(service), []) if service.revisions.len() > 1 => Ok(Self::History(service)),
                (Some(service), []) => Err(too_few(&service)),
                _ => Err(
                    Failure::usage("--all compares the whole history of an imported service")
                        .help("name the service alone: `cargo xtask changes macie2 --all`"),
                ),
            };
        }
        let mut service = service;
        let points: Vec<Point> = points
            .iter()
            .map(|text| Point::of(text, &mut service, workspace))
            .collect::<Result<_, _>>()?;
        Self::pair(service, points)
    }

    fn pair(service: Option<Service>, points: Vec<Point>) -> Result<Self, Failure> {
        let newest = service
            .as_ref()
            .and_then(|service| service.revisions.last().copied());
        let (from, to) = match (points.as_slice(), newest) {
            ([from, to], _) => (from.clone(), to.clone()),
            ([from @ Point::Revision(date)], Some(newest)) if *date != newest => {
                (from.clone(), Point::Revision(newest))
            }
            ([to @ Point::Model(_)], Some(newest)) => (Point::Revision(newest), to.clone()),
            // The newest alone is compared as if it had not been named.
            ([] | [Point::Revision(_)], Some(_)) => {
                match service.as_ref().map(|service| service.revisions.as_slice()) {
                    Some([.., before, newest]) => (Point::Revision(*before), Point::Revision(*newest)),
                    _ => return Err(service.as_ref().map_or_else(one_model, too_few)),
                }
            }
            _ => return Err(service.as_ref().map_or_else(one_model, too_few)),
        };
        Ok(Self::Pair { service, from, to })
    }
}

/// The service that the first word names, and the other words.
fn service<'w, 'a>(
    words: &'w [&'a str],
    workspace: &Workspace,
) -> Result<(Option<Service>, &'w [&'a str]), Failure> {
    let mut services = models::services(workspace)?;
    let names: Vec<String> = services.iter().map(|service| service.name.clone()).collect();
    let Some((first, rest)) = words.split_first() else {
        return match services.len() {
            1 => Ok((services.pop(), &[])),
            _ => Err(Failure::usage("which service?").help(format!("give one of: {}", names.join(", ")))),
        };
    };
    if let Some(at) = names.iter().position(|name| name == first) {
        return Ok((Some(services.swap_remove(at)), rest));
    }
    let is_model = workspace.resolve(first.as_ref()).exists();
    match rest.len() {
        0 | 1 if is_model => Ok((None, words)),
        _ => Err(Failure::usage(format!(
            "`{first}` is no imported service{}",
            if is_model { "" } else { ", and no model" }
        ))
        .help(format!(
            "give one of: {}; or the paths of two models",
            names.join(", ")
        ))),
    }
}

impl Point {
    /// Whether it is that revision.
    pub(super) fn is(&self, date: Date) -> bool {
        *self == Self::Revision(date)
    }

    /// What a word means; a path may lead to a revision, and tell the service.
    fn of(text: &str, service: &mut Option<Service>, workspace: &Workspace) -> Result<Self, Failure> {
        let path = workspace.resolve(text.as_ref());
        match (&*service, text.parse::<Date>()) {
            (Some(service), Ok(date)) if service.revisions.contains(&date) => {
                return Ok(Self::Revision(date));
            }
            (Some(service), Ok(date)) if !path.exists() => return Err(unknown(service, date)),
            _ => {}
        }
        if let Some((found, date)) = models::imported(workspace, &path)?
            && service.as_ref().is_none_or(|service| service.name == found.name)
        {
            *service = Some(found);
            return Ok(Self::Revision(date));
        }
        if path.exists() {
            return Ok(Self::Model(path));
        }
        Err(
            Failure::usage(format!("{text} is neither a revision nor a model")).help(
                "give a date as in `models/`, such as 2020-06-10, or the path of a model file or folder",
            ),
        )
    }
}

/// What to say where the older of the two comes second.
pub(super) fn backwards(from: &Point, to: &Point) -> Option<String> {
    match (from, to) {
        (Point::Revision(from), Point::Revision(to)) if from > to => Some(format!(
            "note: {from} is newer than {to}: this is what going back would change"
        )),
        _ => None,
    }
}

fn unknown(service: &Service, date: Date) -> Failure {
    let known = &service.revisions;
    let before = known.iter().rev().find(|known| **known < date);
    let after = known.iter().find(|known| **known > date);
    let nearest: Vec<String> = before.into_iter().chain(after).map(Date::to_string).collect();
    Failure::usage(format!("{} has no revision {date}", service.name)).help(if nearest.is_empty() {
        "import it: `cargo xtask import PATH`".to_owned()
    } else {
        format!("the nearest: {}", nearest.join(" and "))
    })
}

fn too_few(service: &Service) -> Failure {
    Failure::usage(format!("{} has no two revisions to compare", service.name))
        .help("import another: `cargo xtask import PATH`, or give the path of a model")
}

fn one_model() -> Failure {
    Failure::usage("one model is nothing to compare")
        .help("give a second model, or the service first: `cargo xtask changes macie2 PATH`")
}
