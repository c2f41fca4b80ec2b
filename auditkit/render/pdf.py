"""Blocks to one PDF/A-3a file that holds the manifest of the evidence it was drawn from.

The templates of ``templates/pdf`` come before those of the HTML report. The same report, manifest
and date give the same bytes wherever the same fonts and the same Pango and HarfBuzz are installed.
"""

from __future__ import annotations

import datetime
import io
import logging
import re
import sys
import warnings
from bisect import bisect_left
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup

from auditkit.errors import AuditError, MissingExtra
from auditkit.garbage import uncollected
from auditkit.render import assets, html, printing, unprinted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from auditkit.render.page import ReportPage

FONTS = "auditkit:fonts/"
"""Address of the bundled fonts; the only thing besides ``data:`` that a template may ask for."""

DENSITIES = ("roomy", "snug", "close", "tight")
"""Sizes of type of the first page, largest first."""
PAGES_OF_FRONT = 2
"""Page one and the contents."""

_PAGE_OF_LINK = "target-counter(attr(href), page)"
_ANY_PAGE = '"88"'

_LOG = logging.getLogger(__name__)
_FIRST_BEYOND_ASCII = 0x80
"""The markup itself is made of what is below, so nothing there can be replaced."""
_UNDATED = datetime.date(1970, 1, 1)
_TARGET = re.compile(r' id="([^"]*)"')
_LINK = re.compile(r'<a href="#([^"]*)">')
_INSTALL = {
    "darwin": "brew install pango",
    "linux": "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b "
    "libharfbuzz-subset0 libfontconfig1",
}


def _unheard(_: str) -> None:
    """Nobody listens."""


def render_pdf(
    report: ReportPage,
    *,
    manifest: bytes,
    date: datetime.date | None,
    note: Callable[[str], None] = _unheard,
) -> bytes:
    """Return the report as a PDF/A-3a file.

    Args:
        report: The report, with the blocks of the medium ``pdf``.
        manifest: ``manifest.json`` of the evidence, attached as it is.
        date: Date written into the file; None writes none.
        note: Told what is printed as code points, and which fonts would help.

    Raises:
        MissingExtra: WeasyPrint or a library it needs is not installed.
        AuditError: A template asks for something outside the report.
    """
    press = _Press(manifest, date or _UNDATED)
    density = _density(report, press)
    markup = document(report, date=date, density=density).translate(printing.DIRECTION_MARKS)
    printed, missing = press.run(markup)
    missing = frozenset(code for code in missing if code >= _FIRST_BEYOND_ASCII)
    if missing:
        # PDF/A forbids glyphs that say nothing, and so does a reader: print the code points.
        rows = unprinted.unprinted(missing)
        note(unprinted.notice(rows))
        markup = document(report, date=date, density=density, without_font=rows)
        printed, _ = press.run(
            markup.translate(printing.DIRECTION_MARKS | printing.code_points(missing))
        )
    return printed


def document(
    report: ReportPage,
    *,
    date: datetime.date | None,
    density: str = "snug",
    elsewhere: str = "<a>",
    without_font: Sequence[unprinted.Unprinted] = (),
) -> str:
    """Return the markup that is printed; links to what is not printed are plain text.

    Args:
        report: The report.
        date: Date written into the file.
        density: One of `DENSITIES`.
        elsewhere: What takes the place of a link to what is not printed.
        without_font: What is printed as code points, which gets a page that says so.
    """
    markup = (
        environment()
        .get_template("base.html.jinja")
        .render(
            report=report,
            medium="pdf",
            date=date,
            density=density,
            unprinted=without_font,
            style=Markup(_style()),  # noqa: S704  our own files
            heat=Markup(assets.text("heat.css")),  # noqa: S704  our own file
            route_style=Markup(assets.text("pdf/route.css")),  # noqa: S704  our own file
            city_style=Markup(assets.text("pdf/city.css")),  # noqa: S704  our own file
        )
    )
    targets = set(_TARGET.findall(markup))
    return _LINK.sub(lambda link: link[0] if link[1] in targets else elsewhere, markup)


def _density(report: ReportPage, press: _Press) -> str:
    """Return the largest type with which the cover and the first section fit on page one."""
    front = replace(report, sections=report.sections[:1])

    def fits(density: str) -> int:
        # Links print a page number, here any, so that lines are as long as they will be; and one that
        # need not be found out, so that no page is laid out twice.
        markup = document(front, date=None, density=density, elsewhere='<a href="#contents">')
        return int(press.pages(markup.replace(_PAGE_OF_LINK, _ANY_PAGE)) <= PAGES_OF_FRONT)

    # What fits in one size fits in every smaller one. The smallest is taken if none does.
    return DENSITIES[bisect_left(DENSITIES[:-1], 1, key=fits)]


@cache
def _style() -> str:
    # A fill is for pictures, which have heat.css themselves; WeasyPrint warns of it elsewhere.
    return re.sub(r" fill: #\w+;", "", assets.text("heat.css")) + assets.text("pdf/pdf.css")


