//! `cargo xtask changes`: what changed between two revisions, and what it means.

mod accept;
mod asked;
mod full;
mod lineage;
mod only;
mod open;
mod paint;
mod parallel;
mod print;

use codegen::changes::render::Judged;
use codegen::changes::{Level, Report, Side, compare};
use codegen::diagnostic::Source;
use codegen::model::{Partitions, Protocol};
use codegen::read;

use crate::cli::{ChangesArgs, Denied, Format};
use crate::date::Date;
use crate::failure::Failure;
use crate::files;
use crate::models::Service;
use crate::terminal::Terminal;
use crate::workspace::Workspace;

use self::accept::Accepted;
use self::asked::{Asked, Point};
use self::full::Pages;
use self::lineage::{Lineage, Sides};
pub(crate) use self::paint::paint;

/// Compares what the arguments ask for, and says what changed.
pub(crate) fn run(
    args: &ChangesArgs,
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    if args.full && args.format == Format::Json {
        return Err(
            Failure::usage("--full shows pages for people, which JSON has no place for")
                .help("leave out --full, or choose --format text or markdown"),
        );
    }
    let asked = Asked::of(args, workspace)?;
    let accepted = Accepted::of(args.ignore.as_deref(), workspace)?;
    let mut pages = None;
    let (operations, reports) = match &asked {
        Asked::History(service) => {
            let (sides, reports) = revisions(service, regions(workspace)?.as_ref())?;
            (only::operations(&sides), reports)
        }
        Asked::Pair { service, from, to } => {
            if let Some(remark) = asked::backwards(from, to) {
                terminal.remark(&remark);
            }
            let (before, after) = pair(workspace, service.as_ref(), from, to)?;
            let remarks = not_compared(&before, &after);
            remarks.iter().for_each(|remark| terminal.remark(remark));
            let report = compare(&before, &after, regions(workspace)?.as_ref());
            let operations = only::operations([&before, &after]);
            if args.full {
                pages = Some(Pages::new(before, after, service.as_ref())?);
            }
            (operations, vec![report])
        }
    };
    let reports = only::only(reports, &args.operation, &operations)?;
    let (judged, unused) = accepted.judge(reports);
    terminal.problems(&unused);
    print::print(args, &asked, &judged, pages.as_ref(), terminal)?;
    deny(args.deny, &judged, terminal)
}

/// What two models may differ in that the report says nothing of.
fn not_compared(before: &Side, after: &Side) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(alone) = [before, after].into_iter().find(|side| side.alone) {
        remarks.push(format!(
            "{} is a file by itself: paginators, waiters and endpoints are not compared; give its folder for them",
            alone.name
        ));
    }
    let other = |side: &&Side| side.model.metadata.protocol != Protocol::RestJson;
    if let Some(side) = [before, after].into_iter().find(other) {
        remarks.push(format!(
            "{} speaks `{}`: what only that protocol has, such as XML names and target headers, is not compared",
            side.name,
            side.model.metadata.protocol.as_str()
        ));
    }
    remarks
}

/// What a service's revisions are compared with: the facts about regions, in which endpoints are asked for.
pub(crate) fn regions(workspace: &Workspace) -> Result<Option<Partitions>, Failure> {
    let path = workspace.models().join(files::PARTITIONS);
    let shown = workspace.show(&path);
    let Some(text) = files::text(&path, &shown)? else {
        return Ok(None);
    };
    let source = Source::new(shown, text);
    let regions = read::partitions(&source).map_err(|problems| Failure::input(problems, vec![source]))?;
    Ok(Some(regions))
}

/// What changed with each revision of a service but the first, oldest first.
pub(crate) fn history(service: &Service, regions: Option<&Partitions>) -> Result<Vec<Report>, Failure> {
    Ok(revisions(service, regions)?.1)
}

/// All revisions of a service, oldest first, and what each of them but the first changed.
pub(crate) fn revisions(
    service: &Service,
    regions: Option<&Partitions>,
) -> Result<(Vec<Side>, Vec<Report>), Failure> {
    let sides: Vec<Side> = Lineage::of_service(service, |_| true)?
        .sides()?
        .into_values()
        .collect();
    let pairs: Vec<(&Side, &Side)> = sides.iter().zip(sides.iter().skip(1)).collect();
    let reports = parallel::map(&pairs, |(before, after)| compare(before, after, regions));
    Ok((sides, reports))
}

/// What changed from one revision of a service to another.
pub(crate) fn between(
    service: &Service,
    from: Date,
    to: Date,
    regions: Option<&Partitions>,
) -> Result<Report, Failure> {
    let lineage = Lineage::of_service(service, |date| date == from || date == to)?;
    let (from, to) = (lineage.find(from), lineage.find(to));
    let (before, after) = two(lineage.sides()?, from, to)?;
    Ok(compare(&before, &after, regions))
}

/// Two revisions or models, ready to be compared.
fn pair(
    workspace: &Workspace,
    service: Option<&Service>,
    from: &Point,
    to: &Point,
) -> Result<(Side, Side), Failure> {
    let mut lineage = match service {
        Some(service) => Lineage::of_service(service, |date| from.is(date) || to.is(date))?,
        None => Lineage::default(),
    };
    let mut place = |point: &Point| match point {
        Point::Revision(date) => Ok(lineage.find(*date)),
        Point::Model(path) => lineage.push(path, workspace),
    };
    let (from, to) = (place(from)?, place(to)?);
    two(lineage.sides()?, from, to)
}

fn two(mut sides: Sides, from: usize, to: usize) -> Result<(Side, Side), Failure> {
    let before = sides.remove(&from);
    let after = if from == to {
        before.clone()
    } else {
        sides.remove(&to)
    };
    before
        .zip(after)
        .ok_or_else(|| Failure::bad("a revision vanished while it was compared").help("try again"))
}

/// Whether anything that is not accepted is of the level that is denied, or above.
fn deny(denied: Option<Denied>, judged: &[Judged], terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let Some(denied) = denied else { return Ok(()) };
    let least = match denied {
        Denied::Major => Level::Major,
        Denied::Minor => Level::Minor,
    };
    let refused: Vec<&str> = judged
        .iter()
        .filter(|judged| judged.open_level() >= Some(least))
        .map(|judged| judged.report.after.name.as_str())
        .collect();
    if refused.is_empty() {
        return Ok(());
    }
    if let Some(entries) = open::entries(judged, least) {
        terminal.remark(&entries);
    }
    Err(Failure::no(format!(
        "there are {least} changes in {}, which --deny forbids",
        refused.join(", ")
    ))
    .help("accept those that are meant, each with a reason, in a file for --ignore"))
}
