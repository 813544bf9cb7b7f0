"""Where cleaned files go, decided before any is read."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from scrubtext.errors import ConfigError, ScrubtextError
from scrubtext.files import atomic
from scrubtext.files.inputs import HTML_SUFFIXES, STDIN, Input
from scrubtext.files.text import CleanedFile
from scrubtext.result import Removal


def targets(
    files: Sequence[Input | ScrubtextError],
    *,
    in_place: bool,
    output: str | None,
    looks: bool,
    removed: str | None = None,
) -> dict[Input, Path]:
    """The file that each input is written to; none where cleaned text goes to standard output.

    `looks` says that nothing shall be written; `removed` is the file for the account. Raises
    ConfigError where the inputs and the ways of output asked for don't go together, or two
    files would be written to one.

    >>> targets([Input(STDIN, STDIN)], in_place=True, output=None, looks=False)
    Traceback (most recent call last):
    scrubtext.errors.ConfigError: -i needs a file to write back to; leave it out for standard input
    """
    ways = {"-i": in_place, "-o": output is not None, "--check or --diff": looks}
    asked = [way for way, is_asked in ways.items() if is_asked]
    if len(asked) > 1:
        raise ConfigError(f"{' and '.join(asked)} exclude each other; give one of them")
    if "" in (output, removed):
        raise ConfigError("an empty name; give a file's or a folder's")
    if "-" in (output, removed):
        raise ConfigError("standard output takes one cleaned text and nothing else; give a file")
    named = [file for file in files if isinstance(file, Input)]
    if in_place and any(file.path == STDIN for file in named):
        raise ConfigError("-i needs a file to write back to; leave it out for standard input")
    if len(files) > 1 and not asked:
        raise ConfigError("several inputs; give -i to write them back or -o FOLDER")
    chosen: dict[Input, Path] = {}
    if in_place:
        chosen = {file: file.path for file in named}
    elif output is not None:
        chosen = {file: _target(file, output, several=len(files) > 1) for file in named}
    _refuse_clashes(named, chosen, removed)
    return chosen


def _target(file: Input, output: str, *, several: bool) -> Path:
    """Where ``-o output`` puts a file: below it, if that is a folder; HTML becomes text there."""
    is_folder = several or file.in_folder or output.endswith(os.sep) or os.path.isdir(output)
    if not is_folder:
        return Path(output)
    if os.path.isfile(output.rstrip(os.sep)):
        raise ConfigError(f"-o {output} is a file; give a folder for several inputs")
    is_html = file.name.suffix.lower() in HTML_SUFFIXES
    return Path(output) / (file.name.with_suffix(".txt") if is_html else file.name)


def _refuse_clashes(named: list[Input], chosen: dict[Input, Path], removed: str | None) -> None:
    """Raises ConfigError where writing one file would lose another."""
    sources = {os.path.realpath(file.path): file for file in named if file.path != STDIN}
    writers: dict[str, Input] = {}
    for file, target in chosen.items():
        real = os.path.realpath(target)
        if real in writers and _is_file_or_free(target):
            other = writers[real].path
            raise ConfigError(f"{other} and {file.path} would both become {target}; clean one")
        if real in sources and sources[real].path != file.path:
            raise ConfigError(f"{target} is an input as well; choose another output")
        writers[real] = file
    if removed is not None and os.path.realpath(removed) in {*sources, *writers}:
        raise ConfigError(f"--removed {removed} is an input or output; choose another file")


def _is_file_or_free(target: Path) -> bool:
    """Whether writing twice to `target` loses the first (a pipe takes both)."""
    return os.path.isfile(target) or not os.path.exists(target)


def save(target: Path, cleaned: CleanedFile) -> None:
    """Writes the cleaned file to `target`; a file that would be the same is not touched.

    Raises ScrubtextError with the path where it can't be written; the old file is whole then.
    """
    in_place = os.path.realpath(target) == os.path.realpath(cleaned.path)
    if in_place and cleaned.html:
        raise ScrubtextError(f"{target}: text can't replace a page's markup; give -o for HTML")
    if not (in_place and cleaned.output == cleaned.data):
        _write(target, cleaned.output)


def save_account(target: Path, removals: Iterable[tuple[Path, Removal]]) -> None:
    """Writes every removed line to `target` as JSON Lines: file, document, line, reason, text.

    Documents and lines are 1-based. Raises ScrubtextError where it can't be written.
    """
    lines = "".join(
        json.dumps(
            {
                "file": str(path),
                "document": 1,
                "line": removal.line,
                "reason": removal.reason,
                "text": removal.text,
            },
            ensure_ascii=False,
        )
        + "\n"
        for path, removal in removals
    )
    _write(target, lines.encode("utf-8", "replace"))


def _write(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(target, data)
    except OSError as error:
        raise ScrubtextError(f"{target}: not written: {error.strerror}; left as it was") from None
