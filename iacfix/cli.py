"""The ``iacfix`` command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from iacfix import __version__
from iacfix.errors import Refusal
from iacfix.run import Run, Watch
from iacfix.transforms.findings import Severity, Tier
from iacfix.verdict import CLEAN, FOUND, WRONG, exit_code

Command = TypeVar("Command", bound=Callable[..., Any])
LONG = 2_000_000  # characters of source that make a run worth a progress bar
TIERS = (Tier.FRESH, Tier.UNSAFE, Tier.SCAFFOLD)


def main() -> int:
    """Run the command and return its exit code."""
    try:
        code = iacfix.main(standalone_mode=False, prog_name="iacfix")
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except click.ClickException as error:
        error.show()
        return WRONG
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted; nothing was left half-written")
        return WRONG
    except Refusal as error:
        _say(f"iacfix: error: {error}")
        return WRONG
    except BrokenPipeError:
        # The reader has seen enough; without this, Python complains when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    return code if isinstance(code, int) else CLEAN


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def iacfix() -> None:
    """Find the mistakes in infrastructure as code and rewrite them in place."""


def _words(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def _assignments(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not name.strip() or not equals:
            raise click.BadParameter(f"{name!r} is not NAME=VALUE")
    return {name.strip(): value for name, _, value in pairs}


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


SELECTING = _options(
    click.option("--fresh", is_flag=True, help="Also fix what is only right for code that is not deployed yet."),
    click.option("--unsafe", is_flag=True, help="Also fix what changes access, availability, cost or behaviour."),
    click.option("--scaffold", is_flag=True, help="Also add resources and files that want an owner."),
    click.option("--all", "every", is_flag=True, help="The same as --fresh --unsafe --scaffold."),
    click.option("--select", multiple=True, callback=_words, metavar="CODE|name|family,...", help="Run only these."),
    click.option("--ignore", multiple=True, callback=_words, metavar="CODE|name|family,...", help="Do not run these."),
    click.option("--extend-select", multiple=True, callback=_words, metavar="FAMILY,...", help="Run these as well."),
    click.option(
        "--set", "settings", multiple=True, callback=_assignments, metavar="NAME=VALUE", help="What only you know."
    ),
    click.option("--only-given", is_flag=True, help="Write to no file but those that PATH names."),
    click.option("--allow-dirty", is_flag=True, help="Write to files whose changes are not in git's index."),
    click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to use; as many as pay by default."),
)
RUNNING = _options(
    click.argument("paths", nargs=-1, type=click.Path(path_type=Path)),
    SELECTING,
    click.option("--diff", is_flag=True, help="Write nothing; print one diff that `git apply` takes."),
    click.option("--since", metavar="REF", help="Only what is on lines that changed since REF."),
    click.option("--output-format", type=click.Choice(["text", "json", "sarif", "github"]), help="Text by default."),
    click.option("--fail-on", type=click.Choice([s.value for s in Severity]), help="What makes the exit code 1."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
)


@iacfix.command()
@RUNNING
def apply(**options: Any) -> int:
    """Fix what is found in PATH (the whole project by default), in place."""
    return _run(writes=not options["diff"], **options)


@iacfix.command()
@RUNNING
def check(**options: Any) -> int:
    """Say what `apply` would do with the same flags; write nothing."""
    return _run(writes=False, **options)


@iacfix.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
def undo(path: Path | None) -> int:
    """Take back the last run, if nobody has touched its files since."""
    from iacfix import config  # noqa: PLC0415
    from iacfix.journal import Journal  # noqa: PLC0415
    from iacfix.project import common_folder, locate  # noqa: PLC0415

    given = (path,) if path else ()
    place = locate(given, anchor=config.find(common_folder(given)).anchor)
    undone = Journal.of(place.root, place.repository).undo()
    for name in undone.changed:
        _say(f"{name}: error: changed since iacfix wrote it")
    if undone.changed:
        _say("nothing was undone; restore these files, or undo by hand")
        return WRONG
    for name in undone.restored:
        click.echo(f"restored {name}")
    return CLEAN


@iacfix.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@SELECTING
@click.option("--since", metavar="REF", required=True, help="What the pull request is compared with.")
@click.option(
    "--patch", "patch_file", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the patch."
)
def suggest(patch_file: Path | None, **wishes: Any) -> int:
    """Print a GitHub review: a suggestion for each fix that can be one, and a patch for the rest."""
    import msgspec  # noqa: PLC0415

    from iacfix import api, command, review  # noqa: PLC0415

    # Nothing is written, so that no file is too dirty to be.
    run = command.prepared(_wish(**wishes | {"allow_dirty": True}), writes=False).session.result()
    planned = api.review_of(run, wishes["since"])
    if patch_file:
        patch_file.write_bytes(planned.patch.encode())
    said = review.content(planned, run, patch_file=str(patch_file or ""))
    _print(msgspec.json.format(msgspec.json.encode(said), indent=2).decode() + "\n")
    _faults(run)
    return WRONG if run.faults else CLEAN


@iacfix.command()
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="Text by default.")
def rules(output_format: str) -> None:
    """List the fixers."""
    from iacfix import pages  # noqa: PLC0415

    if output_format == "json":
        _print(pages.as_json())
    else:
        pages.table(sys.stdout)


@iacfix.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Show the page of a fixer."""
    from iacfix import pages  # noqa: PLC0415

    pages.explain(rule, sys.stdout)


