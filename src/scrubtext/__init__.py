"""Takes the boilerplate out of text, keeps every content line, and says why.

>>> import scrubtext
>>> scrubtext.clean("Accessibility links\\n\\nThe vote is on Tuesday.\\n")
'The vote is on Tuesday.\\n'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrubtext.api import Pipeline, clean, clean_html, scrub
    from scrubtext.errors import ScrubtextError
    from scrubtext.intake.document import Html
    from scrubtext.pipeline import Preset
    from scrubtext.result import Removal, Repair, Result

__version__ = "0.1.0"
__all__ = [
    "Html",
    "Pipeline",
    "Preset",
    "Removal",
    "Repair",
    "Result",
    "ScrubtextError",
    "clean",
    "clean_html",
    "scrub",
]

# Where each name comes from. They load when first used, for numpy alone takes 0.2 s.
_HOMES = {
    "Html": "scrubtext.intake.document",
    "Pipeline": "scrubtext.api",
    "Preset": "scrubtext.pipeline",
    "Removal": "scrubtext.result",
    "Repair": "scrubtext.result",
    "Result": "scrubtext.result",
    "ScrubtextError": "scrubtext.errors",
    "clean": "scrubtext.api",
    "clean_html": "scrubtext.api",
    "scrub": "scrubtext.api",
}


if not TYPE_CHECKING:  # a type checker would take any name for defined

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value = getattr(import_module(_HOMES[name]), name)
        return value

    def __dir__() -> list[str]:
        return sorted([*globals(), *_HOMES])
