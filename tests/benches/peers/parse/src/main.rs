//! Reads the response whose file is the first argument, and makes a large request: ours and the SDK's in turns.
//! Prints a line for each: what it is, its bytes, and the median microseconds of both.

mod job;

use std::hint::black_box;
use std::time::Instant;

use aws_sdk_macie2::operation::create_classification_job as sdk_job;
use aws_sdk_macie2::operation::get_findings as sdk_findings;
use macie2::Operation as _;
use macie2::operation::GetFindings;
use macie2::runtime::{Bytes, http};
use sdk_peer::Operation;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(rounds)) = (arguments.next(), arguments.next()) else {
        return Err("usage: parse-peer FILE ROUNDS".into());
    };
    let (text, rounds) = (std::fs::read_to_string(path)?, rounds.parse()?);
    report("read GetFindings", text.len(), read_findings(&text, rounds)?);
    let empty = r#"{"findings":[]}"#;
    report("read GetFindings, empty", empty.len(), read_findings(empty, rounds)?);
    let bytes = job::ours().to_request()?.body().len();
    report("write CreateClassificationJob", bytes, write_job(rounds)?);
    Ok(())
}

fn read_findings(text: &str, rounds: usize) -> Result<[f64; 2], Failure> {
    let (body, operation) = (Bytes::from(text.to_owned()), Operation::new(sdk_findings::GetFindings::new()));
    let response = sdk_peer::ok(text.to_owned());
    let ours = || GetFindings::from_response(http::Response::new(body.clone()));
    let theirs = || operation.response::<sdk_findings::GetFindingsOutput>(&response);
    // Faster is worth nothing unless it is the same.
    assert_eq!(ours()?.findings.map(|findings| findings.len()), theirs().findings.map(|findings| findings.len()));
    Ok(in_turns(rounds, || drop(black_box(ours())), || drop(black_box(theirs()))))
}

fn write_job(rounds: usize) -> Result<[f64; 2], Failure> {
    let mut operation = Operation::new(sdk_job::CreateClassificationJob::new());
    let ours = || job::ours().to_request();
    let mut theirs = || operation.request(job::theirs());
    assert_eq!(ours()?.body().len(), theirs().body().bytes().map_or(0, <[u8]>::len));
    Ok(in_turns(rounds, || drop(black_box(ours())), || drop(black_box(theirs()))))
}

/// The median microseconds of both functions.
fn in_turns(rounds: usize, mut ours: impl FnMut(), mut theirs: impl FnMut()) -> [f64; 2] {
    let mut samples = [Vec::new(), Vec::new()];
    for _ in 0..rounds {
        samples[0].push(time(&mut ours));
        samples[1].push(time(&mut theirs));
    }
    samples.map(|mut samples| {
        samples.sort_by(f64::total_cmp);
        samples[samples.len() / 2]
    })
}

fn time(run: &mut dyn FnMut()) -> f64 {
    let started = Instant::now();
    run();
    started.elapsed().as_secs_f64() * 1e6
}

fn report(what: &str, bytes: usize, [ours, theirs]: [f64; 2]) {
    println!("{what}\t{bytes}\t{ours:.1}\t{theirs:.1}");
}
