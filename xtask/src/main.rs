//! The command line as a process: `cargo xtask`.

use std::env;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use xtask::{Location, Terminal};

fn main() -> ExitCode {
    // Not locked: a thread that panics must be able to say so.
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    let plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let (out_shown, err_shown) = (out.is_terminal() && !dumb, err.is_terminal() && !dumb);
    let mut terminal = Terminal {
        out: &mut out,
        err: &mut err,
        out_colour: out_shown && !plain,
        err_colour: err_shown && !plain,
        progress: err_shown,
    };
    // Only `cargo run` sets this, so that the command line is found from outside the workspace too.
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map(Into::into);
    let location = env::current_dir().map(|current| Location { current, manifest });
    ExitCode::from(xtask::run(env::args_os(), location, &mut terminal))
}
