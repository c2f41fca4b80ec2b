"""Every link of a chain tested in the untouched model, and the chain as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.intervening import intervened, read_at_every_cut
from auditkit.capture.message_links import message_links
from auditkit.capture.messages import Intervention, InterventionRows, role_names
from auditkit.explain.base import Case, example_seed
from auditkit.explain.chains.growth import Link, as_array, depth, grow, permuted
from auditkit.explain.chains.verdicts import ChainTests, Thresholds, verdict
from auditkit.records import Grade, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.message_links import MessageLinks
    from auditkit.capture.messages import Replacements
    from auditkit.capture.runner import Runner

CONTROLS = 5
"""Chains of the same shape at other words, and as many of random links."""


@dataclass(frozen=True, slots=True, eq=False)
class TestedLink:
    """A link, what it contributes, and what replacing it did. Changes: by how much s fell."""

    link: Link
    roles: tuple[str, str]
    """Of query and key."""
    relevance: float
    """Gate secant, in units of s; positive supports the target."""
    leader: int
    """The head that contributes most of it, in its own direction."""
    led: float
    """What that head contributes."""
    predicted: float
    observed: float
    """With the message at its mean."""
    spread: np.ndarray
    """With the messages of single reference texts, one change each."""
    verdict: Verdict

    @property
    def same_sign(self) -> int | None:
        """Number of single reference texts with which s moves as it does with the mean; None without any."""
        return int((self.spread * self.observed > 0).sum()) if len(self.spread) else None


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """A chain of one example and target, tested."""

    case: Case
    links: tuple[TestedLink, ...]
    depth: int
    """Most messages between different positions on a way from a token of the text to what is read."""
    tests: ChainTests
    grade: Grade
    signed: float
    """Sum of all messages' relevance, s - s_empty up to rounding."""
    mass: float
    """Sum of their absolute values."""
    sink: float | None
    """By how much s fell with every message from the sink at its mean; None without a sink."""
    lens: np.ndarray
    """s as the model's own head reads it from every cut, [layers+1]."""


def chains_of(
    runner: Runner,
    cases: Sequence[Case],
    replacements: Replacements,
    lines: Thresholds,
    *,
    given: Sequence[Sequence[Link]] | None = None,
) -> list[Chain | None]:
    """Grow and test a chain for each case.

    Args:
        runner: Runs the model.
        cases: Examples and targets.
        replacements: What messages are replaced by, taken from this model.
        lines: Thresholds of verdicts and grades.
        given: Links to test in place of grown ones, for each case.

    Returns:
        None where a run does not fit into memory.
    """
    questions = [(case.encoded, case.target.readout) for case in cases]
    every = message_links(runner, questions, replacements)
    chosen = [None] * len(cases) if given is None else given
    drafts = [
        None if found is None else _draft(runner, case, found, replacements, lines, links)
        for case, found, links in zip(cases, every, chosen, strict=True)
    ]
    known = [draft for draft in drafts if draft is not None]
    asked = [draft.asked() for draft in known]
    answers = intervened(runner, asked, replacements)
    lenses = read_at_every_cut(
        runner, [(draft.case.encoded, draft.case.target.readout) for draft in known]
    )
    tested = {
        id(draft): draft.judged(values[:, 0], lens, lines)
        for draft, values, lens in zip(known, answers, lenses, strict=True)
    }
    return [None if draft is None else tested[id(draft)] for draft in drafts]


