"""Which files the arguments name."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scrubtext.errors import ScrubtextError

STDIN = Path("-")
TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
# What stands in these is no running text, or not that alone; cleaning them line by line would
# break them.
_OTHER_SUFFIXES = (
    *(".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".arrow", ".feather", ".xml"),
    *(".warc", ".wet", ".wat", ".gz", ".zst", ".bz2", ".xz", ".zip", ".yaml", ".yml", ".toml"),
)


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, its `name` below an output folder, and whether a folder led to it."""

    path: Path
    name: Path
    in_folder: bool = False


def inputs(arguments: Iterable[str]) -> Iterator[Input | ScrubtextError]:
    """The files that `arguments` name, in order; folders stand for the text files below them.

    Yields a ScrubtextError in place of an argument that can't be used, so that the others still
    can. "-" is standard input.

    >>> [file.path.name for file in inputs(["-", "letters/may.txt"])]
    ['-', 'may.txt']
    """
    for argument in arguments:
        path = Path(argument)
        if not argument:
            yield ScrubtextError("an empty name; give a file, a folder, or - for standard input")
        elif path != STDIN and os.path.isdir(path):
            yield from _below(path)
        elif path.suffix.lower() in _OTHER_SUFFIXES:
            yield ScrubtextError(
                f"{path}: not a text file by its name; "
                "give text or HTML: cleaned line by line, other formats would break"
            )
        else:
            yield Input(path, Path(path.name))


def _below(folder: Path) -> Iterator[Input | ScrubtextError]:
    """The regular text files below a folder, hidden ones aside, and what can't be read."""
    unread: list[OSError] = []
    found = False
    for root, folders, names in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            is_text = name.lower().endswith(TEXT_SUFFIXES) and not name.startswith(".")
            if is_text and os.path.isfile(path):
                found = True
                yield Input(path, path.relative_to(folder), in_folder=True)
    for error in unread:
        yield ScrubtextError(
            f"{error.filename}: {error.strerror}; the texts below it were left out"
        )
    if not found and not unread:
        known = ", ".join(TEXT_SUFFIXES)
        yield ScrubtextError(f"{folder}: no text file below this folder; looked for {known}")
