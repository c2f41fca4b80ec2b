"""What a source computes that is more than layout, read off its syntax tree.

*Layout numbers* are whole constants, constants of a module, lengths and shapes, places that `range` and
`enumerate` count, parameters declared as whole numbers, and what is made of these alone. Arithmetic on
anything else, putting it in an order, comparing it with a number and reducing it is computing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import Environment, nodes

REDUCTIONS = frozenset(
    [
        "sum",
        "max",
        "min",
        "abs",
        "round",
        "pow",
        "divmod",
        "fsum",
        "fmean",
        "mean",
        "median",
        "mode",
        "stdev",
        "variance",
        "quantile",
        "quantiles",
        "percentile",
        "std",
        "var",
        "ptp",
        "prod",
        "cumsum",
        "argmax",
        "argmin",
        "argsort",
        "bincount",
        "dot",
        "clip",
        "reduce",
        "accumulate",
        "exp",
        "log",
        "log2",
        "log10",
        "sqrt",
        "tanh",
        "average",
        "nanmean",
        "nanmedian",
        "nanmax",
        "nanmin",
        "softmax",
        "expit",
    ]
)
"""Functions and methods that make numbers of numbers."""
NUMERIC = frozenset(
    ("numpy", "scipy", "statistics", "fractions", "decimal", "operator", "heapq", "cmath", "math")
)
"""Modules to compute with."""
HARMLESS = {
    "operator": frozenset(("attrgetter", "itemgetter")),
    "math": frozenset(("isfinite", "isnan", "inf", "nan")),
}
"""What of them computes nothing."""
OF_LAYOUT = frozenset(("len", "ord", "range", "int", "max", "min", "sum", "abs", "round"))
"""Calls that give a layout number for layout numbers; `len` does for anything."""
SHAPES = frozenset(("ndim", "size", "shape"))
TEXTS = frozenset(("replace", "join", "strip", "removeprefix", "removesuffix", "format"))
"""Methods that give a text."""
ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@dataclass(frozen=True)
class Computed:
    """One thing that is computed."""

    function: str
    """The outermost function it stands in; ``module`` outside."""
    line: int
    what: str


def computed(source: str) -> list[Computed]:
    """Everything that a Python source computes."""
    reader = _Reader()
    reader.visit(ast.parse(source))
    return reader.found


class _Reader(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: list[Computed] = []
        self._function = "module"
        self._layout: frozenset[str] = frozenset()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        outer = self._function, self._layout
        self._function = node.name if self._function == "module" else self._function
        self._layout = _grown(node, self._layout | _whole_parameters(node))
        self.generic_visit(node)
        self._function, self._layout = outer

    def visit_BinOp(self, node: ast.BinOp) -> None:
        bits = isinstance(node.op, ast.BitOr | ast.BitAnd | ast.BitXor)
        if not (bits or _is_joining(node) or self._is_layout(node)):
            self._note(node, f"arithmetic ({type(node.op).__name__})")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.USub) and not (
            _is_number(node.operand) or self._is_layout(node.operand)
        ):
            self._note(node, "arithmetic (minus)")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        joins = isinstance(node.op, ast.BitOr | ast.BitAnd) or (
            isinstance(node.op, ast.Add) and _is_sequence(node.value)
        )
        if not (joins or self._is_layout(node.value)):
            self._note(node, "arithmetic (in place)")
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        ordered = any(isinstance(op, ORDER) for op in node.ops)
        if (ordered or any(map(_is_number, sides))) and not all(map(self._is_layout, sides)):
            self._note(node, "an order of numbers" if ordered else "a comparison with a number")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if _called(node) in REDUCTIONS and not self._is_layout(node):
            self._note(node, f"a reduction ({ast.unparse(node.func)})")
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        module = node.value.id if isinstance(node.value, ast.Name) else ""
        if module == "math" and node.attr not in HARMLESS["math"]:
            self._note(node, f"math.{node.attr}")
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        if not (isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            if alias.name.partition(".")[0] in NUMERIC - {"math"}:  # used as math.<name>, see above
                self._note(node, f"import {alias.name}")

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = (node.module or "").partition(".")[0]
        for alias in node.names:
            numeric = module in NUMERIC and alias.name not in HARMLESS.get(module, frozenset())
            if numeric or (module, alias.name) == ("collections", "Counter"):
                self._note(node, f"import {module}.{alias.name}")

    def _is_layout(self, node: ast.AST) -> bool:
        return is_layout(node, self._layout)

    def _note(self, node: ast.AST, what: str) -> None:
        self.found.append(Computed(self._function, getattr(node, "lineno", 0), what))


def is_layout(node: ast.AST, names: frozenset[str]) -> bool:
    """Whether an expression is made of layout numbers alone; `names` are known to be."""
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        return is_layout(node.elt, names | _targets(node.generators))
    if isinstance(node, ast.BinOp | ast.UnaryOp | ast.IfExp):
        return all(is_layout(part, names) for part in _operands(node))
    if isinstance(node, ast.Call):
        values = [*node.args, *(keyword.value for keyword in node.keywords)]
        of_layout = bool(values) and all(is_layout(value, names) for value in values)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        return name == "len" or (name in OF_LAYOUT and of_layout)
    return _is_layout_name(node, names)


def _is_layout_name(node: ast.AST, names: frozenset[str]) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int | str)
    if isinstance(node, ast.Attribute):
        return node.attr.isupper() or node.attr in SHAPES
    return isinstance(node, ast.Name) and (node.id in names or node.id.isupper())


def _operands(node: ast.BinOp | ast.UnaryOp | ast.IfExp) -> tuple[ast.AST, ...]:
    if isinstance(node, ast.BinOp):
        return node.left, node.right
    return (node.operand,) if isinstance(node, ast.UnaryOp) else (node.body, node.orelse)


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _is_number(node: ast.AST) -> bool:
    node = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _is_joining(node: ast.BinOp) -> bool:
    """Whether texts, tuples or sets are joined, and no numbers added."""
    sides = (node.left, node.right)
    if isinstance(node.op, ast.Add):
        return any(_is_text(side) or isinstance(side, ast.Tuple | ast.List) for side in sides)
    if isinstance(node.op, ast.Mult):
        return any(isinstance(side, ast.Tuple | ast.List) for side in sides)
    return isinstance(node.op, ast.Sub) and any(_is_set(side) for side in sides)


def _is_text(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp | ast.IfExp):
        return any(map(_is_text, _operands(node)))
    method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    return constant or isinstance(node, ast.JoinedStr) or (method and _called(node) in TEXTS)  # type: ignore[arg-type]


def _is_set(node: ast.AST) -> bool:
    called = isinstance(node, ast.Call) and _called(node) in {"set", "frozenset"}
    return called or isinstance(node, ast.Set | ast.SetComp)


def _is_sequence(node: ast.AST) -> bool:
    """Whether something joined in place is a list: written out, a name, or what a function gives."""
    plain = isinstance(node, ast.List | ast.Tuple | ast.ListComp | ast.Name | ast.Subscript)
    return plain or (isinstance(node, ast.Call) and _called(node) not in REDUCTIONS)


def _whole_parameters(node: ast.FunctionDef) -> frozenset[str]:
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return frozenset(
        one.arg
        for one in every
        if isinstance(one.annotation, ast.Name) and one.annotation.id == "int"
    )


def _grown(function: ast.FunctionDef, names: frozenset[str]) -> frozenset[str]:
    """Add the names that a function gives layout numbers only."""
    loops = [node for node in ast.walk(function) if isinstance(node, ast.For | ast.comprehension)]
    names |= _targets(loops)
    while True:
        given: dict[str, bool] = {}
        for name, value in _assignments(function):
            given[name] = given.get(name, True) and is_layout(value, names | {name})
        more = names | {name for name, layout in given.items() if layout}
        if more == names:
            return names
        names = more


def _assignments(function: ast.FunctionDef) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _pairs(target, node.value)
        elif isinstance(node, ast.AugAssign):
            yield from _pairs(node.target, node.value)


def _pairs(target: ast.AST, value: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=False):
            yield from _pairs(one, other)
    elif isinstance(target, ast.Tuple):
        yield from ((one.id, value) for one in target.elts if isinstance(one, ast.Name))


def _targets(loops: Iterable[ast.For | ast.comprehension]) -> frozenset[str]:
    """Names that loops over `range` and `enumerate` count with."""
    found = set()
    for loop in loops:
        name = _called(loop.iter) if isinstance(loop.iter, ast.Call) else ""
        target: ast.AST = loop.target
        if name == "enumerate" and isinstance(target, ast.Tuple):
            target = target.elts[0]
        if name in {"range", "enumerate"} and isinstance(target, ast.Name):
            found.add(target.id)
    return frozenset(found)


# --- Templates -----------------------------------------------------------------------------------

_ARITHMETIC = (
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg,
)  # fmt: skip
PLACES = frozenset(("pdf_rows", "left_out", "number", "level"))
"""Attributes of blocks that count rows, characters, pages and headings."""
_FILTERS = frozenset(("sum", "min", "max", "round", "abs"))


def computed_by_template(source: str) -> list[Computed]:
    """Everything that a template computes: arithmetic and order of more than lengths, and reductions."""
    tree = Environment(autoescape=True).parse(source)
    names = {
        node.target.name
        for node in tree.find_all(nodes.Assign)
        if isinstance(node.target, nodes.Name) and _is_length(node.node, frozenset())
    }
    known = frozenset(names)
    found = [
        Computed("template", node.lineno, f"arithmetic ({type(node).__name__})")
        for node in tree.find_all(_ARITHMETIC)
        if not _is_length(node, known)
    ]
    found += [
        Computed("template", node.lineno, f"a reduction ({node.name})")
        for node in tree.find_all(nodes.Filter)
        if node.name in _FILTERS
    ]
    for node in tree.find_all(nodes.Compare):
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        ordered = any(operand.op in {"lt", "lteq", "gt", "gteq"} for operand in node.ops)
        numeric = any(
            isinstance(one, nodes.Const) and type(one.value) in (int, float) for one in sides
        )
        if (ordered or numeric) and not all(_is_length(one, known) for one in sides):
            found.append(Computed("template", node.lineno, "an order of numbers"))
    return found


def _is_length(node: nodes.Node, names: frozenset[str]) -> bool:
    if isinstance(node, nodes.BinExpr):
        return _is_length(node.left, names) and _is_length(node.right, names)
    if isinstance(node, nodes.UnaryExpr):
        return _is_length(node.node, names)
    if isinstance(node, nodes.Getattr):
        return node.attr in PLACES or getattr(node.node, "name", "") == "loop"
    if isinstance(node, nodes.Filter):
        return node.name == "length"
    whole = isinstance(node, nodes.Const) and isinstance(node.value, int | str)
    return whole or (isinstance(node, nodes.Name) and node.name in names)