@cache
def environment() -> Environment:
    """Return the templates of the PDF: its own, then those of the HTML report."""
    folder = assets.templates()
    made = html.environment().overlay(
        loader=ChoiceLoader([FileSystemLoader(folder / "pdf"), FileSystemLoader(folder)])
    )
    install_command = unprinted.install_command
    made.filters = {**made.filters, **printing.FILTERS, "install_command": install_command}
    return made


class _Press:
    """Prints markup; fonts are loaded once.

    Args:
        manifest: The file to attach.
        date: Date of the attachment.
    """

    def __init__(self, manifest: bytes, date: datetime.date) -> None:
        self._weasyprint = _weasyprint()
        from weasyprint.text.fonts import FontConfiguration

        self._fonts = FontConfiguration()
        self._manifest = manifest
        self._time = datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC)

    def run(self, markup: str) -> tuple[bytes, frozenset[int]]:
        """Return the PDF, and the code points that no font has.

        Raises:
            AuditError: The markup asks for something outside the report.
        """
        from weasyprint.urls import FatalURLFetchingError

        with uncollected(), _listening(_Ear()) as heard:
            try:
                printed: bytes = self._html(markup).write_pdf(
                    pdf_variant="pdf/a-3a",
                    font_config=self._fonts,
                    attachments=[self._attachment()],
                    finisher=_finish,
                )
            except FatalURLFetchingError as error:
                raise AuditError(f"The PDF asks for something outside it: {error}.") from error
        return printed, heard.missing

    def pages(self, markup: str) -> int:
        """Return how many pages the markup takes."""
        with uncollected(), _listening(_Ear(quiet=True)):
            return len(self._html(markup).render(font_config=self._fonts).pages)

    def _html(self, markup: str) -> Any:  # noqa: ANN401  weasyprint.HTML
        return self._weasyprint.HTML(string=markup, url_fetcher=_fetcher())

    def _attachment(self) -> Any:  # noqa: ANN401  weasyprint.Attachment
        return self._weasyprint.Attachment(
            file_obj=io.BytesIO(self._manifest),
            name="manifest.json",
            description="Manifest of the evidence that this report is drawn from",
            created=self._time,
            modified=self._time,
            relationship="Data",
        )


def _weasyprint() -> Any:  # noqa: ANN401  a module without types
    try:
        import weasyprint
    except ImportError as error:
        raise MissingExtra("A PDF needs WeasyPrint: pip install 'weasyprint>=70'.") from error
    except OSError as error:
        command = _INSTALL.get(sys.platform, _INSTALL["linux"])
        raise MissingExtra(
            f"A PDF needs Pango, HarfBuzz and fontconfig: {command} (or publish without a PDF)."
        ) from error
    return weasyprint


def _fetcher() -> Any:  # noqa: ANN401  weasyprint.urls.URLFetcher
    """Return what WeasyPrint asks for files: bundled fonts and ``data:``, nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Bundled(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
            if url.startswith(FONTS) and url.removeprefix(FONTS) in _fonts():
                return URLFetcherResponse(url, _fonts()[url.removeprefix(FONTS)])
            return super().fetch(url, headers)

    return Bundled(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)


@cache
def _fonts() -> dict[str, bytes]:
    """Return the bundled fonts, unpacked: WeasyPrint would write the time of day into them."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    fonts = {}
    for path in sorted((assets.templates() / "fonts").glob("*.woff")):
        with TTFont(path, recalcTimestamp=False, recalcBBoxes=False) as font:
            font.flavor = None
            unpacked = io.BytesIO()
            font.save(unpacked)
        fonts[path.name] = unpacked.getvalue()
    return fonts


def _finish(_: Any, pdf: Any) -> None:  # noqa: ANN401  weasyprint.Document, pydyf.PDF
    """Number the pages for viewers, and name each attached file once."""
    import pydyf

    pdf.catalog["PageLabels"] = pydyf.Dictionary(
        {"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])}
    )
    pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


class _Ear(logging.Handler):
    """Hears what WeasyPrint says: missing glyphs are kept, anything else is passed on."""

    def __init__(self, *, quiet: bool = False) -> None:
        super().__init__(logging.WARNING)
        self._quiet = quiet
        self.missing: frozenset[int] = frozenset()

    # typing.override is new in Python 3.12.
    def emit(self, record: logging.LogRecord) -> None:  # type: ignore[explicit-override]
        """Keep the code point of a missing glyph, or pass the message on."""
        if str(record.msg).startswith(".notdef glyph") and isinstance(record.args, tuple):
            self.missing |= {code for code in record.args if isinstance(code, int)}
        elif not self._quiet:
            _LOG.warning("WeasyPrint: %s", record.getMessage())


@contextmanager
def _listening(ear: _Ear) -> Iterator[_Ear]:
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(ear)
        logger.propagate = False
    try:
        with warnings.catch_warnings():
            # WeasyPrint 70 leaves the file of its colour profile to the garbage collector.
            warnings.simplefilter("ignore", ResourceWarning)
            yield ear
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(ear)
            logger.propagate = propagate
