"""HTML as a tree, for reading only: the report without a browser.

Damaged markup is read as far as it goes. Nothing here recurses, so nesting has no limit.
"""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

from typing_extensions import override

_WITHOUT_END = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_LONGEST_PLACE = 60


class Page:
    """One file as it was read.

    Args:
        file: Its path in the audit's folder.
    """

    __slots__ = ("elements", "file")

    def __init__(self, file: str) -> None:
        self.file = file
        self.elements: list[Element] = []
        """All elements in the order of the page."""


class Element:
    """One element: its tag, its attributes, and what it holds.

    Args:
        page: The page it stands on; it is appended to its elements.
        tag: Name in lower case; empty for the page itself.
        attributes: Names in lower case; where one stands twice the first counts, as in browsers.
        line: Line of the file, from 1.
        place: Id of the nearest element around it that has one; empty if none has.
    """

    __slots__ = ("_page", "_start", "_stop", "attributes", "line", "parts", "place", "tag")

    def __init__(
        self, page: Page, tag: str, attributes: dict[str, str], line: int, place: str
    ) -> None:
        self.tag, self.attributes, self.line, self.place = tag, attributes, line, place
        self.parts: list[Element | str] = []
        """Texts and elements, in order."""
        self._page, self._start = page, len(page.elements)
        self._stop: int | None = None
        page.elements.append(self)

    def close(self) -> None:
        """Say that what comes next stands after it, not inside."""
        self._stop = len(self._page.elements)

    @property
    def children(self) -> list[Element]:
        """The elements directly inside."""
        return [part for part in self.parts if isinstance(part, Element)]

    @property
    def where(self) -> str:
        """Where it stands, for people."""
        line = f"{self._page.file} line {self.line}"
        return f"{line} (in #{self.place})" if self.place else line

    def elements(self) -> list[Element]:
        """Return itself and all elements inside, in the order of the page."""
        return self._page.elements[self._start : self._stop]

    def find(self, tag: str, style: str = "") -> list[Element]:
        """Return the elements inside with this tag and, if given, this class."""
        return [
            element
            for element in self.elements()
            if element.tag == tag and (not style or element.has_class(style))
        ]

    def has_class(self, style: str) -> bool:
        """Whether it has this class."""
        return style in self.attributes.get("class", "").split()

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
    reader = _Reader(Page(file))
    try:
        reader.feed(text)
        reader.close()
    except AssertionError as error:  # what the standard library does about some broken declarations
        raise ValueError(str(error)) from error
    return reader.page


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self.page = Element(page, "", {}, 1, "")
        self._open = [self.page]
        self._open_tags: Counter[str] = Counter()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        around = self._open[-1]
        place = attributes.get("id", "")[:_LONGEST_PLACE] or around.place
        element = Element(self._page, tag, attributes, self.getpos()[0], place)
        around.parts.append(element)
        if tag in _WITHOUT_END:
            element.close()
            return
        self._open.append(element)
        self._open_tags[tag] += 1

    @override
    def handle_endtag(self, tag: str) -> None:
        while self._open_tags[tag]:
            closed = self._open.pop()
            closed.close()
            self._open_tags[closed.tag] -= 1
            if closed.tag == tag:
                break

    @override
    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)
