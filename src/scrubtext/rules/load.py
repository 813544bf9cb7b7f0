"""Packs to rules: reads the TOML, and refuses what is wrong with file, rule, field and remedy."""

import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from scrubtext.errors import RuleError
from scrubtext.rules.fold import fold
from scrubtext.rules.match import whole_line
from scrubtext.rules.rule import Form, Rule, Safety, Takes, Where

PACKS = Path(__file__).parent.parent / "packs"

_CHOICES: dict[str, tuple[str, ...]] = {
    "match": get_args(Form),
    "where": get_args(Where),
    "takes": get_args(Takes),
    "safety": get_args(Safety),
}
_SENTENCES = ("why", "example", "source")
_LISTS = ("text", "needs", "keeps", "misses", "formerly")
_NUMBERS = {"least": 2, "run": 2, "longest": 1}
_REQUIRED = ("why", "text", "safety", "example", "keeps")
_FIELDS = (*_CHOICES, *_SENTENCES, *_LISTS, *_NUMBERS)


def load_pack(path: Path) -> tuple[Rule, ...]:
    """The rules of one pack; the folder is the language, the file the family, the table the name.

    Raises RuleError where the file can't be read, is not TOML, or a rule breaks the format.

    >>> [rule.id for rule in load_pack(PACKS / "any/breakpoints.toml")][:1]
    ['any/breakpoints/one-line']
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror or error}; name a pack that exists") from None
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: not UTF-8 ({error.reason}); save the pack as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise RuleError(f"{path}: not TOML: {error}; mend the syntax there") from None
    folder = path.resolve().parent.name
    return tuple(
        _rule(f"{folder}/{path.stem}/{name}", table, f"{path} [{name}]")
        for name, table in tables.items()
    )


@lru_cache(maxsize=1)
def load_packs() -> tuple[Rule, ...]:
    """The rules of all packs that come with scrubtext, sorted by path.

    >>> any(rule.id.startswith("en/") for rule in load_packs())
    True
    """
    return tuple(rule for path in sorted(PACKS.glob("*/*.toml")) for rule in load_pack(path))


def _rule(rule_id: str, table: Any, place: str) -> Rule:
    for complaint in _complaints(table):
        raise RuleError(f"{place}: {complaint}")
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in table.items()
    }
    return Rule(id=rule_id, **fields)


def _complaints(table: Any) -> Iterator[str]:
    """What is wrong with a rule's table, the first complaint first."""
    if not isinstance(table, dict):
        yield "a rule is a table; write [name] and its fields below it"
        return
    for name, value in table.items():
        yield from _field_complaints(name, value)
    for name in _REQUIRED:
        if not table.get(name):
            yield f"{name} is missing; see docs/writing-a-rule.md for what it says"
    yield from _example_complaints(table["example"])
    yield from _text_complaints(table)


def _field_complaints(name: str, value: Any) -> Iterator[str]:
    if name in _CHOICES:
        if value not in _CHOICES[name]:
            yield f"{name} = {value!r} is not one of {', '.join(_CHOICES[name])}"
    elif name in _SENTENCES:
        if not isinstance(value, str) or not value.strip():
            yield f"{name} must be a text that is not empty"
    elif name in _LISTS:
        texts = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
        if not texts:
            yield f'{name} must be a list of texts that are not empty, such as ["…"]'
    elif name in _NUMBERS:
        if type(value) is not int or value < _NUMBERS[name]:
            yield f"{name} must be a whole number, {_NUMBERS[name]} or more"
    else:
        nearest = get_close_matches(name, _FIELDS, n=1)
        hint = f"; did you mean {nearest[0]}?" if nearest else f"; known are {', '.join(_FIELDS)}"
        yield f"unknown field {name}{hint}"


def _example_complaints(example: str) -> Iterator[str]:
    lines = example.strip("\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith(("- ", "  ")):
            yield f'example line {number} must begin with "- " (removed) or two spaces (kept)'
    if not any(line.startswith("- ") for line in lines):
        yield 'example removes nothing; begin a removed line with "- "'


def _text_complaints(table: dict[str, Any]) -> Iterator[str]:
    form = table.get("match", "exact")
    if form == "regex":
        if not table.get("needs"):
            yield "needs is missing; list literals, one of which each match contains"
        for number, pattern in enumerate(table["text"]):
            try:
                whole_line(pattern)
            except ValueError as error:
                yield f"text[{number}] is not a regular expression of RE2: {error}"
        return
    if "needs" in table:
        yield f'needs belongs to match = "regex", not "{form}"'
    if "least" in table and form != "cues":
        yield f'least belongs to match = "cues", not "{form}"'
    if form == "exact" and "longest" in table:
        yield 'longest does not belong to match = "exact", which fixes the length'
    if form == "cues" and table.get("least", 2) > len(table["text"]):
        yield "least is more than there are cues in text"
    for number, text in enumerate(table["text"]):
        if len(fold(text)) < (1 if form == "exact" else 2):
            yield f"text[{number}] = {text!r} has too few letters left to match by"
    folded = [fold(text) for text in table["text"]]
    for number, text in enumerate(folded):
        if text in folded[:number]:
            first = folded.index(text)
            yield f"text[{number}] says the same as text[{first}] ({text!r}); leave one out"
