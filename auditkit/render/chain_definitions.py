"""Exact definitions of messages, routes and their tests, of layers and of changes."""

from __future__ import annotations

from auditkit.evidence.chain_readings import DEEP
from auditkit.records import Verdict
from auditkit.render.chain_words import VERDICTS

_WORDS = {verdict: badge.text for verdict, badge in VERDICTS.items()}

CHAIN_TERMS: tuple[tuple[str, str], ...] = (
    (
        "Message, link, average message",
        (
            "A message is what one token sends to another in one layer, over all heads: the sum of A_ij v_j. A "
            "link is a message of a tested route. The average message is A_ij times the mean value vector of "
            "the sender's role (text, each special token) over reference texts: those of the evaluation set if no "
            "file of others was named; their fingerprint is in the manifest."
        ),
    ),
    (
        "What a link contributes",
        (
            "Always against the average message: a secant, the same differences as in the ledger, from the run "
            "with every message replaced by the average one to the run as it is, so that the contributions of all "
            "messages sum to s - s_empty. Ledgers, Shapley values and integrated gradients contribute against "
            "the blank text: another baseline, and other numbers. The largest head of a link is the one that "
            "contributes most among those of the link's sign."
        ),
    ),
    (
        "Tested route",
        (
            "Links grown from what the classifier reads, always the one with the largest |contribution| whose "
            "target is read or is the source of a later link, up to the most links of the configuration. In "
            "causal models messages from the first token (a sink) are left out and tested as one unit."
        ),
    ),
    (
        "Depth, direct route, chain",
        (
            "The depth of a route is the most messages between different positions on a way from a token of the "
            "text to what the classifier reads, through links of ever later layers. What a token sends to itself "
            "does not add, ways do not begin at special tokens, and where all positions are read a token is there "
            f"with no message at all. A confirmed route of depth {DEEP} or more is called a chain; any other is "
            "direct: what a word sends goes straight to what is read. Audits measured before depth was stored "
            "have tested routes alone."
        ),
    ),
    (
        "Verdict of a link",
        (
            "The link's message is replaced by the average one in the unchanged model and everything after it runs "
            "on. The first of these that holds is its verdict. "
            f"“{_WORDS[Verdict.NOT_CAUSAL]}”: the change is below the least share of |s|. "
            f"“{_WORDS[Verdict.CONTRADICTED]}”: the margin changed in the direction opposite to the one its "
            f"gradient predicted. “{_WORDS[Verdict.OTHER_EFFECT]}”: it changed by less than the least share "
            "(link_effect_percent) of what the link contributes, or in the direction opposite to that; such a "
            f"link counts as confirmed nowhere. “{_WORDS[Verdict.WEAKER]}”, “{_WORDS[Verdict.STRONGER]}”: outside "
            f"the largest ratio of observed to predicted. Else “{_WORDS[Verdict.CONFIRMED]}”. A contribution is "
            "counted in common with all other messages, so that replacing one alone may do less, or the "
            "opposite. Audits measured before this verdict was introduced do not ask what a link contributes."
        ),
    ),
    (
        "Same sign for k of n reference texts",
        (
            "The message is also replaced by those of n single reference texts, one at a time. Counted is for how "
            "many the margin changes in the direction in which it changes with the average message. The range runs "
            "from the 2.5% to the 97.5% quantile of these changes. The verdict does not depend on them."
        ),
    ),
    (
        "Confirmed route",
        (
            "Sufficiency is (s with every other message replaced - s_empty) / (s - s_empty), necessity "
            "(s - s with the route's messages replaced) / (s - s_empty). Confirmed: both reach their thresholds, "
            "sufficiency is above that of five routes of the same shape with the words of the text permuted, and "
            "all messages together support the decision (s - s_empty has the sign of s). All else is “not "
            "confirmed”: its links are shown, and nothing is claimed of them together."
        ),
    ),
    (
        "Logit lens, cut",
        (
            "The logit lens puts the model's own head on the state after each layer. A cut is where the "
            "ledger's accounts are read between two layers: what each token's state contributes there, against "
            "the blank text."
        ),
    ),
    (
        "Counterfactual edit, silenced head",
        (
            "One word of the text is masked, deleted, or swapped for a word drawn from other texts, and the "
            "text runs again. A silenced head has all its messages replaced by the average ones. s keeps the "
            "labels of the unchanged text. Attention changes by half the L1 distance of the rows of tokens that "
            "stay, averaged over layers, heads and tokens."
        ),
    ),
)
"""Term and definition, in the order of the report."""
