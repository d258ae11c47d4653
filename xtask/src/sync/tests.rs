#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Comparison, Files, Owner};

const MARK: &str = "@generated";

fn crate_files() -> Files<'static> {
    [
        ("Cargo.toml", "# @generated\n"),
        ("src/lib.rs", "// @generated\n"),
        ("src/types/mod.rs", "// types\n"),
    ]
    .into()
}

fn sync(folder: &Path, files: &Files<'_>, owner: Owner<'_>) -> Comparison {
    let comparison = Comparison::new(folder, files, owner).unwrap();
    comparison.apply(folder, files).unwrap();
    let again = Comparison::new(folder, files, owner).unwrap();
    assert!(again.is_equal(), "not equal after writing: {again:?}");
    comparison
}

/// A folder that holds the crate.
fn synced() -> (TempDir, PathBuf) {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path().join("crate");
    sync(&folder, &crate_files(), Owner::Us);
    (temporary, folder)
}

#[test]
fn a_missing_folder_is_made() {
    let (_temporary, folder) = synced();
    assert_eq!(
        fs::read_to_string(folder.join("src/types/mod.rs")).unwrap(),
        "// types\n"
    );
}

#[test]
fn equal_files_are_not_touched() {
    let (_temporary, folder) = synced();
    let modified = || {
        fs::metadata(folder.join("Cargo.toml"))
            .unwrap()
            .modified()
            .unwrap()
    };
    let before = modified();
    fs::write(folder.join("src/lib.rs"), "edited").unwrap();
    let comparison = sync(&folder, &crate_files(), Owner::Us);
    assert_eq!((comparison.unchanged, comparison.stale.len()), (2, 1));
    assert_eq!(modified(), before);
}

#[test]
fn an_edit_that_keeps_the_length_is_seen() {
    let (_temporary, folder) = synced();
    fs::write(folder.join("src/lib.rs"), "// @Generated\n").unwrap();
    assert_eq!(sync(&folder, &crate_files(), Owner::Us).stale.len(), 1);
}

#[test]
fn comparing_writes_nothing() {
    let (_temporary, folder) = synced();
    fs::write(folder.join("orphan"), "").unwrap();
    fs::remove_file(folder.join("src/lib.rs")).unwrap();
    let comparison = Comparison::new(&folder, &crate_files(), Owner::Us).unwrap();
    assert_eq!(comparison.orphaned, [PathBuf::from("orphan")].into());
    assert_eq!(comparison.missing, [PathBuf::from("src/lib.rs")].into());
    assert!(folder.join("orphan").exists() && !folder.join("src/lib.rs").exists());
}

#[test]
fn files_and_folders_that_are_not_ours_go() {
    let (_temporary, folder) = synced();
    fs::create_dir_all(folder.join("old/empty")).unwrap();
    fs::write(folder.join("old/file.rs"), "").unwrap();
    fs::create_dir_all(folder.join("src/nothing/in/here")).unwrap();
    assert_eq!(sync(&folder, &crate_files(), Owner::Us).orphaned.len(), 1);
    assert!(!folder.join("old").exists() && !folder.join("src/nothing").exists());
}

#[test]
fn a_file_where_a_folder_belongs_is_replaced() {
    let (_temporary, folder) = synced();
    fs::remove_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("src"), "").unwrap();
    sync(&folder, &crate_files(), Owner::Us);
}

#[test]
fn a_folder_where_a_file_belongs_is_replaced() {
    let (_temporary, folder) = synced();
    fs::remove_file(folder.join("Cargo.toml")).unwrap();
    fs::create_dir_all(folder.join("Cargo.toml/deep")).unwrap();
    fs::write(folder.join("Cargo.toml/deep/file"), "").unwrap();
    sync(&folder, &crate_files(), Owner::Us);
}

