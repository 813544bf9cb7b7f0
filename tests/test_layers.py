"""Imports point one way: what a module may import of the project, layer by layer."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src/scrubtext"
# A module imports from its own layer or from those below it; filters never import filters.
LAYERS = (
    ("errors", "result", "characters"),
    ("rules.fold", "rules.rule"),
    ("rules.match",),
    ("rules.index", "rules.load"),
    ("lines", "intake.decode", "intake.repair", "intake.html", "reasons"),
    ("marks", "intake.document"),
    (
        *("filters.protect", "filters.phrases", "filters.furniture", "filters.repeats"),
        *("filters.settings", "filters.spread"),
    ),
    ("filters", "render"),
    ("pipeline",),
    ("api", "diff"),
    ("", "files.atomic", "files.inputs", "testing", "config"),
    ("files.text", "terminal"),
    ("files.output",),
    ("cli",),
    ("__main__",),
)
ALONE = {name for layer in LAYERS for name in layer if name.startswith("filters.")}
NO_NUMPY = {"errors", "result", "rules", "reasons", "intake", "cli", "terminal"}


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> set[str]:
    """The modules that a file imports, those for type checkers only aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            below = [f"{node.module}.{alias.name}" for alias in node.names]
            names |= {n if module_path(n) else node.module for n in below}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: relative import"
    return names


def module_path(name: str) -> Path | None:
    base = SOURCE.parent.joinpath(*name.split("."))
    found = [p for p in (base.with_suffix(".py"), base / "__init__.py") if p.is_file()]
    return found[0] if found else None


MODULES = sorted(SOURCE.rglob("*.py"))
LEVEL = {name: level for level, layer in enumerate(LAYERS) for name in layer}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_point_down(path: Path) -> None:
    module = module_name(path)
    if path.name == "__init__.py" and path.read_text(encoding="utf-8").count("import ") == 0:
        return  # a folder's docstring
    for name in imports(path):
        if not name.startswith("scrubtext"):
            continue
        imported = name.removeprefix("scrubtext").removeprefix(".")
        assert LEVEL[imported] <= LEVEL[module], f"{module} imports {imported}, a layer above it"
        assert not (module in ALONE and imported in ALONE), f"filter {module} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_modules_are_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= (70 if path.name == "pipeline.py" else 300)


def test_every_module_has_a_layer() -> None:
    with_code = {
        module_name(p) for p in MODULES if p.name != "__init__.py" or "import " in p.read_text()
    }
    assert with_code <= set(LEVEL)


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()} | set(done.stdout.split())


HEAVY = {"numpy", "trafilatura", "lxml", "resiliparse", "chardet", "ftfy"}


@pytest.mark.parametrize(
    ("statement", "may_load"),
    [
        ("import scrubtext", set()),
        ("import scrubtext.cli", set()),
        ("import scrubtext.rules.load as load; load.load_packs()", set()),
        ("import scrubtext; scrubtext.clean('Plain text.')", {"numpy"}),
        ("import scrubtext; scrubtext.clean('Grüße aus Köln.')", {"numpy", "ftfy"}),
    ],
)
def test_heavy_packages_load_late(statement: str, may_load: set[str]) -> None:
    assert loaded_by(statement) & HEAVY <= may_load
