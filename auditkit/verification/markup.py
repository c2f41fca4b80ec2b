"""HTML as a tree, for reading only: the report without a browser.

Damaged markup is read as far as it goes, and what is damaged is listed. Nothing here recurses, so
nesting has no limit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from typing_extensions import override

from auditkit.garbage import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator

_WITHOUT_END = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_DRAWN = frozenset(("circle", "line", "path", "polyline", "rect", "stop", "g", "text", "symbol"))
"""Elements of pictures, which may end where they begin."""
_LONGEST_PLACE = 60
_BLANKS = re.compile("[ \t\n\f\r]+")
"""What parts classes for browsers: no other blanks."""


class Page:
    """One file as it was read.

    Args:
        file: Its path in the audit's folder.
        text: Its content.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._text = text
        self.elements: list[Element] = []
        """All elements in the order of the page."""
        self.faults: list[tuple[int, str]] = []
        """Place in the text and kind of everything that browsers put right in ways of their own."""

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self._text)]

    def line(self, start: int) -> int:
        """Return the line, from 1, of a place in the text."""
        return 1 + bisect_left(self._ends, start)


class Element:
    """One element: its tag, its attributes, and what it holds.

    Args:
        page: The page it stands on; it is appended to its elements.
        tag: Name in lower case; empty for the page itself.
        attributes: Names in lower case; where one stands twice the first counts, as in browsers.
        start: Where it begins in the text of the page.
        around: The element it stands in; None for the page itself.
    """

    __slots__ = (
        "_first", "_stop", "around", "attributes", "page", "parts", "place", "start", "tag",
    )  # fmt: skip

    def __init__(
        self, page: Page, tag: str, attributes: dict[str, str], start: int, around: Element | None
    ) -> None:
        self.page, self.tag, self.attributes, self.start = page, tag, attributes, start
        self.around = around
        self.place: str = attributes.get("id", "")[:_LONGEST_PLACE] or (
            around.place if around else ""
        )
        """Id of the nearest element around it that has one; empty if none has."""
        self.parts: list[Element | str] = []
        """Texts and elements, in order."""
        self._first = len(page.elements)
        self._stop: int | None = None
        page.elements.append(self)

    def close(self) -> None:
        """Say that what comes next stands after it, not inside."""
        self._stop = len(self.page.elements)

    @property
    def children(self) -> list[Element]:
        """The elements directly inside."""
        return [part for part in self.parts if isinstance(part, Element)]

    @property
    def line(self) -> int:
        """Line of the file, from 1."""
        return self.page.line(self.start)

    @property
    def where(self) -> str:
        """Where it stands, for people."""
        line = f"{self.page.file} line {self.line}"
        return f"{line} (in #{self.place})" if self.place else line

    def elements(self) -> list[Element]:
        """Return itself and all elements inside, in the order of the page."""
        return self.page.elements[self._first : self._stop]

    def find(self, tag: str, style: str = "") -> list[Element]:
        """Return the elements inside with this tag and, if given, this class."""
        return [
            element
            for element in self.elements()
            if element.tag == tag and (not style or element.has_class(style))
        ]

    def has_class(self, style: str) -> bool:
        """Whether it has this class."""
        return style in _BLANKS.split(self.attributes.get("class", ""))

    def way_up(self) -> Iterator[Element]:
        """Yield the elements it stands in, the nearest first, without the page itself."""
        above = self.around
        while above is not None and above.around is not None:
            yield above
            above = above.around

    def text(self) -> str:
        """Return all text inside."""
        texts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                texts.append(part)
            else:
                waiting.extend(reversed(part.parts))
        return "".join(texts)


def read_html(text: str, file: str = "report.html") -> Element:
    """Return the page as a tree. An end tag without its start is passed over.

    Args:
        text: The page.
        file: Its path in the audit's folder.

    Raises:
        ValueError: It cannot be read as HTML at all.
    """
    reader = _Reader(Page(file, text))
    try:
        with uncollected():
            reader.feed(text)
            reader.finish_feeding(len(text))
    except AssertionError as error:  # what the standard library does about some broken declarations
        raise ValueError(str(error)) from error
    reader.finish()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self.root = Element(page, "", {}, 0, None)
        self._open = [self.root]
        self._open_tags: Counter[str] = Counter()
        self._fed, self._at = 0, 0

    @override
    def updatepos(self, i: int, j: int) -> int:
        """Note how far the text is read; lines are counted when somebody asks for one."""
        self._at = self._fed + j
        return j

    def finish_feeding(self, length: int) -> None:
        """Read what is left of a text of this length."""
        self._fed = length - len(self.rawdata)
        self.close()

    def finish(self) -> None:
        """Note what was never closed."""
        for element in self._open[1:]:
            self._fault(f"<{element.tag}> of line {element.line} has no end")

    def _fault(self, what: str) -> None:
        self._page.faults.append((self._at, what))

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) != len(attrs):
            self._fault(f"<{tag}> has an attribute twice")
            given = dict(reversed(attrs))
        attributes = {name: value or "" for name, value in given.items()}
        around = self._open[-1]
        element = Element(self._page, tag, attributes, self._at, around)
        around.parts.append(element)
        if tag in _WITHOUT_END:
            element.close()
            return
        self._open.append(element)
        self._open_tags[tag] += 1

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _WITHOUT_END:
            return
        if tag not in _DRAWN:
            self._fault(f"<{tag}/> ends at once here, and not in browsers")
        self.handle_endtag(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].tag != tag:
            self._fault(f"</{tag}> does not end what was begun last")
        while self._open_tags[tag]:
            closed = self._open.pop()
            closed.close()
            self._open_tags[closed.tag] -= 1
            if closed.tag == tag:
                break

    @override
    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)

    @override
    def handle_comment(self, data: str) -> None:
        self._fault("a comment")

    @override
    def unknown_decl(self, data: str) -> None:
        self._fault("a declaration")

    @override
    def handle_pi(self, data: str) -> None:
        self._fault("a processing instruction")
