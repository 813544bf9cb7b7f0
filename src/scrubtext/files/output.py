"""Where cleaned files go."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from scrubtext.errors import ConfigError, ScrubtextError
from scrubtext.files import atomic
from scrubtext.files.inputs import HTML_SUFFIXES, STDIN, Input
from scrubtext.files.text import CleanedFile


def check_request(
    files: Sequence[Input | ScrubtextError], in_place: bool, output: str | None, looks: bool
) -> None:
    """Raises ConfigError where the inputs and the ways of output asked for don't go together.

    >>> check_request([Input(STDIN, STDIN)], in_place=True, output=None, looks=False)
    Traceback (most recent call last):
    scrubtext.errors.ConfigError: -i needs a file to write back to; leave it out for standard input
    """
    ways = [
        name
        for name, asked in (("-i", in_place), ("-o", output), ("--check or --diff", looks))
        if asked
    ]
    if len(ways) > 1:
        raise ConfigError(f"{' and '.join(ways)} exclude each other; give one of them")
    paths = [file.path for file in files if isinstance(file, Input)]
    if in_place and STDIN in paths:
        raise ConfigError("-i needs a file to write back to; leave it out for standard input")
    if len(files) > 1 and not ways:
        raise ConfigError("several inputs; give -i to write them back or -o FOLDER")
    if len(files) > 1 and output and Path(output).exists() and not Path(output).is_dir():
        raise ConfigError(f"-o {output} is a file; give a folder for several inputs")


def target_of(file: Input, output: str, several: bool) -> Path:
    """The file that `file` is written to, for ``-o output``; HTML becomes text there.

    >>> target_of(Input(Path("web/a.html"), Path("a.html")), "out", several=True)
    PosixPath('out/a.txt')
    """
    path = Path(output)
    if not several and not path.is_dir():
        return path
    html = file.name.suffix.lower() in HTML_SUFFIXES
    return path / (file.name.with_suffix(".txt") if html else file.name)


def save(target: Path, cleaned: CleanedFile) -> None:
    """Writes the cleaned file to `target`, if that does not hold it already.

    Raises ScrubtextError with the path where it can't be written; the old file is whole then.
    """
    in_place = target == cleaned.path
    if in_place and cleaned.path.suffix.lower() in HTML_SUFFIXES:
        raise ScrubtextError(f"{target}: text can't replace a page's markup; give -o for HTML")
    if in_place and not cleaned.changed:
        return
    _write(target, cleaned.output)


def save_account(target: Path, cleaned_files: Iterable[CleanedFile]) -> None:
    """Writes every removed line to `target` as JSON Lines: file, document, line, reason, text.

    Documents and lines are 1-based. Raises ScrubtextError where it can't be written.
    """
    lines = "".join(
        json.dumps(
            {
                "file": str(cleaned.path),
                "document": 1,
                "line": removal.line,
                "reason": removal.reason,
                "text": removal.text,
            },
            ensure_ascii=False,
        )
        + "\n"
        for cleaned in cleaned_files
        for removal in cleaned.result.removals
    )
    _write(target, lines.encode("utf-8", "replace"))


def _write(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(target, data)
    except OSError as error:
        raise ScrubtextError(f"{target}: not written: {error.strerror}; left as it was") from None
