"""How many examples have a confirmed route, how deep it is, and whether links do what their gradient predicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.aggregate.base import STATISTICS, MetricRow
from auditkit.aggregate.bootstrap import (
    RESAMPLES,
    generator,
    percentile_interval,
    resampled_sums,
    with_interval,
)
from auditkit.aggregate.chains import confirmed, drawn_chains, links_of
from auditkit.aggregate.columns import numbers_of
from auditkit.aggregate.intervals import wilson
from auditkit.evidence.chain_readings import DEEP
from auditkit.records import Verdict

if TYPE_CHECKING:
    from auditkit.aggregate.base import Direction, Tables
    from auditkit.records import Estimate


class Chains:
    """Shares by grade, depth and verdict, and observed against predicted changes."""

    title = "Tested routes"

    def rows(self, tables: Tables) -> Iterator[MetricRow]:
        """Yield the rows of the examples drawn at random; of slices the share confirmed."""
        chains, control = drawn_chains(tables), drawn_chains(tables, weights="shuffled")
        if not chains.num_rows:
            return
        yield from _confirmed(tables, chains)
        yield from _depths(confirmed(chains), tables.seed)
        yield from _shares(chains, tables.seed)
        yield from _links(links_of(tables, chains), tables.seed)
        yield from _steps(tables, chains)
        if control.num_rows:
            yield MetricRow("chain_confirmed_shuffled", None, _share_confirmed(control), "lower")
            links = links_of(tables, control)
            if links.num_rows:
                share = _share_of(links, _with_verdict(links, Verdict.CONFIRMED), tables.seed)
                yield MetricRow("link_confirmed_shuffled", None, share, "lower")


def _confirmed(tables: Tables, chains: pa.Table) -> Iterator[MetricRow]:
    yield MetricRow("chain_confirmed", None, _share_confirmed(chains))
    pairs = (tables.examples[name].to_pylist() for name in ("id", "slice"))
    slices = dict(zip(*pairs, strict=True))
    of_chain = np.array([slices[name] or "" for name in chains["example_id"].to_pylist()])
    for name in sorted(set(of_chain) - {""}):
        yield MetricRow(
            "chain_confirmed",
            str(name),
            _share_confirmed(chains.filter(pa.array(of_chain == name))),
        )


def _share_confirmed(chains: pa.Table) -> Estimate:
    return wilson(confirmed(chains).num_rows, chains.num_rows)


def _depths(routes: pa.Table, seed: int) -> Iterator[MetricRow]:
    """Yield how deep confirmed routes are: the median, the share of each depth, the share that is deep."""
    depths = routes["depth"].drop_null().to_numpy().astype(np.int64)
    if not depths.size:
        return
    yield MetricRow("chain_depth", None, _median(depths, "chain_depth", seed))
    for depth in range(depths.max() + 1):
        share = wilson(int((depths == depth).sum()), depths.size)
        yield MetricRow("chain_depth_share", None, share, label=str(depth))
    yield MetricRow("chain_deep", None, wilson(int((depths >= DEEP).sum()), depths.size))


def _shares(chains: pa.Table, seed: int) -> Iterator[MetricRow]:
    """Yield medians: a share of s - s_empty has no bound where that is small."""
    columns: dict[str, tuple[np.ndarray, Direction]] = {
        "chain_sufficiency": (numbers_of(chains["sufficiency"]), "higher"),
        "chain_necessity": (numbers_of(chains["necessity"]), "higher"),
        "chain_sufficiency_permuted": (_list_means(chains["permuted"]), "lower"),
        "chain_sufficiency_random": (_list_means(chains["random"]), "lower"),
    }
    for metric, (values, direction) in columns.items():
        finite = values[np.isfinite(values)]
        if finite.size:
            yield MetricRow(metric, None, _median(finite, metric, seed), direction)


def _list_means(column: pa.ChunkedArray) -> np.ndarray:
    return np.array([np.mean(row) if row else np.nan for row in column.to_pylist()])


def _median(values: np.ndarray, metric: str, seed: int) -> Estimate:
    draws = generator(metric, "median", seed).integers(0, values.size, (RESAMPLES, values.size))
    low, high = percentile_interval(np.median(values[draws], axis=1)[:, None])
    value = float(np.median(values))
    if values.size < 2:
        return with_interval(value, np.nan, np.nan, values.size)
    return with_interval(value, float(low[0]), float(high[0]), values.size)


def _links(links: pa.Table, seed: int) -> Iterator[MetricRow]:
    if not links.num_rows:
        return
    for verdict in Verdict:
        share = _share_of(links, _with_verdict(links, verdict), seed)
        yield MetricRow("link_verdict", None, share, label=verdict)
    yield from _of_confirmed(links.filter(_with_verdict(links, Verdict.CONFIRMED)), seed)
    predicted, observed = numbers_of(links["foretold"]), numbers_of(links["observed"])
    same = pa.array(predicted * observed > 0)
    yield MetricRow("link_same_sign", None, _share_of(links, same, seed), "higher")
    moments = np.stack(
        [
            np.ones_like(predicted),
            predicted,
            observed,
            predicted**2,
            observed**2,
            predicted * observed,
        ],
        axis=1,
    )
    for metric, measure in (("link_slope", _slope), ("link_correlation", _correlation)):
        estimate = _of_moments(links, moments, measure, seed)
        if estimate is not None:
            yield MetricRow(metric, None, estimate)


def _of_confirmed(links: pa.Table, seed: int) -> Iterator[MetricRow]:
    """Yield what the verdict leaves open: whether the effect depends on what the message is replaced by."""
    if not links.num_rows:
        return
    counted = links.filter(pc.is_valid(links["same_sign"]))
    if counted.num_rows:
        kept = pc.equal(counted["same_sign"], counted["n"])
        yield MetricRow("link_sign_kept", None, _share_of(counted, kept, seed), "higher")
    low, high = numbers_of(links["low"]), numbers_of(links["high"])
    clear = pa.array((low > 0) | (high < 0))
    yield MetricRow("link_range_clear", None, _share_of(links, clear, seed), "higher")


def _with_verdict(links: pa.Table, verdict: Verdict) -> pa.ChunkedArray:
    return pc.equal(links["verdict"], verdict)


def _share_of(links: pa.Table, chosen: pa.ChunkedArray | pa.Array, seed: int) -> Estimate:
    """Return a share of links; texts are resampled, because links of one text are alike."""
    counted = np.stack([np.ones(links.num_rows), np.asarray(chosen).astype(np.float64)], axis=1)
    estimate = _of_moments(links, counted, lambda sums: sums[:, 1] / sums[:, 0], seed)
    if estimate is None:
        raise ValueError("a share of no links")
    return estimate


def _of_moments(
    links: pa.Table, moments: np.ndarray, measure: Callable[[np.ndarray], np.ndarray], seed: int
) -> Estimate | None:
    """Return a measure of sums over links, its interval by resampling texts."""
    names, groups = np.unique(np.array(links["example_id"].to_pylist()), return_inverse=True)
    sums = np.zeros((len(names), moments.shape[1]))
    np.add.at(sums, groups, moments)
    value = float(measure(sums.sum(0, keepdims=True))[0])
    if not np.isfinite(value):
        return None
    drawn = resampled_sums(sums, np.arange(len(names)), generator("links", "bootstrap", seed))
    low, high = percentile_interval(measure(drawn)[:, None])
    if len(names) < 2:
        return with_interval(value, np.nan, np.nan, links.num_rows)
    return with_interval(value, float(low[0]), float(high[0]), links.num_rows)


def _slope(sums: np.ndarray) -> np.ndarray:
    """Return the least-squares slope of observed on predicted changes."""
    n, f, o, ff, _, fo = sums.T
    return _ratio(n * fo - f * o, n * ff - f**2)


def _correlation(sums: np.ndarray) -> np.ndarray:
    """Return Pearson's correlation of observed and predicted changes."""
    n, f, o, ff, oo, fo = sums.T
    below = np.sqrt(np.maximum(n * ff - f**2, 0) * np.maximum(n * oo - o**2, 0))
    return _ratio(n * fo - f * o, below)


def _ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    empty = np.full_like(above, np.nan)
    return np.asarray(np.divide(above, below, out=empty, where=below > 0))


def _steps(tables: Tables, chains: pa.Table) -> Iterator[MetricRow]:
    """Yield in how many confirmed routes each kind of step occurs: layer, from role to role."""
    routes = confirmed(chains)
    if not routes.num_rows:
        return
    links = links_of(tables, routes)
    names = ("layer", "key_role", "query_role", "example_id")
    found: dict[tuple[int, str, str], set[str]] = {}
    for layer, key, query, example in zip(*(links[n].to_pylist() for n in names), strict=True):
        found.setdefault((layer, key, query), set()).add(example)
    for (layer, key, query), examples in sorted(found.items()):
        share = wilson(len(examples), routes.num_rows)
        yield MetricRow("chain_step", None, share, label=str(layer), first=key, second=query)


STATISTICS.register("chains")(Chains())
