"""Filling the templates: the program's own, or a newsroom's of the same names, sandboxed and escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.report.marking import marked_paragraphs
from workbench.report.picture import draw_timeline
from workbench.report.svg import picture_svg
from workbench.report.values import ReportError
from workbench.report.visible import visible, without_isolates

if TYPE_CHECKING:
    import jinja2

    from workbench.report.progress import Progress
    from workbench.report.values import Report, ReportFinding
    from workbench.report.words import Speaker


def template_environment(folder: Path, own: Path | None, progress: Progress) -> jinja2.Environment:
    """Templates are looked for in a newsroom's ``own`` folder first, then in the program's. Raises ReportError where
    ``own`` is no folder."""
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    if own is not None and not own.is_dir():
        raise ReportError(f"{own}: there is no such folder of templates", f"{own}: لا يوجد مجلد قوالب بهذا الاسم")
    folders = [str(one) for one in (own, folder) if one is not None]
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )

    def watched(findings: Iterable[ReportFinding]) -> Iterator[ReportFinding]:
        return progress.over(findings)

    from workbench.report.markdown_text import markdown_text

    environment.filters |= {
        "watched": watched,
        "visible": visible,
        "plain": without_isolates,
        "md": markdown_text,
    }
    return environment


def fill_template(name: str, report: Report, speaker: Speaker, environment: jinja2.Environment) -> str:
    """The template's text. Raises ReportError that names the template, the line and the fault."""
    import jinja2

    picture = draw_timeline(report.timeline, speaker)
    values: dict[str, Any] = {
        "report": report,
        "say": speaker.say,
        "paragraphs": lambda article: marked_paragraphs(report, article),
        "timeline": picture_svg(picture, report.rtl) if picture else "",
    }
    try:
        return environment.get_template(name).render(values)
    except jinja2.TemplateSyntaxError as error:
        where = error.name or name
        raise ReportError(
            f"the template {where}, line {error.lineno}: {error.message}",
            f"القالب {where}، السطر {error.lineno}: {error.message}",
        ) from None
    except jinja2.TemplateNotFound as error:
        raise ReportError(f"the template {error.name} is not there", f"القالب {error.name} غير موجود") from None
    except jinja2.TemplateError as error:
        raise _unfilled(name, error.message) from None
    except KeyError as error:
        raise ReportError(
            f"the template {name} asks for words that no table holds: {error.args[0]}",
            f"يطلب القالب {name} كلمات ليست في أي جدول: {error.args[0]}",
        ) from None
    except UnicodeDecodeError:
        raise ReportError(f"the template {name} is not UTF-8", f"القالب {name} ليس بترميز UTF-8") from None
    except (TypeError, ValueError, AttributeError, ZeroDivisionError, RecursionError, OverflowError) as error:
        raise _unfilled(name, error) from None


def _unfilled(name: str, why: object) -> ReportError:
    return ReportError(f"the template {name} cannot be filled: {why}", f"تعذّر ملء القالب {name}: {why}")
