//! The command line: all file input and output of the project.
//!
//! It imports models, compares them, and generates and checks crates; every decision about Rust is `codegen`'s. It must not
//! need what it makes: it builds and runs when `generated/` is broken or gone.
//!
//! [`run`] is a whole call in-process, which is how the tests drive it.

mod changes;
mod cli;
mod date;
mod failure;
mod files;
mod generate;
mod import;
mod models;
mod origin;
mod render;
mod site;
mod sync;
mod terminal;
mod toml;
mod workspace;

use std::ffi::OsString;
use std::io;

use clap::Parser;

use crate::cli::{Cli, Command};
use crate::failure::Failure;
use crate::terminal::Watched;
use crate::workspace::Workspace;

pub use crate::terminal::Terminal;
pub use crate::workspace::Location;

/// Runs a command, `args[0]` being the program's name, and gives its exit code: 0 done; 1 the answer is no;
/// 2 wrong usage; 3 bad input, or a file that cannot be read or written, the answer itself among them.
pub fn run(
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    location: io::Result<Location>,
    terminal: &mut Terminal<'_>,
) -> u8 {
    let mut out = Watched::new(&mut *terminal.out);
    let code = run_in(
        args,
        location,
        &mut Terminal {
            out: &mut out,
            err: &mut *terminal.err,
            ..*terminal
        },
    );
    let Some(error) = out.finish() else {
        return code;
    };
    let failure = Failure::bad("the answer cannot be written").because(error).help(
        "see to the space and the permissions of where the output goes, then run the same command again",
    );
    terminal.fail(&failure);
    failure.exit_code()
}

fn run_in(
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    location: io::Result<Location>,
    terminal: &mut Terminal<'_>,
) -> u8 {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return terminal.usage(&error),
    };
    match command(cli.command, location, terminal) {
        Ok(()) => 0,
        Err(failure) => {
            terminal.fail(&failure);
            failure.exit_code()
        }
    }
}

fn command(
    command: Command,
    location: io::Result<Location>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let location = location.map_err(|error| {
        Failure::bad("the current directory cannot be read")
            .because(error)
            .help("change to a directory that exists")
    })?;
    let workspace = Workspace::find(location)?;
    match command {
        Command::Generate(args) => generate::run(&args, &workspace, terminal),
        Command::Import(args) => import::run(&args, &workspace, terminal),
        Command::Changes(args) => changes::run(&args, &workspace, terminal),
        Command::Site(args) => site::run(&args, &workspace, terminal),
    }
}
