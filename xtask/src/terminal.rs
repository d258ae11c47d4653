//! Where a command prints.

use std::io::{self, Write};

use crate::failure::Failure;
use crate::render;

/// The two streams of a call, and what they can show.
///
/// Answers go to `out`, problems and progress to `err`. What can't be written is passed over here; of `out` it is
/// reported when the call ends.
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

/// A stream that remembers the first error of writing to it.
pub(crate) struct Watched<'a> {
    stream: &'a mut dyn Write,
    error: Option<io::Error>,
}

impl<'a> Watched<'a> {
    pub(crate) fn new(stream: &'a mut dyn Write) -> Self {
        Self { stream, error: None }
    }

    /// What went wrong; that a reader has seen enough and left is nothing wrong.
    pub(crate) fn finish(mut self) -> Option<io::Error> {
        let _ = self.flush();
        self.error
            .filter(|error| error.kind() != io::ErrorKind::BrokenPipe)
    }

    fn watch<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|error| {
            let kind = error.kind();
            if kind != io::ErrorKind::Interrupted {
                self.error.get_or_insert(error);
            }
            kind.into()
        })
    }
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.stream.write(bytes);
        self.watch(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.stream.flush();
        self.watch(flushed)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};

    use super::Watched;

    /// A stream that takes nothing, for that reason.
    struct Closed(io::ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_full_disk_is_remembered() {
        let mut closed = Closed(io::ErrorKind::StorageFull);
        let mut watched = Watched::new(&mut closed);
        let _ = writeln!(watched, "an answer");
        assert_eq!(
            watched.finish().map(|error| error.kind()),
            Some(io::ErrorKind::StorageFull)
        );
    }

    #[test]
    fn a_reader_that_left_is_no_error() {
        let mut closed = Closed(io::ErrorKind::BrokenPipe);
        let mut watched = Watched::new(&mut closed);
        let _ = writeln!(watched, "an answer");
        assert!(watched.finish().is_none());
    }
}
