//! The command line: all file input and output of the project.
