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
    """A file to read, and its `name` below an output folder."""

    path: Path
    name: Path


def inputs(arguments: Iterable[str]) -> Iterator[Input | ScrubtextError]:
    """The files that `arguments` name, in order; folders stand for the text files below them.

    Yields a ScrubtextError in place of an argument that can't be used, so that the others still
    can. "-" is standard input.

    >>> [file.path.name for file in inputs(["-", "letters/may.txt"])]
    ['-', 'may.txt']
    """
    for argument in arguments:
        path = Path(argument)
        if path != STDIN and os.path.isdir(path):
            yield from _below(path)
        elif path.suffix.lower() in _OTHER_SUFFIXES:
            yield ScrubtextError(
                f"{path}: not a text file by its name; "
                "give text or HTML: cleaned line by line, other formats would break"
            )
        else:
            yield Input(path, Path(path.name))


def _below(folder: Path) -> Iterator[Input | ScrubtextError]:
    found = False
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(TEXT_SUFFIXES) and not name.startswith("."):
                found = True
                path = Path(root, name)
                yield Input(path, path.relative_to(folder))
    if not found:
        known = ", ".join(TEXT_SUFFIXES)
        yield ScrubtextError(f"{folder}: no text file below this folder; looked for {known}")
