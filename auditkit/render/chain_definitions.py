"""Exact definitions of messages, chains and their tests, of layers and of changes."""

from __future__ import annotations

CHAIN_TERMS: tuple[tuple[str, str], ...] = (
    (
        "Message, link",
        (
            "A message is what one token sends to another in one layer, over all heads: the sum of A_ij v_j. A "
            "link is a message that a chain is made of. What it contributes is a secant: the same differences "
            "as in the ledger, from the run with every message at its mean to the run as it is, so that the "
            "relevance of all messages sums to s - s_empty. Means are taken by role (text, each special token) "
            "over reference texts, of the evaluation set if no file of others was named; their fingerprint is "
            "in the manifest."
        ),
    ),
    (
        "Chain",
        (
            "Links grown from the position that the classifier reads, always the one with the largest "
            "|relevance| whose target is read or is the source of a later link, up to the most links of "
            "the configuration. In causal models messages from the first token (a sink) are left out and "
            "tested as one unit."
        ),
    ),
    (
        "Verdict of a link",
        (
            "The link's message is replaced by its mean in the unchanged model and everything after it runs "
            "on. Confirmed: s falls as the gradient predicted, in sign and within the largest ratio. Weaker "
            "or stronger than predicted: same sign, outside the ratio. Contradicted: the other sign. Not "
            "shown causal: the change is below the least share of |s|. The range beside it runs from the 2.5% to "
            "the 97.5% quantile of the changes with messages of single reference texts; the verdict does not "
            "depend on it."
        ),
    ),
    (
        "Confirmed chain, no short chain",
        (
            "Sufficiency is (s with every other message at its mean - s_empty) / (s - s_empty), necessity "
            "(s - s with the chain's messages at their mean) / (s - s_empty). Confirmed: both reach their "
            "thresholds, sufficiency is above that of five chains of the same shape with the words of "
            "the text permuted, and all messages together speak for the decision (s - s_empty has the sign "
            "of s). All else is graded “no short chain”."
        ),
    ),
    (
        "Logit lens, cut",
        (
            "The logit lens puts the model's own head on the state after each layer. A cut is where the "
            "ledger's accounts are read between two layers: what each token's state contributes there."
        ),
    ),
    (
        "Change of a word, silenced head",
        (
            "One word of the text is masked, deleted, or swapped for a word drawn from other texts, and the "
            "text runs again. A silenced head sends all its messages at their mean. s keeps the labels of "
            "the unchanged text. Attention changes by half the L1 distance of the rows of tokens that stay, "
            "averaged over layers, heads and tokens."
        ),
    ),
)
"""Term and definition, in the order of the report."""
