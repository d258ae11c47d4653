//! The arguments of the command line, and its help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::date::Date;

/// Imports AWS service models and generates Rust crates from them.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true,
    max_term_width = 100
)]
#[command(after_help = "\
Exit codes:
  0  done
  1  the answer is no: --check found differences, or changes are what --deny forbids
  2  wrong usage
  3  bad input, or a file that cannot be read or written")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Generate crates from models.
    #[command(after_help = GENERATE_HELP)]
    Generate(GenerateArgs),
    /// Import model revisions from botocore.
    #[command(after_help = IMPORT_HELP)]
    Import(ImportArgs),
    /// Say what changed between two revisions, and what it means for users of the crate.
    #[command(after_help = CHANGES_HELP)]
    Changes(ChangesArgs),
    /// Make pages of what changed when, for a browser.
    #[command(after_help = SITE_HELP)]
    Site(SiteArgs),
}

const GENERATE_HELP: &str = "\
Without --model, `generated/` is made to hold exactly what comes from `models/`: the newest revision \
of every service. Equal files stay untouched, files that are no longer made are removed, and \
whatever is missing or broken there is repaired.

`models/SERVICE/names.json` holds what users of the crate rely on: its Rust names, and the arguments \
of every constructor. New names are added to it. A revision that would rename an item, or change \
what a constructor takes, is refused; --accept-names takes such a change, which is a breaking one.

With --model, one crate that stands alone is written to any folder, from any model.

Examples:
  cargo xtask generate
  cargo xtask generate --check
  cargo xtask generate --service macie2 --accept-names
  cargo xtask generate --service macie2 --revision 2020-05-13
  cargo xtask generate --model models/macie2/2020-05-13 --out ../macie2-old
  cargo xtask generate --model botocore/data/glacier/2012-06-01 --out ../glacier --name my-glacier";

const IMPORT_HELP: &str = "\
Takes the service model with its paginators, waiters and endpoint rules, and the facts about \
regions. What is kept in `models/` are facts in a canonical form: documentation is dropped. A \
revision whose facts equal those of the one before it is nothing new. Paths may come in any order, \
also over several calls. Either all of an import is written, or nothing.

pip brings wheels, which know their day:
  pip download --no-deps botocore==1.44.5

