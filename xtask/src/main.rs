//! The command line as a process: `cargo xtask`.

use std::env;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use xtask::{Location, Terminal};

fn main() -> ExitCode {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    let interactive = err.is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb");
    let plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let (out_colour, err_colour) = (out.is_terminal() && interactive && !plain, interactive && !plain);
    let mut terminal = Terminal {
        out: &mut out,
        err: &mut err,
        out_colour,
        err_colour,
        progress: interactive,
    };
    // Only `cargo run` sets this, so that the command line is found from outside the workspace too.
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map(Into::into);
    let location = env::current_dir().map(|current| Location { current, manifest });
    ExitCode::from(xtask::run(env::args_os(), location, &mut terminal))
}
