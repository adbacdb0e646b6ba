"""Gradient-boosted trees that choose one of a list: softmax over a pronoun's candidates and nobody.

Grown by scikit-learn's histogram grower, which has no public name; the loss is ours, because its own judge one row.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble._hist_gradient_boosting.binning import _BinMapper
from sklearn.ensemble._hist_gradient_boosting.common import G_H_DTYPE, X_DTYPE
from sklearn.ensemble._hist_gradient_boosting.grower import TreeGrower

TREES, DEPTH, RATE, LEAF, COLUMNS = 200, 5, 0.06, 30, 0.3
BINS = 64
LEAST = 1e-3
#: Forests whose scores are averaged, each grown with other columns to choose from.
FORESTS = 3
#: How fast the score of nobody follows.
NOBODY_RATE = 0.3
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lists:
    """The candidates of all pronouns, a row each; `of` is the pronoun's number, `right` whether it may be meant.

    By pronoun: its weight, and whether nobody may be meant.
    """

    rows: NDArray[np.float32]
    of: NDArray[np.intp]
    right: Numbers
    weight: Numbers
    nobody: Numbers


def grow(lists: Lists) -> tuple[list[Any], float]:
    """Return the nodes of all forests' trees and the score of nobody, each the share of its forest in their mean."""
    grown = [_forest(lists, number) for number in range(FORESTS)]
    trees = [nodes.copy() for forest, _ in grown for nodes in forest]
    for nodes in trees:
        nodes["value"] /= FORESTS
    return trees, sum(nobody for _, nobody in grown) / FORESTS


def _forest(lists: Lists, number: int) -> tuple[list[Any], float]:
    binner = _BinMapper(n_bins=BINS, random_state=0)
    binned = binner.fit_transform(lists.rows.astype(X_DTYPE))
    score, nobody, trees = np.zeros(len(lists.of)), 0.0, []
    for step in range(TREES):
        slope, curve, own_slope, own_curve = _gradients(lists, score, nobody)
        nobody -= NOBODY_RATE * own_slope / own_curve
        grower = TreeGrower(
            binned,
            slope.astype(G_H_DTYPE),
            curve.astype(G_H_DTYPE),
            max_leaf_nodes=None,
            max_depth=DEPTH,
            min_samples_leaf=LEAF,
            l2_regularization=1,
            n_bins=BINS,
            n_bins_non_missing=binner.n_bins_non_missing_,
            shrinkage=RATE,
            feature_fraction_per_split=COLUMNS,
            rng=np.random.default_rng([number, step]),
            n_threads=1,
        )
        grower.grow()
        tree = grower.make_predictor(binning_thresholds=binner.bin_thresholds_)
        score += tree.predict_binned(binned, binner.missing_values_bin_idx_, 1)
        trees.append(tree.nodes)
    return trees, nobody


def _gradients(lists: Lists, score: Numbers, nobody: float) -> tuple[Numbers, Numbers, float, float]:
    """Return first and second derivative of -log(chance of what is right), by row and for the score of nobody."""
    odds, own = np.exp(score), np.exp(nobody)
    pronouns = len(lists.weight)
    total = np.bincount(lists.of, odds, pronouns) + own
    rightly = np.bincount(lists.of, odds * lists.right, pronouns) + own * lists.nobody
    weight = lists.weight[lists.of]
    chance = odds / total[lists.of]
    slope = (chance - odds * lists.right / rightly[lists.of]) * weight
    curve = np.maximum(chance * (1 - chance), LEAST) * weight
    its = own / total
    own_slope = float(((its - own * lists.nobody / rightly) * lists.weight).sum())
    return slope, curve, own_slope, float((its * (1 - its) * lists.weight).sum() + 1)
