"""The command `scrubtext`: thin; which files, which pipeline, and where results go."""

import os
import sys
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scrubtext import __version__
from scrubtext.errors import ScrubtextError

# Everything else loads in the commands: `--help` needs neither numpy nor the rules.
if TYPE_CHECKING:
    from scrubtext.api import Pipeline

PRESETS = ("safe", "standard", "aggressive")
DONE, FOUND, FAILED = 0, 1, 2


def main() -> None:
    """Runs the command; what goes wrong is one line on standard error, and exit status 2."""
    from scrubtext.terminal import complain

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what its encoding lacks is shown escaped
            stream.reconfigure(errors="backslashreplace")
    try:
        if sys.stdout is None:
            raise ScrubtextError("standard output is closed")
        status = program(prog_name="scrubtext", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.ctx.get_help() if error.ctx else error, file=sys.stderr)
        status = FAILED
    except click.ClickException as error:
        complain(f"{error.format_message()} (see scrubtext --help)")
        status = FAILED
    except click.exceptions.Abort:
        complain("interrupted")
        status = FAILED
    except BrokenPipeError:  # as with `| head`: who reads has read enough
        os._exit(DONE)
    except OSError as error:
        complain(f"{error.filename or 'standard output'}: {error.strerror}")
        os._exit(FAILED)  # what is still in a buffer can't be written either
    except ScrubtextError as error:
        complain(str(error))
        status = FAILED
    raise SystemExit(status)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__)
def program() -> None:
    """Take the boilerplate out of text, keep every content line, and say why."""


def _pipeline_options(command: Any) -> Any:
    formats = click.Choice(("auto", "text", "html"))
    options = (
        click.option("--preset", type=click.Choice(PRESETS), help="How much to remove."),
        click.option("--config", metavar="FILE", help="Settings file, instead of the one found."),
        click.option("--keep", multiple=True, metavar="REGEX", help="Keep lines that have this."),
        click.option("--drop", multiple=True, metavar="REGEX", help="Drop lines that have this."),
        click.option("--format", "kind", type=formats, default="auto", help="By name, or as said."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _pipeline_for(
    path: Path, preset: Any, config: str | None, keep: tuple[str, ...], drop: tuple[str, ...]
) -> "Pipeline":
    """The pipeline that the settings above `path` and the command line ask for."""
    from scrubtext.config import find_settings, read_settings
    from scrubtext.files.inputs import STDIN

    start = Path() if path == STDIN else path
    settings = read_settings(Path(config)) if config is not None else find_settings(start)
    settings = replace(settings, keep=(*settings.keep, *keep), drop=(*settings.drop, *drop))
    return (replace(settings, preset=preset) if preset else settings).pipeline()


@program.command(short_help="Remove debris from text.")
@click.argument("files", nargs=-1, required=True, metavar="FILE... | DIR... | -")
@click.option("-i", "--in-place", is_flag=True, help="Write each file back.")
@click.option("-o", "--output", metavar="PATH", help="Write there: a file, for several a folder.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if there is debris.")
@click.option("--diff", is_flag=True, help="Write nothing; print a diff, exit with 1 if any.")
@click.option("--removed", metavar="FILE", help="Write every removed line there, as JSON Lines.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@_pipeline_options
def clean(
    files: tuple[str, ...],
    in_place: bool,
    output: str | None,
    check: bool,
    diff: bool,
    removed: str | None,
    quiet: bool,
    kind: Any,
    **settings: Any,
) -> int:
    """Remove debris from text: to standard output, or to files with -i or -o."""
    from scrubtext.diff import unified_diff
    from scrubtext.files.inputs import Input, inputs
    from scrubtext.files.output import save, save_account, targets
    from scrubtext.files.text import clean_file
    from scrubtext.terminal import complain, note, show_diff, show_text

    found = list(inputs(files))
    looks = check or diff
    output = None if output == "-" and len(found) == 1 else output
    target = targets(found, in_place=in_place, output=output, looks=looks, removed=removed)
    status = DONE
    removals = []
    for file in found:
        try:
            if not isinstance(file, Input):
                raise file
            cleaned = clean_file(file.path, _pipeline_for(file.path, **settings), kind)
            result = cleaned.result
            for message in result.notes:
                complain(f"{file.path}: {message}")
            if diff:
                lines = unified_diff(result, str(file.path), cleaned.mark)
                show_diff(lines, cleaned.diff_encoding)
            if looks:
                status = max(status, FOUND if result.changed else DONE)
            elif file in target:
                save(target[file], cleaned)
            else:
                show_text(cleaned.output, result.text)
            if (check or in_place) and result.changed and not quiet:
                note(f"{'would clean' if check else 'cleaned'} {file.path}", result)
            if removed:
                removals += [(file.path, removal) for removal in result.removals]
        except ScrubtextError as error:
            complain(str(error))
            status = FAILED
    if removed:
        save_account(Path(removed), removals)
    return status


@program.command(short_help="Show what would go, and why.")
@click.argument("file", metavar="FILE | -")
@_pipeline_options
def explain(file: str, kind: Any, **settings: Any) -> None:
    """Show a document as a diff, each removed line with its reason and how to keep it."""
    from scrubtext.files.text import clean_file
    from scrubtext.terminal import explanation

    path = Path(file)
    pipeline = _pipeline_for(path, **settings)
    for line in explanation(clean_file(path, pipeline, kind).result, pipeline.reasons):
        click.echo(line)


@program.command(short_help="List the rules, or show one.")
@click.argument("address", default="", metavar="[ID]")
def rules(address: str) -> None:
    """List the rules (of a language, of a family), or show one with its examples."""
    from scrubtext.reasons import describe
    from scrubtext.rules.load import load_packs

    for line in describe(address, load_packs()):
        click.echo(line)


@program.command(short_help="Run a pack of your own against its examples.")
@click.argument("pack", metavar="PACK.toml")
def test(pack: str) -> int:
    """Run a pack of your own against its examples, and against what our rules must keep."""
    from scrubtext.rules.load import load_pack, load_packs
    from scrubtext.terminal import complain
    from scrubtext.testing import pack_failures

    own = load_pack(Path(pack))
    failures = list(pack_failures(own, load_packs()))
    for rule, failure in failures:
        complain(f"{pack} [{rule.split('/')[-1]}]: {failure}")
    wrong = len({rule for rule, _ in failures})
    rules = "1 rule" if len(own) == 1 else f"{len(own)} rules"
    click.echo(f"{rules}, {f'{wrong} wrong' if wrong else 'all right'}")
    return FOUND if wrong else DONE
