//! Where a command prints.

use std::io::Write;

use crate::failure::Failure;
use crate::render;

/// The two streams of a call, and what they can show.
///
/// Answers go to `out`, problems and progress to `err`. A stream that is closed is no reason to fail, and there
/// is nowhere to report it, so errors of writing are passed over.
pub struct Terminal<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// Whether `out` understands colours.
    pub out_colour: bool,
    /// Whether `err` understands colours.
    pub err_colour: bool,
    /// Whether `err` can take back a line that was printed.
    pub progress: bool,
}

impl Terminal<'_> {
    /// Prints a line of the answer.
    pub(crate) fn say(&mut self, line: &str) {
        self.clear();
        let _ = writeln!(self.out, "{line}");
    }

    /// Prints an answer of many lines.
    pub(crate) fn print(&mut self, text: &str) {
        self.clear();
        let _ = self.out.write_all(text.as_bytes());
    }

    /// Prints a line beside the answer.
    pub(crate) fn remark(&mut self, line: &str) {
        self.clear();
        let _ = writeln!(self.err, "{line}");
    }

    /// Shows what is being done, until the next line is printed.
    pub(crate) fn progress(&mut self, doing: &str) {
        if self.progress {
            let _ = write!(self.err, "\r\x1b[2K{doing}\u{2026}");
            let _ = self.err.flush();
        }
    }

    /// Prints problems and how many there are.
    pub(crate) fn problems(&mut self, problems: &render::Problems) {
        self.clear();
        let _ = self.err.write_all(problems.render(self.err_colour).as_bytes());
    }

    /// Prints why a command failed.
    pub(crate) fn fail(&mut self, failure: &Failure) {
        self.problems(failure.problems());
    }

    /// Prints help, or what is wrong with the arguments, and gives the exit code.
    pub(crate) fn usage(&mut self, error: &clap::Error) -> u8 {
        let text = error.render();
        let plain = |colour: bool| {
            if colour {
                text.ansi().to_string()
            } else {
                text.to_string()
            }
        };
        if error.use_stderr() {
            let _ = self.err.write_all(plain(self.err_colour).as_bytes());
            2
        } else {
            let _ = self.out.write_all(plain(self.out_colour).as_bytes());
            0
        }
    }

    fn clear(&mut self) {
        if self.progress {
            let _ = write!(self.err, "\r\x1b[2K");
        }
    }
}
