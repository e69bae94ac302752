"""The command line: thin commands over the engine."""

from __future__ import annotations

import datetime as dt
import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from workbench import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.checks.subject import Profile
    from workbench.engine import Draft, Engine
    from workbench.knowledge.facts.world import World
    from workbench.knowledge.tables import Fault
    from workbench.review.record import ProjectRecord

SEVERITIES = ("low", "medium", "high")
REPORTS = ("html", "pdf", "docx", "csv", "xlsx", "markdown", "json", "claimreview", "annotations")
LANG = click.option("--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Of the report.")
TEMPLATES = click.option("--templates", type=click.Path(), help="A folder of your own report templates.")
UNUSABLE = 2


class Day(click.ParamType[dt.date]):
    """A calendar day written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2019-12-28", param, ctx)


DAY = Day()
FETCH = click.option("--fetch", is_flag=True, help="Fetch articles named by an address; its server learns yours.")


def stop(message: str) -> NoReturn:
    """End with one sentence on standard error and the status for unusable input."""
    click.echo(f"workbench: {message}", err=True)
    raise SystemExit(UNUSABLE)


def new_engine() -> Engine:
    from workbench.engine import Engine
    from workbench.knowledge.base import load_knowledge
    from workbench.knowledge.tables import TableError
    from workbench.resources import ResourcesMissingError, cache_folder, own_knowledge_folder, resource_folder

    try:
        return Engine(load_knowledge(resource_folder(), own_knowledge_folder(), cache_folder()))
    except (ResourcesMissingError, TableError, OSError) as error:
        stop(f"the program's tables cannot be read: {error}")


def tell_unused(faults: Sequence[Fault], lang: str) -> None:
    """Say on standard error which rows of the person's own tables are not used; a few stand for many."""
    if not faults:
        return
    from workbench.knowledge.facts.own_tables import located
    from workbench.printing import unused_lines
    from workbench.resources import own_knowledge_folder

    shown = [located(fault, own_knowledge_folder()) for fault in faults]
    for line in unused_lines(shown, "en" if lang == "en" else "ar"):
        click.echo(line, err=True)


def read_drafts(
    paths: Sequence[str], dates: Sequence[dt.date | None], fetch: bool = False, lang: str = "en"
) -> list[Draft]:
    """The articles at ``paths`` (files of any known format, ``-`` for standard input, with ``fetch`` addresses) as
    drafts. What a person should know of them goes to standard error once all are read."""
    from workbench.importing.articles import draft_of
    from workbench.importing.command_line import import_named
    from workbench.text.reading import UnreadableError

    read = []
    for path in paths:
        try:
            read.append(import_named(path, fetch))
        except UnreadableError as error:
            stop(f"{path}: {error.why.en}")
    for path, imported in zip(paths, read, strict=True):
        for warning in imported.warnings:
            click.echo(_printable(f"workbench: {path}: {warning.ar if lang == 'ar' else warning.en}"), err=True)
    return [draft_of(imported, day) for imported, day in zip(read, dates, strict=False)]


class OneLineGroup(click.Group):
    """A group whose usage errors are one line on standard error and status 2."""

    def main(self, *args: Any, **extra: Any) -> Any:
        alone = extra.get("standalone_mode", True)
        inner: dict[str, Any] = {**extra, "standalone_mode": False}
        if not alone:
            return super().main(*args, **inner)
        try:
            status = super().main(*args, **inner)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help() if error.ctx else "")
            raise SystemExit(0) from None
        except click.UsageError as error:
            stop(" ".join(error.format_message().split()))
        except click.ClickException as error:
            stop(error.format_message())
        except click.Abort:
            stop("stopped")
        raise SystemExit(status if isinstance(status, int) else 0)


