//! Bad input, by accident or on purpose: a clear error, nothing written outside, nothing half-written.

use crate::support::{FOLDER, Outcome, Wheel, Workspace, gzip, model};

/// Imports these bytes as a wheel.
fn import(workspace: &Workspace, bytes: &[u8]) -> Outcome {
    let path = workspace.write("botocore-1.0.10-py3-none-any.whl", bytes);
    workspace.run(["import", path.to_str().unwrap(), "--service", "sample"])
}

/// Asserts that a wheel is refused with these words and leaves nothing, inside the workspace or out of it.
#[track_caller]
fn refused(bytes: &[u8], words: &[&str]) {
    let workspace = Workspace::new();
    import(&workspace, bytes).expect(3).says(words).says(&["help: "]);
    let left: Vec<_> = std::fs::read_dir(workspace.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(!workspace.path("work/models").exists());
}

fn service() -> String {
    format!("{FOLDER}/service-2.json")
}

#[test]
fn a_truncated_wheel_is_refused_wherever_it_ends() {
    let bytes = Wheel::of("2020-06-10", &["A"]).bytes();
    for length in (0..bytes.len()).step_by(7) {
        refused(&bytes[..length], &["botocore-1.0.10-py3-none-any.whl"]);
    }
}

#[test]
fn a_wheel_with_a_flipped_bit_is_refused_or_as_good_as_whole() {
    let bytes = Wheel::of("2020-06-10", &["A"]).bytes();
    let expected = {
        let workspace = Workspace::new();
        import(&workspace, &bytes).expect(0);
        workspace.tree("models")
    };
    let workspace = Workspace::new();
    let models = workspace.path("work/models");
    let mut whole = 0;
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << (at % 8);
        let outcome = import(&workspace, &flipped);
        if outcome.code == 0 {
            whole += 1;
            assert_eq!(workspace.tree("models"), expected, "byte {at}: {outcome:#?}");
            std::fs::remove_dir_all(&models).unwrap();
        } else {
            assert_eq!(outcome.code, 3, "byte {at}: {outcome:#?}");
            assert!(!models.exists(), "byte {at}");
        }
    }
    // What is not read, and what a zip file says without need, may be damaged.
    assert!(
        whole < bytes.len() / 4,
        "{whole} of {} taken for whole",
        bytes.len()
    );
}

#[test]
fn names_that_lead_out_of_the_wheel_are_refused() {
    let names = [
        "../evil",
        "/tmp/xtask-evil",
        "botocore/data/../../../evil",
        "..\\evil",
        "C:evil",
    ];
    for name in names {
        refused(
            &Wheel::of("2020-06-10", &["A"]).with(name, "x").bytes(),
            &["leads out of its folder"],
        );
    }
}

#[test]
fn a_member_that_says_it_is_a_gigabyte_is_not_read() {
    let mut bytes = Wheel::of("2020-06-10", &["A"]).bytes();
    declare(&mut bytes, &service(), 1 << 30);
    refused(&bytes, &["service-2.json is larger than 64 MB"]);
}

#[test]
fn a_member_that_is_larger_than_it_says_is_refused() {
    let name = service();
    let mut bytes = Wheel::of("2020-06-10", &[])
        .with(&name, vec![b' '; 65 << 20])
        .bytes();
    refused(&bytes, &["service-2.json is larger than 64 MB"]);
    declare(&mut bytes, &name, 100);
    refused(&bytes, &["service-2.json"]);
}

#[test]
fn a_packed_file_that_inflates_without_end_is_refused() {
    let packed = gzip(&vec![b' '; 65 << 20]);
    assert!(packed.len() < 1 << 20);
    let wheel = Wheel::of("2020-06-10", &[])
        .without(&service())
        .with(&format!("{}.gz", service()), packed);
    refused(&wheel.bytes(), &["service-2.json.gz is larger than 64 MB"]);
}

#[test]
fn a_packed_file_that_is_cut_is_refused() {
    let packed = gzip(model("Sample", &["A"], "").as_bytes());
    let cut = packed[..packed.len() / 2].to_vec();
    let wheel = Wheel::of("2020-06-10", &[])
        .without(&service())
        .with(&format!("{}.gz", service()), cut);
    refused(&wheel.bytes(), &["service-2.json.gz is damaged"]);
}

#[test]
fn deep_nesting_is_refused_with_its_place() {
    for open in ["[", "{\"metadata\":"] {
        let wheel = Wheel::of("2020-06-10", &[]).with(&service(), open.repeat(200_000));
        refused(&wheel.bytes(), &["service-2.json:1:"]);
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let mut text = model("Sample", &["A"], "Prose.").into_bytes();
    let at = text.windows(5).position(|word| word == b"Prose").unwrap();
    text[at] = 0xff;
    refused(
        &Wheel::of("2020-06-10", &[]).with(&service(), text).bytes(),
        &["no UTF-8", &format!("byte {at}")],
    );
}

#[test]
fn a_broken_model_is_shown_with_its_place() {
    let broken = model("Sample", &["A"], "").replace("\"shapes\": {", "\"shapes\": {,");
    refused(
        &Wheel::of("2020-06-10", &[]).with(&service(), broken).bytes(),
        &["service-2.json:7:", "1 error"],
    );
}

#[test]
fn the_wheel_of_another_package_is_refused() {
    let metadata = "Metadata-Version: 2.1\nName: boto3\nVersion: 1.0.10\n";
    let wheel = Wheel::of("2020-06-10", &["A"]).with("botocore-1.0.10.dist-info/METADATA", metadata);
    refused(&wheel.bytes(), &["a wheel of `boto3`"]);
}

#[test]
fn a_file_that_is_there_twice_is_refused() {
    let packed = gzip(model("Sample", &["B"], "").as_bytes());
    let wheel = Wheel::of("2020-06-10", &["A"]).with(&format!("{}.gz", service()), packed);
    refused(&wheel.bytes(), &["there twice"]);
}

#[test]
fn what_is_no_wheel_by_its_content_is_refused() {
    refused(b"<html>404</html>", &["damaged or no wheel"]);
}

/// Changes the uncompressed size that a member states, in both places where it stands.
fn declare(bytes: &mut [u8], name: &str, size: u32) {
    // Signature, and where the size and the name are from its start: of local headers, and of the directory.
    for (signature, size_at, name_at) in [(b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)] {
        let is_header = |at: &usize| {
            bytes[*at..].starts_with(signature)
                && bytes
                    .get(at + name_at..)
                    .is_some_and(|rest| rest.starts_with(name.as_bytes()))
        };
        let at = (0..bytes.len()).find(is_header).unwrap();
        bytes[at + size_at..at + size_at + 4].copy_from_slice(&size.to_le_bytes());
    }
}
