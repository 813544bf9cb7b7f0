"""Settings: `[tool.scrubtext]` in pyproject.toml, or scrubtext.toml, found upwards from a file."""

import os
import tomllib
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, get_args

from scrubtext.api import Pipeline
from scrubtext.errors import ConfigError
from scrubtext.filters import DropLines, KeepLines
from scrubtext.intake.html import Extractor
from scrubtext.pipeline import Preset
from scrubtext.reasons import reasons
from scrubtext.rules.load import load_pack, load_packs
from scrubtext.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set.

    `keep` and `drop` are regular expressions (RE2 syntax) for lines, `ignore` addresses of rules,
    families and filters that shall not remove anything, `packs` files with rules of one's own.

    >>> Settings(preset="safe", keep=("^Note",)).pipeline().clean("Skip to content\\n")
    ''
    """

    preset: Preset = "standard"
    extractor: Extractor = "trafilatura"
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()

    def pipeline(self) -> Pipeline:
        """The pipeline that does as these settings say; made once.

        Raises ConfigError for a bad pattern or an unknown address, RuleError for a bad pack.
        """
        return _pipeline(self)


@lru_cache(maxsize=16)
def _pipeline(settings: Settings) -> Pipeline:
    rules = tuple(rule for path in settings.packs for rule in load_pack(path))
    taken = {rule.id for rule in load_packs()}
    for rule in rules:
        if rule.id in taken:
            raise ConfigError(f"{rule.id}: a rule of scrubtext has this address; rename the table")
    ignored = [_addresses(ignored, (*load_packs(), *rules)) for ignored in settings.ignore]
    pipeline = replace(
        Pipeline.preset(settings.preset, rules=rules),
        extractor=settings.extractor,
        ignore=frozenset(chain.from_iterable(ignored)),
    )
    return pipeline.with_filters(*map(KeepLines, settings.keep), *map(DropLines, settings.drop))


def _addresses(ignored: str, rules: tuple[Rule, ...]) -> list[str]:
    """The reasons at an address, or below it if it is a family's or a language's."""
    below = f"{ignored.rstrip('/')}/"
    known = {**reasons(rules), **{old: "" for rule in rules for old in rule.formerly}}
    found = [reason for reason in known if reason == ignored or reason.startswith(below)]
    found += [rule.id for rule in rules if ignored in rule.formerly]
    if not found:
        hint = _nearest(ignored, list(known), otherwise="scrubtext rules lists all")
        raise ConfigError(f"ignore: no rule {ignored!r}{hint}")
    return found


def find_settings(start: Path) -> Settings:
    """The settings for a file or folder: from the nearest settings file above it, or defaults."""
    folder = Path(os.path.realpath(start))
    return _find(folder if os.path.isdir(folder) else folder.parent)


@cache
def _find(folder: Path) -> Settings:
    for candidate in (folder, *folder.parents):
        own, project = candidate / "scrubtext.toml", candidate / "pyproject.toml"
        if os.path.isfile(own):
            return read_settings(own)
        if os.path.isfile(project) and "scrubtext" in _table(_parse(project).get("tool", {})):
            return read_settings(project)
    return Settings()


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


@cache
def read_settings(path: Path) -> Settings:
    """The settings in `path`; in a pyproject.toml, those in `[tool.scrubtext]`.

    Raises ConfigError with the path and the key for all that is wrong.
    """
    table = _parse(path)
    if path.name == "pyproject.toml":
        table = _table(table.get("tool", {})).get("scrubtext", {})
        if not isinstance(table, dict):
            raise ConfigError(f"{path}: scrubtext must be a table; write [tool.scrubtext]")
    for key, value in table.items():
        if complaint := _complaint(key, value):
            raise ConfigError(f"{path}: {complaint}")
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    values["packs"] = tuple(path.parent / pack for pack in values.get("packs", ()))
    return Settings(**values)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}; name a settings file that exists") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: not TOML: {error}; mend the syntax there") from None


def _complaint(key: str, value: Any) -> str | None:
    choices = {"preset": get_args(Preset), "extractor": get_args(Extractor)}
    known = [field.name for field in fields(Settings)]
    if key not in known:
        return f"unknown key {key}" + _nearest(
            key, known, otherwise=f"known are {', '.join(known)}"
        )
    if key in choices:
        wrong = value not in choices[key]
        return f"{key} = {value!r} is not one of {', '.join(choices[key])}" if wrong else None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return f'{key} must be a list of texts, such as ["…"]'
    return None


def _nearest(word: str, known: list[str], *, otherwise: str) -> str:
    nearest = get_close_matches(word, known, n=1)
    return f"; did you mean {nearest[0]}?" if nearest else f"; {otherwise}"