def _run(
    *,
    writes: bool,
    diff: bool,
    output_format: str | None,
    fail_on: str | None,
    exit_zero: bool,
    **wishes: Any,
) -> int:
    from iacfix import command  # noqa: PLC0415 - loads the fixers

    with _progress() as watch:
        job = command.prepared(_wish(**wishes), writes=writes, watch=watch)
    for warning in job.warnings:
        _say(f"iacfix: warning: {warning}")
    result = command.written(job) if writes else job.session.result()
    if diff:
        _tell_diff(result)
    else:
        _tell(result, output_format or job.config.options.output_format or "text", written=writes)
    level = Severity(fail_on) if fail_on else job.fail_on
    return exit_code(result, written=writes, fail_on=level, exit_zero=exit_zero)


def _wish(*, fresh: bool, unsafe: bool, scaffold: bool, every: bool, **rest: Any) -> Any:
    from iacfix.command import Wish  # noqa: PLC0415

    flags = zip(TIERS, (fresh, unsafe, scaffold), strict=True)
    return Wish(tiers=frozenset(tier for tier, on in flags if on or every), **rest)


def _tell(run: Run, output_format: str, *, written: bool) -> None:
    from iacfix.reports import text  # noqa: PLC0415
    from iacfix.reports.secrets import Mask  # noqa: PLC0415

    match output_format:
        case "json":
            from iacfix.reports import json  # noqa: PLC0415

            _print(json.render(run, written=written))
        case "sarif":
            from iacfix.reports import sarif  # noqa: PLC0415

            _print(sarif.render(run))
        case "github":
            from iacfix.reports import github  # noqa: PLC0415

            _print(github.render(run))
        case _:
            text.write(text.Told(run, written, Mask.of(run)).lines(), sys.stdout)
    if output_format != "github":
        _faults(run)


def _tell_diff(run: Run) -> None:
    from iacfix.reports import patch, text  # noqa: PLC0415

    _print(patch.patch(run.changes))
    _faults(run)
    for hint in text.more_with(run.reports):
        _say(hint)


def _faults(run: Run) -> None:
    from iacfix.reports.text import fault_line  # noqa: PLC0415

    sys.stdout.flush()
    for fault in run.faults:
        _say(fault_line(fault))


def _print(text: str) -> None:
    """Write *text* as it is: no line end is translated, and nothing depends on the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _say(line: str) -> None:
    click.echo(line, err=True)


@contextmanager
def _progress() -> Generator[Watch | None]:
    """Give what shows how far a long run is, where somebody is looking."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task("reading and mending")

    def watch(done: int, total: int) -> None:
        if total >= LONG and done < total and not bar.live.is_started:
            bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield watch
    finally:
        bar.stop()