@click.group(cls=OneLineGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workbench")
def main() -> None:
    """Check news articles, Arabic first: claims, events, contradictions, anachronisms."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page without Arabic.
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")


@main.command()
@click.argument("files", nargs=-1)
@click.option("--date-a", type=DAY, help="The day article A was written.")
@click.option("--date-b", type=DAY, help="The day article B was written.")
@click.option("--pairs", type=click.Path(), help="A JSONL file, one pair a line; prints one JSON object a line.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes for --pairs.")
@click.option("--format", "form", type=click.Choice(["text", *REPORTS]), default="text", show_default=True)
@click.option("--output", help="Write there and not to standard output.")
@click.option("--save", type=click.Path(), help="Keep the check as a project, or add it to that project.")
@TEMPLATES
@click.option("--overrides", type=click.Path(), help="A JSON file with a person's alignments, dates, hidden findings.")
@click.option("--profile", type=click.Path(), help="A TOML file with a newsroom's settings.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="End with 1 only at this severity or above.")
@LANG
@FETCH
def check(
    files: tuple[str, ...], date_a: dt.date | None, date_b: dt.date | None, pairs: str | None, jobs: int,
    form: str, output: str | None, save: str | None, templates: str | None, overrides: str | None,
    profile: str | None, fail_on: str | None, lang: str, fetch: bool,
) -> None:  # fmt: skip
    """Check article A alone, or hold it against B and further reports."""
    from workbench.report.delivery import check_target, deliver_text
    from workbench.settings import read_overrides, read_profile

    with one_sentence():
        word = read_overrides(Path(overrides)) if overrides else None
        settings = read_profile(Path(profile)) if profile else None
        target = check_target(form, output)
    if pairs is not None:
        if files or output or save:
            stop("--pairs takes its articles from the file and prints to standard output; it cannot be saved")
        from workbench.batch import check_pairs
        from workbench.knowledge.facts.own_tables import unused_rows
        from workbench.resources import own_knowledge_folder, resource_folder

        tell_unused(unused_rows(own_knowledge_folder(), resource_folder() / "knowledge"), lang)
        raise SystemExit(check_pairs(pairs, jobs, settings, SEVERITIES.index(fail_on or "low")))
    if not files:
        stop("name at least one article, or --pairs FILE")
    dates: list[dt.date | None] = [date_a, date_b] + [None] * len(files)
    drafts = read_drafts(files, dates, fetch, lang)
    engine = new_engine()
    tell_unused(engine.knowledge.world.unused, lang)
    result = engine.check(drafts, word, settings)
    if save is not None:
        from workbench.store.saving import save_check

        with one_sentence():
            for notice in save_check(Path(save), drafts, result, word):
                click.echo(f"workbench: {notice.ar if lang == 'ar' else notice.en}", err=True)
    if form in ("json", "text"):
        from workbench.contract import check_json
        from workbench.printing import Style, result_lines

        style = Style("en" if lang == "en" else "ar", sys.stdout.isatty() and output is None)
        if form == "json":
            text = json.dumps(check_json(result), ensure_ascii=False, indent=1)
        else:
            text = "\n".join(result_lines(result, style))
        with one_sentence():
            deliver_text(text, target)
    else:
        from workbench.review.record import fresh_record
        from workbench.review.versions import versions_in_use

        record = fresh_record(drafts, result, versions_in_use(), dt.datetime.now(dt.UTC))
        write_report(record, form, target, engine.knowledge.world, lang, templates, profile=settings)
    limit = SEVERITIES.index(fail_on or "low")
    raise SystemExit(int(any(SEVERITIES.index(finding.severity) >= limit for finding in result.findings)))


@contextmanager
def one_sentence() -> Iterator[None]:
    """What cannot be read, made, kept or written ends the run with its sentence."""
    from workbench.report.values import ReportError
    from workbench.settings import SettingsError
    from workbench.store.faults import ProjectError

    try:
        yield
    except (ProjectError, ReportError, SettingsError) as error:
        stop(str(error))


def write_report(
    record: ProjectRecord, form: str, target: Path | None, world: World, lang: str, templates: str | None,
    only: str = "", profile: Profile | None = None,
) -> None:  # fmt: skip
    """Make a report of a record and write it or print it."""
    from workbench.report.delivery import deliver_report
    from workbench.report.formats import Wishes
    from workbench.resources import resource_folder

    wishes = Wishes("en" if lang == "en" else "ar", only, Path(templates) if templates else None, profile)
    with one_sentence():
        deliver_report(record, form, target, wishes, resource_folder(), world)


def _printable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


@main.command()
@click.argument("project", type=click.Path())
@click.option("--format", "form", type=click.Choice(REPORTS), required=True)
@click.option("--output", help="Write there; binary formats need it.")
@click.option("--only", type=click.Choice(["confirmed"]), help="Only findings that were confirmed.")
@TEMPLATES
@LANG
def report(
    project: str, form: str, output: str | None, only: str | None, templates: str | None, lang: str
) -> None:
    """The report of a reviewed PROJECT: decisions, notes and history included."""
    from workbench.report.delivery import check_target
    from workbench.store.opening import open_project

    with one_sentence():
        target = check_target(form, output)
        with open_project(Path(project), read_only=True) as opened:
            record = opened.record()
    write_report(record, form, target, new_engine().knowledge.world, lang, templates, only or "")


@main.command()
@click.argument("file", required=False)
@click.option("--lines", type=click.Path(), help="Treat each line of this file as an article of its own.")
@click.option("--dates", type=click.Path(), help="With --lines: a file with one date a line.")
@click.option("--date", type=DAY, help="The day the article was written.")
@click.option("--format", "form", type=click.Choice(["json"]), default="json")
@FETCH
def extract(
    file: str | None, lines: str | None, dates: str | None, date: dt.date | None, form: str, fetch: bool
) -> None:
    """What the reader of an article understands: figures, times, names; nothing is compared."""
    from workbench.contract import extract_json

    if (file is None) == (lines is None):
        stop("name one FILE (or - for standard input), or --lines FILE")
    if lines is None:
        if dates is not None:
            stop("--dates goes with --lines")
        assert file is not None
        (draft,) = read_drafts([file], [date], fetch)
        click.echo(_printable(json.dumps(extract_json(new_engine().read(draft)), ensure_ascii=False, indent=1)))
        return
    from workbench.batch import extract_lines

    raise SystemExit(extract_lines(lines, dates, date))


@main.command()
@click.option("--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True)
def doctor(lang: str) -> None:
    """What works here, what is missing, and the command that mends it."""
    from workbench.doctor import examine

    report = examine()
    for line in report:
        mark = {"ok": "✓", "missing": "✗", "optional": "–"}[line.state]
        name, detail, remedy = (
            ((words.ar if lang == "ar" else words.en) if words else "")
            for words in (line.name, line.detail, line.remedy)
        )
        click.echo(f"{mark} {name}: {detail}" + (f"\n    {remedy}" if remedy else ""))
    raise SystemExit(int(any(line.state == "missing" for line in report)))


@main.command("open")
@click.argument("files", nargs=-1)
@click.option("--date-a", type=DAY, help="The day article A was written.")
@click.option("--date-b", type=DAY, help="The day article B was written.")
@click.option("--screenshot", type=click.Path(dir_okay=False), help="Paint the window once, save it there, and end.")
@click.option("--size", default="1440x900", show_default=True, help="Width and height in pixels.")
@click.option("--theme", type=click.Choice(["light", "dark"]))
@click.option("--lang", type=click.Choice(["ar", "en"]))
@click.option(
    "--panel",
    type=click.Choice(["findings", "claims", "events", "settle", "timeline", "sources", "welcome", "edit"]),
)
def open_command(
    files: tuple[str, ...], date_a: dt.date | None, date_b: dt.date | None, screenshot: str | None, size: str,
    theme: str | None, lang: str | None, panel: str | None,
) -> None:  # fmt: skip
    """Open the window, with articles A and B if they are named."""
    try:
        width, height = (int(part) for part in size.lower().split("x"))
    except ValueError:
        stop(f"--size takes a width and a height such as 1440x900, not {size!r}")
    if not (200 <= width <= 10_000 and 200 <= height <= 10_000):
        stop("--size takes from 200 to 10000 pixels each way")
    try:
        from workbench.gui.app import OpenOptions, run
    except ImportError as error:
        stop(f"the window's libraries are missing ({error}); workbench doctor names what to install")
    from workbench.importing.web import is_address

    if any(is_address(file) for file in files):
        stop("the window fetches no pages; save the page in your browser and give its file, or use check --fetch")
    dates: list[dt.date | None] = [date_a, date_b]
    options = OpenOptions(
        tuple(Path(file) for file in files),
        tuple((dates + [None] * len(files))[: len(files)]),
        Path(screenshot) if screenshot else None,
        (width, height),
        theme,  # type: ignore[arg-type]
        lang,  # type: ignore[arg-type]
        panel,  # type: ignore[arg-type]
    )
    raise SystemExit(run(options))


@main.command()
@click.argument("exercise", required=False)
@click.option("--score", type=click.Path(), help="An answer file or a folder of them: score, open nothing.")
@click.option("--key", help="The exercise that the answers are of: a file, a folder, an id. Else each paper's own.")
@click.option("--print", "paper", type=click.Choice(["sheet", "key"]), help="EXERCISE as an HTML page for paper.")
@click.option("--format", "form", type=click.Choice(["table", "json", "html", "xlsx", "csv"]), default="table",
              show_default=True, help="Of the scores; html, xlsx and csv are of one exercise.")  # fmt: skip
@click.option("--output", type=click.Path(dir_okay=False), help="Write there and not to standard output.")
@click.option("--lang", type=click.Choice(["ar", "en"]))
@click.option("--screenshot", type=click.Path(dir_okay=False), help="Paint the window once, save it there, and end.")
@click.option("--page", type=click.Choice(["list", "session", "debrief", "editor"]), default="session", hidden=True)
@click.option("--theme", type=click.Choice(["light", "dark"]), hidden=True)
def train(
    exercise: str | None, score: str | None, key: str | None, paper: str | None, form: str, output: str | None,
    lang: str | None, screenshot: str | None, page: str, theme: str | None,
) -> None:  # fmt: skip
    """Open EXERCISE for a trainee, or score answers, or print an exercise and its key."""
    from workbench.report.values import ReportError
    from workbench.training.command import TrainingError, find_exercise, run_train

    try:
        if score is None and paper is None:
            from workbench.gui.training.app import TrainingOptions, run_training

            picture = Path(screenshot) if screenshot else None
            opened = find_exercise(exercise) if exercise else None
            options = TrainingOptions(opened, picture, theme=theme, lang=lang, page=page)  # type: ignore[arg-type]
            raise SystemExit(run_training(options))
        done = run_train(exercise, score, key, paper, form, output, "en" if lang == "en" else "ar")
    except ImportError as error:
        stop(f"the window's libraries are missing ({error}); workbench doctor names what to install")
    except (TrainingError, ReportError) as error:
        stop(str(error))
    if done.text:
        click.echo(_printable(done.text))
    for line in done.refused:
        click.echo(f"workbench: {line}", err=True)
    raise SystemExit(UNUSABLE if done.refused else 0)


@main.group()
def knowledge() -> None:
    """Who held which office when: ask, dump, lint."""


@knowledge.command()
@click.argument("office")
@click.option("--on", type=DAY, help="Only who held it on that day.")
@click.option("--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True)
def holders(office: str, on: dt.date | None, lang: str) -> None:
    """Who held OFFICE: its id, its English name or an Arabic title with the country."""
    from workbench.knowledge.facts.holders import NoSuchOfficeError, find_office, list_holders
    from workbench.wording import isolated

    world = new_engine().knowledge.world
    try:
        found = find_office(office, world)
    except NoSuchOfficeError as error:
        stop(str(error))
    for holder in list_holders(found, world, on):
        term = holder.term
        end = str(term.end) if term.end is not None else f"… ({term.known_until})" if term.known_until else "…"
        name = holder.name_ar if lang == "ar" else holder.name_en
        status = "" if term.status == "holder" else f" ({term.status})"
        click.echo(f"{term.start} – {end}  {isolated(name)}{status}")


@knowledge.command()
@click.option("--format", "form", type=click.Choice(["json"]), default="json")
def dump(form: str) -> None:
    """Every term of office as JSON."""
    from workbench.knowledge.facts.holders import dump_terms

    click.echo(json.dumps(list(dump_terms(new_engine().knowledge.world)), ensure_ascii=False, indent=1))


@knowledge.command()
@click.argument("file", required=False, type=click.Path())
def validate(file: str | None) -> None:
    """Lint the program's tables and those of your own, or one FILE; every fault is named, with its line."""
    from workbench.knowledge.facts.own_tables import located, validate_file, validate_own
    from workbench.knowledge.facts.validation import validate_folder
    from workbench.knowledge.language.lexicon_faults import lexicon_faults
    from workbench.resources import own_knowledge_folder, resource_folder

    folder, own = resource_folder(), own_knowledge_folder()
    if file is None:
        faults = (
            *validate_folder(folder / "knowledge"), *lexicon_faults(folder / "lexicon"),
            *validate_own(own, folder / "knowledge"),
        )  # fmt: skip
    else:
        if not Path(file).is_file():
            stop(f"{file}: there is no such file")
        faults = validate_file(Path(file), folder / "knowledge", own)
    for fault in (located(fault, own) for fault in faults):
        click.echo(f"{fault.file}:{fault.line}: {fault.message}")
    click.echo("no faults" if not faults else "1 fault" if len(faults) == 1 else f"{len(faults)} faults")
    raise SystemExit(int(bool(faults)))


@knowledge.command("import")
@click.argument("file", type=click.Path())
@click.option("--dry-run", is_flag=True, help="Only show what would be added, changed and rejected.")
@click.option("--office", help="The office that all rows are about: its id, English name or Arabic title.")
@click.option("--as-of", type=DAY, help="The day the answer is from; else the file's own.")
@click.option("--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True)
def import_command(file: str, dry_run: bool, office: str | None, as_of: dt.date | None, lang: str) -> None:
    """Take terms of office from FILE, an answer of Wikidata's query service (JSON or CSV), into your own tables.

    Columns: person, personLabel, personLabelAr, position, positionLabel, start (P580), end (P582); where there are any
    also startPrecision, endPrecision, sex, born, died. The program's tables are never touched.
    """
    from workbench.importing.wikidata import ImportingError, import_file
    from workbench.resources import own_knowledge_folder, resource_folder

    try:
        plan = import_file(Path(file), resource_folder() / "knowledge", own_knowledge_folder(), office, as_of, dry_run)
    except ImportingError as error:
        stop(f"{file}: {error.why.ar if lang == 'ar' else error.why.en}")
    from workbench.printing import plan_lines

    for line in plan_lines(plan, dry_run, "ar" if lang == "ar" else "en"):
        click.echo(_printable(line))
