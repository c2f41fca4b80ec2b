"""What chains are tested with: the model, what its messages are replaced by, and the control."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from auditkit.explain.cases import first_targets
from auditkit.explain.chains.controls import shuffled
from auditkit.explain.chains.references import fingerprint, replacements_from
from auditkit.explain.chains.trial import chains_of, grown_links
from auditkit.explain.counterfactuals import Counterfactuals
from auditkit.explain.edits import swap_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.messages import Replacements
    from auditkit.capture.runner import Runner
    from auditkit.explain.base import Case, Plan
    from auditkit.explain.chains.trial import Chain
    from auditkit.explain.chains.verdicts import Thresholds
    from auditkit.inputs.base import TaskAdapter
    from auditkit.records import Encoded, Example


@dataclass(frozen=True, eq=False)
class Bench:
    """A model set up for tests of chains; what it finds of an example depends on nothing else."""

    runner: Runner
    adapter: TaskAdapter
    plan: Plan
    lines: Thresholds
    texts: Sequence[Example]
    """Texts that messages are replaced from."""

    @cached_property
    def reference(self) -> list[Encoded]:
        """Those of the texts that have a word, as the model reads them."""
        return self._encode(self.texts)

    @cached_property
    def replacements(self) -> Replacements:
        """What messages are replaced by."""
        return replacements_from(self.runner, self.reference, self.plan.seed)

    @cached_property
    def vocabulary(self) -> list[str]:
        """Words of the reference texts that may take the place of others."""
        return swap_words(self.reference)

    @property
    def is_possible(self) -> bool:
        """Whether there is any text that messages can be replaced from."""
        return bool(self.reference)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the reference texts and of the values they gave."""
        return fingerprint(self.reference, self.replacements)

    def set_up(self) -> None:
        """Work out now what all tests share: what is copied afterwards need not do it again."""
        _ = self.replacements, self.vocabulary

    def chains(self, examples: Sequence[Example]) -> list[Chain]:
        """Return the chains of those examples that have an answer, tested."""
        cases = self._cases(examples)
        return _known(chains_of(self.runner, cases, self.replacements, self.lines))

    def controls(self, examples: Sequence[Example]) -> list[Chain]:
        """Test the links of the audited model in a copy with shuffled weights."""
        cases = self._cases(examples)
        grown = grown_links(self.runner, cases, self.replacements, self.lines)
        known = [
            (case, links) for case, links in zip(cases, grown, strict=True) if links is not None
        ]
        runner = shuffled(self.runner, self.plan.seed)
        replacements = replacements_from(runner, self.reference, self.plan.seed)
        chains = chains_of(
            runner,
            [case for case, _ in known],
            replacements,
            self.lines,
            given=[links for _, links in known],
        )
        return _known(chains)

    def edits(self, chain: Chain) -> list[dict[str, Any]]:
        """Return what becomes of the decision when a word is changed, or a head of the chain silenced."""
        counterfactuals = Counterfactuals(
            self.runner, self.adapter, self.plan.foil, self.vocabulary, self.plan.seed
        )
        heads = sorted({(tested.link.layer, tested.leader) for tested in chain.links})
        return counterfactuals.edit(chain.case, heads, self.replacements)

    def _cases(self, examples: Sequence[Example]) -> list[Case]:
        return first_targets(self.runner, self.adapter, self.plan, self._encode(examples))

    def _encode(self, examples: Sequence[Example]) -> list[Encoded]:
        loaded = self.runner.loaded
        rows = self.adapter.encode(loaded.tokenizer, examples, loaded.max_tokens)
        return [row for row in rows if row.word_count]


def _known(chains: Sequence[Chain | None]) -> list[Chain]:
    return [chain for chain in chains if chain is not None]
