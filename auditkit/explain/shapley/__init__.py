"""Shapley values of n players from evaluations of a value function.

A plan names the coalitions to evaluate and turns their values into an estimate, so that the
caller alone decides how the value function is run (in what batches, on what device):

    plan = plan_shapley(players)
    estimate = plan.solve(value_function(plan.coalitions))

Three plans, all of them pure numpy and scipy:

    exact.py             every coalition; no error at all, for few players
    gaussian_process.py  a posterior over the odd part of the game; the most accurate for 4n to
                         16n evaluations, with an error bar
    leverage.py          a weighted regression; needs more evaluations, assumes nothing about the
                         game and becomes exact as they approach 2^n

References:
    Shapley (1953), A value for n-person games.
"""

from auditkit.explain.shapley.estimate import ShapleyEstimate, ShapleyPlan
from auditkit.explain.shapley.exact import plan_exact
from auditkit.explain.shapley.gaussian_process import plan_gaussian_process
from auditkit.explain.shapley.leverage import plan_leverage
from auditkit.explain.shapley.plan import plan_shapley

__all__ = [
    "ShapleyEstimate",
    "ShapleyPlan",
    "plan_exact",
    "plan_gaussian_process",
    "plan_leverage",
    "plan_shapley",
]
