"""Exact definitions of everything a report shows, and a glossary in plain words."""

from __future__ import annotations

from auditkit.evidence.chain_readings import DEEP
from auditkit.evidence.readings import FEW_DRAWN
from auditkit.records import Verdict
from auditkit.render.chain_words import VERDICT_WORDS

METHODS: tuple[tuple[str, str], ...] = (
    (
        "shap",
        (
            "The players are words. The value v(S) of a set S of words is the margin with all words "
            "outside S blanked. Shapley values are computed exactly, from all sets, up to 9 words; "
            "above that they are a Gaussian-process estimate from 6n + 2 evaluations for n players. "
            "A text of one word has one player, whose value is the whole change and says nothing of its "
            "parts. Above 64 words neighbouring words are grouped into at most 64 players. A word's value is "
            "divided equally over its pieces, a group's over its words. The error is the standard "
            "error per token, 0 when the values are exact. The base is v of the empty set."
        ),
    ),
    (
        "ledger",
        (
            "The difference s(x) - s(blank), shared exactly among the tokens. The differences of all states "
            "between the text and its blank go through the model with fixed coefficients: linear maps by "
            "themselves, a product by the averages of its factors, softmax by logarithmic means, norms and "
            "activations by their difference quotients. One backward pass gives every token's account; at "
            "every layer's cut the accounts have the same sum. With half-coalitions (ledger_coalitions) it "
            "is the mean over paths through random halves of the words. The base is s(blank), which is a "
            "line of its own and not neutral. An example whose accounts miss the margin by more than the "
            "tolerance gets no ledger and is flagged."
        ),
    ),
    (
        "integrated_gradients",
        (
            "Gradients of the margin along the straight path from the blanks to the input, "
            "integrated by Gauss-Legendre quadrature with 50 nodes, and once more with 200 where "
            "|gap| > 0.01 max(|s(x) - s(blank)|, 0.1); if the gap is still larger than that, the "
            "example is flagged unconverged. The base is s(blank), the margin with all tokens blanked."
        ),
    ),
    (
        "frozen_ledger",
        (
            "s itself, with attention patterns, norm divisors and slopes held as they are: s is the sum of "
            "the accounts of tokens, of positions and types, and of biases. The base is the sum of the "
            "accounts of positions, types and biases, which are often as large as s; the card of an example "
            "with a tested route lists them. It cannot see that a token changes where the model looks."
        ),
    ),
    (
        "occlusion",
        "The margin minus the margin with one word blanked, divided equally over the word's pieces.",
    ),
    (
        "grad_x_input",
        (
            "The gradient of the margin at the input, times (embedding - blank), summed over the "
            "embedding's dimensions."
        ),
    ),
    (
        "random",
        (
            "One standard normal number per token, drawn with a seed of the example's own. A control: "
            "it knows nothing of the model."
        ),
    ),
    (
        "attention_rollout",
        (
            "Attention weights averaged over heads, A' = 0.5 A + 0.5 I, R = A'_L ... A'_1 over the "
            "layers; shown is R's row at the position the classifier reads. Descriptive, the same for "
            "every class."
        ),
    ),
    (
        "value_rollout",
        (
            "W_ij is the norm of the sum over heads of A_ij W_O v_j, without the biases of values and output; its rows are "
            "normalised to 1 and then treated as in attention rollout. Descriptive, the same for every "
            "class."
        ),
    ),
    (
        "uniform_rollout",
        (
            "For causal models only: the rollout of a uniform pattern over the visible keys, shown "
            "beside the other rollouts, as early positions gain weight by the causal mask alone."
        ),
    ),
)
"""Method -> its exact definition, in the order of a report."""