def grown_links(
    runner: Runner, cases: Sequence[Case], replacements: Replacements, lines: Thresholds
) -> list[list[Link] | None]:
    """Return the links of each case's chain, untested; None where it does not fit into memory."""
    questions = [(case.encoded, case.target.readout) for case in cases]
    return [
        None if found is None else _grown(runner, case, found, lines)
        for case, found in zip(cases, message_links(runner, questions, replacements), strict=True)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class _Draft:
    """A chain before its tests."""

    case: Case
    found: MessageLinks
    links: list[Link]
    read: list[int]
    """Positions that the classifier reads."""
    permuted: list[list[Link]]
    random: list[list[Link]]
    sink: int | None
    roles: list[str]
    """Of every token."""
    variants: int

    def asked(self) -> InterventionRows:
        """Return every run, in the order in which `judged` reads them."""
        target = self.case.target.readout
        return InterventionRows(self.case.encoded, self._interventions(), [target])

    def _interventions(self) -> list[Intervention]:
        singles = [
            _replaced([link], variant) for link in self.links for variant in range(self.variants)
        ]
        controls = [_alone(links) for links in (*self.permuted, *self.random)]
        of_sink = [] if self.sink is None else [_replaced(self._from_sink(), 0)]
        return [*singles, _alone(self.links), _replaced(self.links, 0), *controls, *of_sink]

    def _from_sink(self) -> list[Link]:
        layers, tokens, _ = self.found.relevance.shape
        return [Link(a, i, self.sink or 0) for a in range(layers) for i in range(tokens)]

    def judged(self, values: np.ndarray, lens: np.ndarray, lines: Thresholds) -> Chain | None:
        """Return the chain with its verdicts; None where a run has no answer."""
        if not (np.isfinite(values).all() and np.isfinite(lens).all()):
            return None
        size = len(self.links) * self.variants
        fell = self.found.value - values[:size].reshape(len(self.links), self.variants)
        alone, without, *rest = values[size:]
        controls, of_sink = np.split(np.array(rest), [len(self.permuted) + len(self.random)])
        permuted, random = np.split(controls, [len(self.permuted)])
        tests = ChainTests(
            value=self.found.value,
            empty=self.found.empty,
            alone=float(alone),
            without=float(without),
            permuted=permuted,
            random=random,
            scale=_scale(self.case, self.found),
        )
        links = tuple(self._tested(link, fell[at], lines) for at, link in enumerate(self.links))
        shown = [one.link for one in links if one.verdict is Verdict.CONFIRMED]
        return Chain(
            case=self.case,
            links=links,
            depth=depth(shown, self.read, self.case.of_text),
            tests=tests,
            grade=tests.grade(lines) if self.links else Grade.NONE,
            signed=float(self.found.relevance.sum(dtype=np.float64)),
            mass=float(np.abs(self.found.relevance).sum(dtype=np.float64)),
            sink=None if self.sink is None else float(self.found.value - of_sink[0]),
            lens=lens,
        )

    def _tested(self, link: Link, fell: np.ndarray, lines: Thresholds) -> TestedLink:
        layer, query, key = link
        predicted, observed = float(self.found.predicted[link]), float(fell[0])
        relevance = float(self.found.relevance[link])
        head, led = self.found.leaders[layer, :, query, key]
        return TestedLink(
            link=link,
            roles=(self.roles[query], self.roles[key]),
            relevance=relevance,
            leader=int(head),
            led=float(led),
            predicted=predicted,
            observed=observed,
            spread=fell[1:],
            verdict=verdict(
                observed,
                predicted,
                contributed=relevance,
                scale=_scale(self.case, self.found),
                lines=lines,
            ),
        )


def _draft(
    runner: Runner,
    case: Case,
    found: MessageLinks,
    replacements: Replacements,
    lines: Thresholds,
    given: Sequence[Link] | None,
) -> _Draft:
    causal = runner.anatomy.causal
    links = _grown(runner, case, found, lines) if given is None else list(given)
    seed = example_seed(case.encoded.example.id, "chains", case.audit_seed)
    generator = np.random.default_rng(seed)
    return _Draft(
        case=case,
        found=found,
        links=links,
        read=_read(runner, case),
        permuted=[permuted(links, case.of_text, generator, causal=causal) for _ in range(CONTROLS)],
        random=[_random(found, len(links), generator) for _ in range(CONTROLS)],
        sink=_sink(runner),
        roles=role_names(case.encoded, causal=causal),
        variants=len(replacements.values),
    )


def _grown(runner: Runner, case: Case, found: MessageLinks, lines: Thresholds) -> list[Link]:
    least = lines.change * _scale(case, found)
    read = _read(runner, case)
    return grow(found.relevance, read, lines.links, least=least, sink=_sink(runner))


def _read(runner: Runner, case: Case) -> list[int]:
    positions: list[int] = runner.anatomy.known_reading.positions(case.encoded.ids).tolist()
    return positions


def _sink(runner: Runner) -> int | None:
    return 0 if runner.anatomy.causal else None


def _scale(case: Case, found: MessageLinks) -> float:
    """Return the size of what is explained: the audited model's |s|, even in a control."""
    return max(abs(case.margin), abs(found.value))


def _replaced(links: Sequence[Link], variant: int) -> Intervention:
    return Intervention(as_array(links), others_stay=True, variant=variant)


def _alone(links: Sequence[Link]) -> Intervention:
    return Intervention(as_array(links), others_stay=False)


def _random(found: MessageLinks, count: int, generator: np.random.Generator) -> list[Link]:
    """Return as many links, drawn without regard to what they contribute, among those that contribute anything."""
    places = np.argwhere(found.relevance != 0)
    chosen = generator.choice(len(places), min(count, len(places)), replace=False)
    return [Link(*map(int, places[place])) for place in chosen]
