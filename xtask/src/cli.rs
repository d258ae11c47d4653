//! The arguments of the command line, and its help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

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
  1  the answer is no: --check found differences
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
    /// Make pages of what changed when, for a browser.
    #[command(after_help = SITE_HELP)]
    Site(SiteArgs),
}

const GENERATE_HELP: &str = "\
Without --model, `generated/` is made to hold exactly what comes from `models/`: the newest revision \
of every service. Equal files stay untouched, files that are no longer made are removed, and \
whatever is missing or broken there is repaired.

With --model, one crate that stands alone is written to any folder, from any model.

Examples:
  cargo xtask generate
  cargo xtask generate --check
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
