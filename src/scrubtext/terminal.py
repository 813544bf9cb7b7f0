"""What people see: colour only where there is a terminal, and no control character gets there."""

import json
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import TextIO

import click

from scrubtext.diff import steps
from scrubtext.result import Result

# C0 and C1 controls, marks and overrides of direction, line and paragraph separators, surrogates.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


# What means something in a regular expression.
_SPECIAL = re.compile(r"[\\.+*?()|\[\]{}^$]")


def printable(line: str) -> str:
    """One line in which nothing can steer a terminal: control characters as escapes.

    >>> printable("red \\x1b[31m")
    'red \\\\x1b[31m'
    """
    return _UNPRINTABLE.sub(lambda found: ascii(found[0])[1:-1], line)


def in_colour(stream: TextIO) -> bool:
    """Whether `stream` is a terminal that may be given colours (see no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, colour: str, stream: TextIO) -> str:
    """`text` in a colour where `stream` shows colours."""
    return click.style(text, fg=colour) if in_colour(stream) else text


def complain(message: str) -> None:
    """Says on standard error, in one line, what went wrong."""
    with suppress(OSError, AttributeError):  # nobody may be there to hear it
        head = paint("scrubtext:", "red", sys.stderr)
        print(head, printable(" ".join(message.split("\n"))), file=sys.stderr, flush=True)


def note(what: str, result: Result) -> None:
    """Says on standard error what was done, and how much."""
    counts = {"removed": len(result.removals), "repaired": len(result.repairs)}
    said = [f"{n} {'line' if n == 1 else 'lines'} {word}" for word, n in counts.items() if n]
    with suppress(OSError, AttributeError):
        print(printable(f"{what}: {', '.join(said) or 'white space'}"), file=sys.stderr)


def show_text(data: bytes, text: str) -> None:
    """Writes to standard output: `data` as it is to a file or pipe, its `text` to a terminal."""
    if not sys.stdout.isatty():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    for line in text.removesuffix("\n").split("\n") if text else ():
        print(printable(line.removesuffix("\r")))


_DIFF_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


def show_diff(lines: Iterator[str], encoding: str) -> None:
    """Prints the lines of a unified diff; to a file or pipe in the file's own encoding."""
    for line in lines:
        if not sys.stdout.isatty():
            sys.stdout.buffer.write(line.encode(encoding, "surrogateescape") + b"\n")
        else:
            print(paint(printable(line), _DIFF_COLOURS.get(line[:1], "reset"), sys.stdout))
    sys.stdout.flush()


# Columns that a removed line may take, however wide a terminal says it is.
_WIDEST = 200


def explanation(result: Result, why: dict[str, str]) -> Iterator[str]:
    """The lines of `scrubtext explain`: the document as a diff with reasons, and how to keep them.

    `why` gives the sentence that explains each reason.
    """
    removed = Counter(removal.reason for removal in result.removals)
    width = max((len(reason) for reason in removed), default=0)
    room = min(max(20, shutil.get_terminal_size().columns - width - 10), _WIDEST)
    repaired = {repair.line: repair for repair in result.repairs}
    for step in steps(result):
        if step.number is None or step.before is None:
            continue
        line = printable(step.before.rstrip())
        if step.reason:
            text = f"{step.number:5} - {_shortened(line, room):{room}}  {printable(step.reason)}"
            yield paint(text, "red", sys.stdout)
        elif step.number in repaired:
            repair = repaired[step.number]
            yield paint(f"{step.number:5} < {line}", "red", sys.stdout)
            after = f"{step.number:5} > {printable(repair.after)}  ({', '.join(repair.steps)})"
            yield paint(after, "green", sys.stdout)
        else:
            yield f"{step.number:5}   {line}".rstrip()
    yield ""
    yield from map(printable, result.notes)
    for reason, count in removed.most_common():
        address = paint(printable(reason), "cyan", sys.stdout)
        yield f"{count} {'line' if count == 1 else 'lines'}: {address}"
        yield f"    {printable(why.get(reason, ''))}"
    yield _summary(result)


def _summary(result: Result) -> str:
    """How to keep the lines that went, as settings to copy."""
    if not result.removals:
        return "Nothing to remove." if not result.repairs else "Only characters are repaired."
    example = result.removals[0]
    pattern = _SPECIAL.sub(r"\\\g<0>", printable(example.text.strip())[:60])
    return (
        f"To keep such lines, add to scrubtext.toml: ignore = [{json.dumps(example.reason)}]\n"
        f"or: keep = [{json.dumps('^' + pattern, ensure_ascii=False)}] (or give --keep REGEX)"
    )


def _shortened(line: str, room: int) -> str:
    return line if len(line) <= room else line[: room - 1] + "…"
