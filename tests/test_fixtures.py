"""Whole documents: source, expected texts, and the removed lines with their reasons.

`pytest --regen` rewrites the expected files from what comes out, for review with `git diff`.
"""

import csv
import tomllib
from pathlib import Path

import pytest

from scrubtext.api import Pipeline
from scrubtext.pipeline import Preset

FIXTURES = Path(__file__).parent.parent / "fixtures"
FOLDERS = sorted(path for path in FIXTURES.iterdir() if path.is_dir())
EXPECTED: dict[Preset, str] = {"standard": "expected.txt", "safe": "expected.safe.txt"}
HEAD = ["preset", "line", "reason", "text"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_fixture(folder: Path, regen: bool) -> None:
    source = (folder / "source.txt").read_bytes()
    rows = []
    for preset, name in EXPECTED.items():
        result = Pipeline.preset(preset).scrub(source)
        rows += [[preset, str(r.line), r.reason, r.text.strip()] for r in result.removals]
        if regen:
            (folder / name).write_bytes(result.text.encode())
        assert result.text.encode() == (folder / name).read_bytes(), f"{folder.name}/{name}"
    table = folder / "removed.tsv"
    if regen:
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, "excel-tab", lineterminator="\n").writerows([HEAD, *rows])
    with table.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file, "excel-tab")) == [HEAD, *rows]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_fixture_says_where_it_comes_from(folder: Path) -> None:
    about = tomllib.loads((folder / "about.toml").read_text(encoding="utf-8"))
    assert set(about) == {"title", "origin", "licence", "what"}


def test_there_are_fixtures() -> None:
    assert len(FOLDERS) >= 12