Examples:
  cargo xtask import botocore-1.44.5-py3-none-any.whl
  cargo xtask import wheels/*.whl
  cargo xtask import botocore-1.44.5-py3-none-any.whl --service glacier
  cargo xtask import botocore/data/macie2 --revision 2026-04-13
  cargo xtask import service-2.json --service macie2 --revision 2026-04-13";

const CHANGES_HELP: &str = "\
Compares the newest revision with the one before it, unless told otherwise. One date is the older \
revision, and is compared with the newest; the newest alone is compared with the one before it. One \
path is a model that may come next, and the newest revision is compared with it. A verdict is about the generated crate: `major` where code that uses \
it may not compile or means something else, `minor` where there is more of it. `wire` marks what \
the service may treat differently whatever the compiler says.

The file of --ignore lists changes that are meant, with kind and place as `--format json` has them \
in `kind` and `place.name`; --deny prints entries for what is not accepted yet:
  [[accept]]
  kind = \"operation-removed\"
  place = \"ArchiveFindings\"            # or Shape, Shape.member, \"Enum: VALUE\"
  reason = \"the console never offered it\"
  to = \"2020-06-10\"                    # optional, as are `from`, `before` and `after`
An operation that may go takes its paginator and the shapes that only it reached with it.

Examples:
  cargo xtask changes macie2
  cargo xtask changes macie2 2020-05-13 2020-06-10
  cargo xtask changes macie2 2020-05-13 2020-06-10 --operation GetFindings --full
  cargo xtask changes macie2 --all
  cargo xtask changes macie2 --all --format json
  cargo xtask changes macie2 --full --format html > changes.html
  cargo xtask changes macie2 botocore/data/macie2/2020-01-01 --deny major
  cargo xtask changes old/service-2.json new/service-2.json --format markdown";

const SITE_HELP: &str = "\
The pages stand alone: open index.html, or put the folder on any server. The folder is new or empty, \
or holds a site that was made before, of which outdated pages are removed.

Examples:
  cargo xtask site --out ../macie2-history
  cargo xtask site --out ../macie2-history --service macie2";

/// Arguments of `generate`.
#[derive(Debug, Args)]
pub(crate) struct GenerateArgs {
    /// Generate only this service; can be given several times [default: all].
    #[arg(long, value_name = "NAME")]
    pub(crate) service: Vec<String>,
    /// Generate this revision [default: the newest].
    #[arg(long, value_name = "DATE")]
    pub(crate) revision: Option<Date>,
    /// Take renamed items and changed constructor arguments into models/SERVICE/names.json.
    #[arg(long, conflicts_with_all = ["check", "revision", "model"])]
    pub(crate) accept_names: bool,
    /// Write nothing: list what differs, and exit with 1 if anything does.
    #[arg(long)]
    pub(crate) check: bool,
    /// Generate from this model file, or folder that holds service-2.json.
    #[arg(long, value_name = "PATH", requires = "out", conflicts_with_all = ["service", "revision"])]
    pub(crate) model: Option<PathBuf>,
    /// The folder of the crate that is generated from --model.
    #[arg(long, value_name = "DIR", requires = "model")]
    pub(crate) out: Option<PathBuf>,
    /// The name of that crate [default: from the model's serviceId].
    #[arg(long, requires = "model", value_parser = crate_name)]
    pub(crate) name: Option<String>,
    /// The runtime that the crate depends on: a path, or a version [default: this checkout's].
    #[arg(long, value_name = "PATH|VERSION", requires = "model")]
    pub(crate) runtime: Option<String>,
    /// Report where the time goes.
    #[arg(long)]
    pub(crate) timings: bool,
}

/// Arguments of `import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// A botocore wheel, a botocore data folder or a part of it, or a model file; several at will.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Import this service; can be given several times [default: those imported before].
    #[arg(long, value_name = "NAME", value_parser = service_name)]
    pub(crate) service: Vec<String>,
    /// The day of the revision [default: the day of the model in the wheel].
    #[arg(long, value_name = "DATE")]
    pub(crate) revision: Option<Date>,
    /// Keep the documentation, which belongs to AWS.
    #[arg(long)]
    pub(crate) keep_docs: bool,
}

/// Arguments of `changes`.
#[derive(Debug, Args)]
pub(crate) struct ChangesArgs {
    /// An imported service; may be left out where there is but one, or before two paths.
    #[arg(value_name = "SERVICE")]
    pub(crate) service: Option<String>,
    /// The older revision, or the path of a model file or folder [default: the one before the newest].
    #[arg(value_name = "FROM")]
    pub(crate) from: Option<String>,
    /// The newer revision, or the path of a model file or folder [default: the newest].
    #[arg(value_name = "TO")]
    pub(crate) to: Option<String>,
    /// Compare every revision with the one before: a table of verdicts, and the breaking facts.
    #[arg(long)]
    pub(crate) all: bool,
    /// With --all, add the whole report of each revision.
    #[arg(long, requires = "all")]
    pub(crate) verbose: bool,
    /// How to print; the JSON is described by codegen/src/changes/render/report.schema.json.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// Add the page of each operation: what it takes and answers with, on the wire and in Rust.
    #[arg(long, conflicts_with = "all")]
    pub(crate) full: bool,
    /// Only what reaches this operation; can be given several times.
    #[arg(long, value_name = "NAME")]
    pub(crate) operation: Vec<String>,
    /// Exit with 1 if there are changes of this level or above that are not accepted.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) deny: Option<Denied>,
    /// A TOML file of accepted changes, which --deny passes over.
    #[arg(long, value_name = "FILE")]
    pub(crate) ignore: Option<PathBuf>,
}

/// How a report is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a terminal.
    Text,
    /// For a pull request.
    Markdown,
    /// For programs.
    Json,
    /// For a browser: a page that stands alone.
    Html,
}

/// The level that --deny forbids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Denied {
    /// What breaks users of the crate.
    Major,
    /// Whatever users of the crate can see.
    Minor,
}

/// Arguments of `site`.
#[derive(Debug, Args)]
pub(crate) struct SiteArgs {
    /// The folder of the site.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Only this service; can be given several times [default: all].
    #[arg(long, value_name = "NAME")]
    pub(crate) service: Vec<String>,
}

fn service_name(text: &str) -> Result<String, &'static str> {
    let allowed = crate::models::is_name(text);
    allowed
        .then(|| text.to_owned())
        .ok_or("a service is named by lower-case letters, digits and dashes")
}

fn crate_name(text: &str) -> Result<String, &'static str> {
    let allowed = crate::generate::is_crate_name(text);
    allowed
        .then(|| text.to_owned())
        .ok_or("a crate is named by letters, digits, `-` and `_`, a letter first")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_arguments_are_well_defined() {
        Cli::command().debug_assert();
    }
}
