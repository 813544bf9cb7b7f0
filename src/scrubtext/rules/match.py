"""What a match means. Only here; the index may propose, this decides.

Every form takes time linear in the line: plain comparisons, and regular expressions that run on
RE2, whose running time is linear for any pattern and any text
(Cox, "Regular Expression Matching Can Be Simple And Fast", 2007).
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import re2

from scrubtext.rules.fold import fold
from scrubtext.rules.rule import Rule

Matcher = Callable[[str], bool]

# Letters from here on belong to scripts written without spaces (Thai, Lao, kana, Han, Hangul …),
# where a phrase may begin and end next to any letter.
_UNSPACED = ("\u0e00", "\u0fff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\uffff")


def _joins(before: str, after: str) -> bool:
    """Whether the two characters belong to one word."""
    return (
        before.isalnum()
        and after.isalnum()
        and not any(first <= c <= last for first, last in _UNSPACED for c in (before, after))
    )


def _starts(line: str, text: str, at: int = 0) -> bool:
    """Whether `text` stands in `line` at `at` and does not end inside a word."""
    end = at + len(text)
    return line.startswith(text, at) and not (end < len(line) and _joins(line[end - 1], line[end]))


def _ends(line: str, text: str) -> bool:
    start = len(line) - len(text)
    return line.endswith(text) and not (start > 0 and _joins(line[start - 1], line[start]))


def _contains(line: str, text: str) -> bool:
    at = line.find(text)
    while at >= 0:
        if not (at > 0 and _joins(line[at - 1], line[at])) and _starts(line, text, at):
            return True
        at = line.find(text, at + 1)
    return False


@cache
def _compile(pattern: str) -> Any:
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0]
        raise ValueError(reason.decode() if isinstance(reason, bytes) else reason) from None


def whole_line(pattern: str) -> Matcher:
    """A test whether `pattern`, a regular expression in the syntax of RE2, is a whole line.

    Raises ValueError where the pattern is not in that syntax (look-around, back references).

    >>> whole_line(r"0 min(ute)?s? read")("0 minutes read")
    True
    >>> whole_line(r"(?=a)b")
    Traceback (most recent call last):
    ValueError: invalid perl operator: (?=
    """
    compiled = _compile(pattern)
    return lambda line: compiled.fullmatch(line) is not None


def anywhere(pattern: str) -> Matcher:
    """A test whether `pattern` (syntax and errors as above) occurs anywhere in a line.

    >>> anywhere("(?i)sport")("Home | Sport")
    True
    """
    compiled = _compile(pattern)
    return lambda line: compiled.search(line) is not None


def readings(line: str) -> tuple[str, ...]:
    """What an exact rule compares with its texts: the folded line, and what its brackets enclose.

    >>> readings("edit"), readings("[edit]")
    (('edit',), ('[edit]', 'edit'))
    """
    return (line, line[1:-1]) if line.startswith("[") and line.endswith("]") else (line,)


def any_of(literals: tuple[str, ...]) -> Matcher:
    """A test whether any of `literals` stands in a line, in one pass whatever their number.

    >>> test = any_of(("cookie policy", "a.b"))
    >>> test("our cookie policy"), test("a+b"), any_of(())("")
    (True, False, False)
    """
    if not literals:
        return lambda _: False
    return anywhere("|".join(map(re2.escape, literals)))


@cache
def matcher(rule: Rule) -> Matcher:
    """The test that tells whether a folded line matches `rule`, wherever the line stands.

    >>> rule = Rule(id="en/a/b", why="", text=("Follow us on",), match="prefix", safety="sure",
    ...             example="", keeps=())
    >>> [matcher(rule)(line) for line in ("follow us on mastodon", "follow us online")]
    [True, False]
    """
    longest, least = rule.longest, rule.least
    texts = tuple(rule.text) if rule.match == "regex" else tuple(fold(text) for text in rule.text)
    needs = tuple(needed.lower() for needed in rule.needs)
    if rule.match == "exact":
        known = frozenset(texts)
        return lambda line: not known.isdisjoint(readings(line))
    if rule.match == "prefix":
        return lambda line: len(line) <= longest and any(_starts(line, t) for t in texts)
    if rule.match == "suffix":
        return lambda line: len(line) <= longest and any(_ends(line, t) for t in texts)
    if rule.match == "contains":
        return lambda line: len(line) <= longest and any(_contains(line, t) for t in texts)
    if rule.match == "cues":
        return lambda line: len(line) <= longest and sum(_contains(line, t) for t in texts) >= least
    patterns = tuple(whole_line(pattern) for pattern in texts)
    return lambda line: (
        len(line) <= longest
        and any(needed in line for needed in needs)
        and any(fullmatch(line) for fullmatch in patterns)
    )