TERMS: tuple[tuple[str, str], ...] = (
    (
        "Target of an explanation (margin)",
        (
            "s = z_pred - z_foil, the logit of the predicted label minus the logit of the foil. The "
            "foil is the runner-up on the unperturbed input, or the label that was named. With a "
            "single logit s is that logit itself, and positive supports class 1. For multi-label "
            "models there is one explanation for each label with a probability of at least 0.5, else "
            "one for the label with the largest; s is that label's logit. It is never a probability, "
            "which saturates."
        ),
    ),
    (
        "Blank of a token",
        (
            "The embedding of the mask token, else of the unknown token, never of the padding token. "
            "A tokenizer that has neither gets the mean embedding of the vocabulary, which the page on "
            "the model then says. Special tokens are never blanked; positions and lengths stay."
        ),
    ),
    (
        "Word",
        (
            "A unit of the text, blanked as a whole: the tokens with an equal pair (sequence, word_id) "
            "of the fast tokenizer. Whitespace ends a word too: some tokenizers give a whole text one "
            "word_id. Writing without blanks between words, such as Chinese, Japanese, Thai, Lao, Khmer "
            "or Burmese, is divided by Unicode text segmentation with ICU's dictionaries, without ICU "
            "into grapheme clusters, unless the tokenizer divides it by itself. Segments that share a "
            "token are one word, and a grapheme cluster is never divided."
        ),
    ),
    (
        "Residual",
        (
            "margin - base - sum of scores, for methods that should add up: Shapley values, integrated "
            "gradients and the ledgers. It is printed, never spread over the scores. Over the set it is given as |residual| / "
            "max(|margin - base|, 0.1)."
        ),
    ),
    (
        "Agreement of two methods",
        (
            "On the words of an example: Spearman's correlation of the signed word scores (undefined "
            "for fewer than three words or a constant ranking); overlap of the top k words by |score| "
            "with k = min(5, words); and the share of equal signs among the top words of both. A "
            "word's score is the sum over its pieces."
        ),
    ),
    (
        "Calibration error (ECE)",
        (
            "Answers are put into 15 bins of equal width by their probability; the error is the mean "
            "over bins of |share right - mean probability|, weighted by the answers in each bin."
        ),
    ),
    (
        "Intervals",
        (
            "95%. Shares: Wilson's score interval. Means and F1: percentiles over 2,000 bootstrap "
            "resamples of the examples. ECE: the same percentiles reflected at the estimate, with "
            "the lower bound 0 where a calibrated model with the same probabilities would show as "
            "large an error in 5% of cases or more. The difference of accuracy between a slice and all "
            "other examples: Newcombe's interval (1998, method 10), made of the Wilson intervals of "
            "both. Of a bootstrap over fewer than "
            f"{FEW_DRAWN} values, or over values that are all alike, none is printed, and n stands alone. Intervals are "
            "not corrected for looking at many numbers."
        ),
    ),
    (
        "Id of an example",
        (
            "The first 16 hex digits of the SHA-256 of the text fields as RFC 8785 JSON; repetitions "
            "of a text get -2, -3 and so on. Its number, in lists, on cards and in messages about the data, is that of "
            "its row in the data, counted from 1; the column row of examples.parquet counts from 0."
        ),
    ),
)
"""Definitions of what is not a method."""

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
            "text to what the classifier reads, through links with their effect as predicted, of ever later layers. "
            "What a token sends to itself does not add, ways do not begin at special tokens, and where all positions are read a token is there "
            f"with no message at all. A confirmed route of depth {DEEP} or more is called a chain; any other is "
            "direct: no single links were shown to pass on what a word sends. Audits measured before depth was stored "
            "have tested routes alone."
        ),
    ),
    (
        "Verdict of a link",
        (
            "The link's message is replaced by the average one in the unchanged model and everything after it runs "
            "on. The first of these that holds is its verdict. "
            f"“{VERDICT_WORDS[Verdict.NOT_CAUSAL]}”: the change is below the least share of |s|. "
            f"“{VERDICT_WORDS[Verdict.CONTRADICTED]}”: the margin changed in the direction opposite to the one its "
            f"gradient predicted. “{VERDICT_WORDS[Verdict.OTHER_EFFECT]}”: it changed by less than the least share "
            "(link_effect_percent) of what the link contributes, or in the direction opposite to that; such a "
            f"link counts as confirmed nowhere. “{VERDICT_WORDS[Verdict.WEAKER]}”, “{VERDICT_WORDS[Verdict.STRONGER]}”: outside "
            f"the largest ratio of observed to predicted. Else “{VERDICT_WORDS[Verdict.CONFIRMED]}”. A contribution is "
            "counted in common with all other messages, so that replacing one alone may do less, or the "
            "opposite. Audits measured before this verdict was introduced do not ask what a link contributes."
        ),
    ),
    (
        "Same sign for k of n reference texts",
        (
            "The message is also replaced by those of n single reference texts, one at a time. Counted is for how "
            "many the margin changes in the direction in which it changes with the average message. A sentence "
            "gives the smallest and the largest of these changes, a table the middle 95% of them, which can leave out a "
            "change of the other sign. The verdict does not depend on them."
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
"""The same of messages, routes and their tests, of layers and of changes."""

STATISTICS: tuple[tuple[str, str], ...] = (
    (
        "entropy",
        (
            "entropy of a row of weights divided by log(visible keys); rows with one visible key are "
            "left out"
        ),
    ),
    ("distance", "mean |i - j| under the weights of row i, in tokens"),
    ("special_share", "weight on special tokens"),
    ("first_share", "weight on position 0"),
    ("punctuation_share", "weight on tokens of the text whose characters are all Unicode P or S"),
    ("self_share", "weight of a token on itself"),
    ("previous_share", "weight on the position right before"),
    ("next_share", "weight on the position right after"),
)

LIMITS: tuple[str, ...] = (
    (
        "No explanation has been tested by a faithfulness trial on this model: no score was tested by an "
        "experiment of its own."
    ),
    (
        "Blanking words makes inputs that the model was not trained on; occlusion, Shapley values and "
        "the path of integrated gradients all go through such inputs."
    ),
    (
        "A score is about this model on this text against this foil. It is no statement about the "
        "world, and equal scores on two texts need not mean the same."
    ),
    (
        "Attention and rollouts describe where weight flows; they leave out what the MLPs and norms "
        "do, have no sign, and are the same for every class."
    ),
    "Agreement between methods is no proof that any of them is right.",
    (
        "A confirmed route is one set of messages that passed its tests, not the only one and not the whole "
        "of what the model did. Exact sums alone say nothing about cause."
    ),
    "Text beyond the model's longest input was neither read by the model nor audited.",
    (
        "Findings are raised by fixed rules; what no rule looks for is not found. Intervals hold for "
        "each number alone, not for all of them together."
    ),
    (
        "That the report shows what the evidence says can be checked with auditkit verify; that the evidence says what "
        "was measured, nobody has signed. The model, the data and the labels are known by their hashes alone."
    ),
)

GLOSSARY: tuple[tuple[str, str], ...] = (
    ("Attention head", "A part of a layer that mixes, for each token, what other tokens hold."),
    ("Attribution", "One number per token that says how much it moved the margin by one method."),
    (
        "Average message",
        "What stands in for a message that is replaced: the mean of what such tokens send in reference texts.",
    ),
    ("Base", "The margin at a method's reference input, with every word blanked."),
    ("Blank", "What stands in for a token that is taken away."),
    ("Blank text", "The text with every word blanked; what scores of words are measured against."),
    (
        "Bootstrap",
        "An interval found by drawing the examples again, with repetition, many times.",
    ),
    ("Calibration", "Whether answers given with probability p are right in a share p of cases."),
    (
        "Chain",
        "A confirmed route of depth two or more: messages that are passed on through positions in between.",
    ),
    ("Confidence", "The probability that the model states for its own answer."),
    (
        "Contributes",
        "Has a part in the margin, against a baseline that is always named: the blank text or the average message.",
    ),
    (
        "Counterfactual edit",
        "A word masked, deleted or swapped, or a head silenced, to see what the model then says.",
    ),
    (
        "Depth",
        (
            "How many times a message goes to another position on the longest way from a word to what is read, through "
            "links with their effect as predicted."
        ),
    ),
    (
        "Direct route",
        "A confirmed route in which what words send goes straight to what the classifier reads.",
    ),
    ("ECE", "Expected calibration error: mean distance of stated probability and share right."),
    ("Evidence", "The files that every number of this report is read from."),
    ("Foil", "The label that the predicted one is held against, as a rule the runner-up."),
    ("Gold label", "The label that the data gives as the right answer."),
    ("Layer range", "The layers, from one to another, that a picture of the viewer shows."),
    ("Link", "What one token sends to another in one layer, as part of a tested route."),
    ("Logit", "The model's raw number for a label, before it becomes a probability."),
    (
        "Macro F1",
        "F1, the balance of precision and recall, averaged over labels with equal weight.",
    ),
    ("Majority baseline", "How often always giving the most frequent gold answer would be right."),
    ("Margin", "How far the predicted label is ahead of the foil, in logits."),
    (
        "Message",
        "What one token sends to another in one layer: attention times value, over all heads.",
    ),
    ("n", "The number of examples, or answers, behind a number."),
    ("Opposes", "Has a negative part in the margin: the margin is smaller for it."),
    (
        "Predicted",
        "Of a label: the model's answer. Of a change: computed from the gradient, before it is tested.",
    ),
    (
        "Reference text",
        "A text, of the evaluation set or a file that was named, whose messages replace those that are tested.",
    ),
    ("Residual", "What base and scores leave unaccounted for."),
    ("Rollout", "Attention weights multiplied through all layers."),
    ("Root digest", "One SHA-256 over everything the evidence states."),
    (
        "Shapley value",
        "A word's effect on the margin, averaged over all orders in which words can be added.",
    ),
    (
        "Sink",
        "A token on which attention rests without reading it: in causal models the first one.",
    ),
    ("Slice", "A named part of the evaluation data."),
    ("Special token", "A token the tokenizer adds, such as [CLS]; it stands for no text."),
    ("Standard error", "How much an estimate would vary if its draws were made again."),
    ("Supports", "Has a positive part in the margin: the margin is larger for it."),
    ("Target", "What the margin measures: the predicted label, against the foil."),
    (
        "Tested",
        "Tried in the unchanged model: something was replaced and the margin observed.",
    ),
    (
        "Tested route",
        "A few links that lead to what the classifier reads, tested one by one and all together.",
    ),
    ("Threshold", "A number of the configuration from which on something counts."),
    ("Token", "A piece of text that the model reads as one unit: a word or a part of one."),
    ("Wilson interval", "An interval for a share that also holds near 0 and 1 and for small n."),
)
