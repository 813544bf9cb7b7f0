"""Lines that the user wants kept or dropped, whatever rules and protections say."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from scrubtext.errors import ConfigError
from scrubtext.lines import Lines, Mask
from scrubtext.marks import Mark, Marks
from scrubtext.rules.match import anywhere


@dataclass(frozen=True)
class KeepLines:
    """A filter that keeps every line in which `pattern` (RE2 syntax) occurs.

    >>> lines = Lines.of(["Sport\\nShare"])
    >>> [mark.where.tolist() for mark in KeepLines("^Sp")(lines, Marks(lines))]
    [[True, False]]
    """

    pattern: str

    def __post_init__(self) -> None:
        """Refuses what is no regular expression of RE2, with a ConfigError."""
        _check(self.pattern)

    def __call__(self, lines: Lines, marks: Marks) -> Iterator[Mark]:
        """Yields one mark."""
        yield Mark("user/keep", _found(self.pattern, lines), "keep")


@dataclass(frozen=True)
class DropLines:
    """A filter that drops every line in which `pattern` (RE2 syntax) occurs.

    >>> lines = Lines.of(["Sport\\nShare"])
    >>> [mark.where.tolist() for mark in DropLines("are$")(lines, Marks(lines))]
    [[False, True]]
    """

    pattern: str

    def __post_init__(self) -> None:
        """Refuses what is no regular expression of RE2, with a ConfigError."""
        _check(self.pattern)

    def __call__(self, lines: Lines, marks: Marks) -> Iterator[Mark]:
        """Yields one mark."""
        yield Mark("user/drop", _found(self.pattern, lines), firm=True)


def _check(pattern: str) -> None:
    try:
        anywhere(pattern)
    except ValueError as error:
        raise ConfigError(f"{pattern!r} is no regular expression of RE2: {error}") from None


def _found(pattern: str, lines: Lines) -> Mask:
    test = anywhere(pattern)
    return np.array([test(line.strip()) for line in lines.text], dtype=bool)