#[test]
fn a_file_in_the_place_of_the_whole_folder_is_replaced() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path().join("crate");
    fs::write(&folder, "").unwrap();
    assert_eq!(sync(&folder, &crate_files(), Owner::Us).orphaned.len(), 1);
}

#[test]
fn a_folder_that_should_hold_nothing_goes() {
    let (_temporary, folder) = synced();
    sync(&folder, &Files::new(), Owner::Us);
    assert!(!folder.exists());
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    /// A folder that holds the crate, and one outside with a file.
    fn outside() -> (TempDir, PathBuf, PathBuf) {
        let (temporary, folder) = synced();
        let outside = temporary.path().join("outside");
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("lib.rs"), "precious").unwrap();
        (temporary, folder, outside)
    }

    fn is_unharmed(outside: &Path) -> bool {
        fs::read_to_string(outside.join("lib.rs")).unwrap() == "precious"
            && fs::read_dir(outside).unwrap().count() == 1
    }

    #[test]
    fn a_link_in_place_of_a_folder_is_not_followed() {
        for owner in [Owner::Us, Owner::Shared(MARK)] {
            let (_temporary, folder, outside) = outside();
            fs::remove_dir_all(folder.join("src")).unwrap();
            symlink(&outside, folder.join("src")).unwrap();
            sync(&folder, &crate_files(), owner);
            assert!(is_unharmed(&outside));
        }
    }

    #[test]
    fn a_link_in_place_of_a_file_is_replaced() {
        let (_temporary, folder, outside) = outside();
        fs::remove_file(folder.join("src/lib.rs")).unwrap();
        symlink(outside.join("lib.rs"), folder.join("src/lib.rs")).unwrap();
        sync(&folder, &crate_files(), Owner::Us);
        assert!(is_unharmed(&outside));
    }

    #[test]
    fn a_link_that_is_an_orphan_goes_without_what_it_leads_to() {
        let (_temporary, folder, outside) = outside();
        symlink(&outside, folder.join("more")).unwrap();
        symlink("nowhere", folder.join("broken")).unwrap();
        assert_eq!(sync(&folder, &crate_files(), Owner::Us).orphaned.len(), 2);
        assert!(is_unharmed(&outside));
    }

    #[test]
    fn a_link_in_place_of_the_whole_folder_is_not_followed() {
        let (_temporary, folder, outside) = outside();
        fs::remove_dir_all(&folder).unwrap();
        symlink(&outside, &folder).unwrap();
        sync(&folder, &crate_files(), Owner::Us);
        assert!(is_unharmed(&outside));
    }
}

#[test]
fn of_a_shared_folder_only_marked_files_go() {
    let (_temporary, folder) = synced();
    fs::create_dir_all(folder.join("target/debug")).unwrap();
    fs::create_dir_all(folder.join(".git/refs/tags")).unwrap();
    fs::create_dir_all(folder.join("old")).unwrap();
    let ours = ["old/ours.rs", "src/operation.rs"];
    let theirs = ["Cargo.lock", "target/debug/x.rs", "notes.txt", ".git/config"];
    ours.iter()
        .for_each(|name| fs::write(folder.join(name), "// @generated\n").unwrap());
    theirs
        .iter()
        .for_each(|name| fs::write(folder.join(name), "not @here\n").unwrap());
    let comparison = sync(&folder, &crate_files(), Owner::Shared(MARK));
    assert_eq!(comparison.orphaned, ours.iter().map(PathBuf::from).collect());
    assert!(theirs.iter().all(|name| folder.join(name).exists()));
    assert!(folder.join(".git/refs/tags").exists() && !folder.join("old").exists());
}

#[test]
fn a_path_that_leads_out_is_refused_before_anything_is_written() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path().join("crate");
    for name in ["../x", "/x", "a/../../x", ""] {
        let files = [("Cargo.toml", ""), (name, "")].into();
        assert!(Comparison::new(&folder, &files, Owner::Us).is_err(), "{name:?}");
    }
    assert!(!folder.exists());
}
