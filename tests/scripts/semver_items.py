"""What cargo-public-api says of two revisions, as public items with the paths that our reports give them.

It prints lines of Rust: a new type is some thirty of them, for its fields, its methods and all that it has from traits.
Here they become items: those that a report counts, and whatever no other item accounts for.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

CRATE = "macie2"
# Traits that the runtime shares with generated code alone. Users see `Operation` and the error.
PLUMBING = re.compile(r"service_runtime::(?!operation::Operation$|error::ServiceError$)")
PATH = rf"{CRATE}(?:::(?:r#)?\w+)+"
LINE = re.compile(
    rf"(?:#\[.*?\] )*(?:"
    rf"impl(?:<.*?>)? (?:(?P<trait>\S.*?) for )?(?P<type>{PATH})"
    rf"|pub (?:(?P<word>(?:const |async |unsafe )*fn|struct|enum|union|mod|trait|type|const|static|use|macro) )?"
    rf"(?P<path>{PATH}))"
)


@dataclass(frozen=True)
class Entry:
    """A public item that is not what it was, by its path as our reports write it."""

    path: str
    # The type that it is, or belongs to.
    owner: str
    # What it is: `type`, `part` (of a type), `method`, or the path of the trait that it comes from.
    origin: str


@dataclass
class Described:
    """A revision's API as rustdoc describes it."""

    revision: str
    path: Path
    # Where items of a type come from: paths of traits, or `method`, by type and name.
    origins: dict[tuple[str, str], set[str]]

    @classmethod
    def read(cls, revision: str, path: Path) -> "Described":
        doc = json.loads(path.read_bytes())
        index, paths, origins = doc["index"], doc["paths"], {}
        for item in index.values():
            found = item["inner"].get("impl")
            target = found and found["for"].get("resolved_path")
            if not target or str(target["id"]) not in paths:
                continue
            where = paths[str(target["id"])]["path"]
            of, owner = found["trait"], public("::".join([where[1], where[-1]]))
            # Of private traits, rustdoc does not say where they are.
            known = paths.get(str(of["id"]), {"path": [of["path"]]}) if of else None
            origin = "::".join(known["path"]) if known else "method"
            for name in (index[str(part)]["name"] for part in found["items"] if str(part) in index):
                origins.setdefault((owner, name), set()).add(origin)
        return cls(revision, path, origins)


def public(path: str) -> str:
    """A path as our reports write it."""
    return re.sub(r"^error::(?=ServiceError\b|Error\b)", "", path.replace("r#", ""))


def items_of_diff(text: str, before: Described, after: Described) -> tuple[dict[str, str], dict[str, str]]:
    """What became of items, by path; apart from them, of what belongs to the runtime's own traits."""
    found: dict[Entry, set[str]] = {}
    section = ""
    for line in text.splitlines():
        if title := re.match(r"(Removed|Changed|Added) items ", line):
            section = title[1].lower()
        elif line[:1] in "-+" and line[1:]:
            if entry := entry_of(line[1:], after if line[0] == "+" else before):
                found.setdefault(entry, set()).add(section)
    marks = {entry: sections.pop() if len(sections) == 1 else "changed" for entry, sections in found.items()}
    moved = {entry.owner: mark for entry, mark in marks.items() if entry.origin == "type"}
    parts = {entry.path for entry in marks if entry.origin == "part"}
    theirs, plumbing = {}, {}
    for entry, mark in marks.items():
        if not implied(entry, mark, moved, parts):
            (plumbing if PLUMBING.match(entry.origin) else theirs)[entry.path] = mark
    return theirs, plumbing


def implied(entry: Entry, mark: str, moved: dict[str, str], parts: set[str]) -> bool:
    """Whether an item says no more than another: what every type has, and setters, which are named as their fields."""
    if entry.origin == "method" and entry.path in parts:
        return True
    whole = moved.get(entry.owner) == mark
    if entry.origin == "part":
        return whole and entry.path.endswith("::Unrecognized")
    return whole and entry.origin != "type" and not re.search(r"(::new|: Default)$", entry.path)


def entry_of(line: str, described: Described) -> Entry | None:
    """The item of a line; none for what only opens a block of methods."""
    found = LINE.match(line)
    if not found:
        return Entry(line, line, "unknown")
    path = public((found["type"] or found["path"]).removeprefix(f"{CRATE}::"))
    if found["type"]:
        return of_trait(path, found["trait"]) if found["trait"] else None
    if found["word"] in ("struct", "enum", "union", "mod", "trait", "use", "macro"):
        return Entry(path, path, "type")
    owner, _, name = path.rpartition("::")
    if not found["word"]:
        return Entry(path, owner, "part")
    origins = described.origins.get((owner, name), {"method"})
    # Two traits can have an item of one name; the one for users counts.
    origin = min(origins, key=lambda origin: (origin != "method", bool(PLUMBING.match(origin)), origin))
    return Entry(path, owner, origin) if origin == "method" else of_trait(owner, origin)


def of_trait(owner: str, trait: str) -> Entry:
    """What a type has from a trait, as one item."""
    trait = re.sub(r"<.*", "", trait)
    return Entry(f"{owner}: {trait.rsplit('::', 1)[-1]}", owner, trait)
