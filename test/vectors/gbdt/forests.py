"""Known-answer forests of LightGBM 4.7.0 and XGBoost 3.2.0 for models/gbdt.

    pip install lightgbm==4.7.0 xgboost==3.2.0 numpy
    python test/vectors/gbdt/forests.py > test/vectors/gbdt/forests.json

Everything drawn at random is off. LightGBM guesses the rows of a child from its hessian: children are bounded by weight, not rows.
It does not try a column again below a node where no split of it gained anything, which can only matter with lambda > 0 or
monotone constraints: those cases are shallow, or XGBoost's. Weights keep different splits from gaining exactly the same.
"""
import json

import lightgbm
import numpy
import xgboost

TREES = 4


def data(seed, rows, values, missing=0.0, squared=False):
    rng = numpy.random.default_rng(seed)
    x = rng.integers(0, values, (rows, 5)).astype(float)
    signal = 0.7 * x[:, 0] - 0.5 * x[:, 1] + numpy.where(x[:, 2] > values / 2, 0.4, -0.4) * x[:, 3]
    signal = signal - signal.mean()
    if squared:
        y = numpy.round(signal + rng.normal(0, 1, rows), 3)
    else:
        y = (rng.random(rows) < 1 / (1 + numpy.exp(-signal))).astype(float)
    # Missing values carry some of the label, so that directions are learned.
    gone = rng.random((rows, 5)) < missing * (0.5 + (y > y.mean()))[:, None]
    x[gone] = numpy.nan
    weights = numpy.round(rng.uniform(0.25, 2, rows), 2)
    return x, y, weights


def case(name, options, x, y, weights, values, categories, scores, leaves):
    cells = [[None if numpy.isnan(v) else int(v) for v in column] for column in x.T]
    return {
        "name": name,
        "options": options,
        "values": values,
        "categories": categories,
        "columns": cells,
        "labels": y.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "leaves": leaves,
        # [trees][rows] raw scores after each tree
        "scores": [[round(float(s), 7) for s in tree] for tree in scores],
    }


def by_lightgbm(name, x, y, options, values, weights=None, categories=(), **extra):
    parameters = {
        "objective": "binary" if options["objective"] == "binary" else "regression",
        "num_leaves": options["leaves"] or 2 ** options["depth"],
        "max_depth": options["depth"],
        "learning_rate": options["learningRate"],
        "lambda_l2": options["lambda"],
        "min_gain_to_split": options["gamma"],
        "min_data_in_leaf": options["minRowsPerLeaf"],
        "min_sum_hessian_in_leaf": options["minChildWeight"],
        "min_data_in_bin": 1,
        "max_bin": 255,
        "feature_pre_filter": False,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,
        "verbose": -1,
        **extra,
    }
    d = lightgbm.Dataset(x, label=y, weight=weights, categorical_feature=list(categories), params=parameters)
    model = lightgbm.train(parameters, d, TREES)
    scores = [model.predict(x, raw_score=True, num_iteration=k + 1) for k in range(TREES)]
    leaves = [tree["num_leaves"] for tree in model.dump_model()["tree_info"]]
    return case(name, options, x, y, weights, values, list(categories), scores, leaves)


def by_xgboost(name, x, y, options, values, weights=None, **extra):
    parameters = {
        "objective": "binary:logistic" if options["objective"] == "binary" else "reg:squarederror",
        "tree_method": "hist",
        "max_depth": options["depth"],
        "eta": options["learningRate"],
        "lambda": options["lambda"],
        "gamma": options["gamma"],
        "min_child_weight": options["minChildWeight"],
        "base_score": 0.5 if options["objective"] == "binary" else options["baseScore"],
        "nthread": 1,
        **extra,
    }
    d = xgboost.DMatrix(x, label=y, weight=weights)
    model = xgboost.train(parameters, d, TREES)
    scores = [model.predict(d, output_margin=True, iteration_range=(0, k + 1)) for k in range(TREES)]
    leaves = [tree.count("leaf=") for tree in model.get_dump()]
    return case(name, options, x, y, weights, values, [], scores, leaves)


def options(objective="binary", **extra):
    return {
        "objective": objective,
        "trees": TREES,
        "depth": 3,
        "leaves": 0,
        "learningRate": 0.3,
        "lambda": 1,
        "gamma": 0,
        "minChildWeight": 1e-3,
        "minRowsPerLeaf": 1,
        **extra,
    }


def main():
    cases = []
    x, y, w = data(1, 300, 9)
    cases.append(by_lightgbm("LightGBM, binary", x, y, options(), 9))
    cases.append(by_lightgbm("LightGBM, binary, weights", x, y, options(minChildWeight=2), 9, weights=w))
    cases.append(by_lightgbm("LightGBM, best leaf first", x, y, options(leaves=7, depth=6, gamma=0.1), 9))
    x, y, w = data(2, 300, 8, missing=0.2)
    cases.append(by_lightgbm("LightGBM, missing values", x, y, {**options(depth=4, minChildWeight=2), "lambda": 0}, 8, weights=w))
    x, y, w = data(3, 300, 8, missing=0.1, squared=True)
    cases.append(by_lightgbm("LightGBM, squared loss, weights, missing values", x, y, options("squared"), 8, weights=w))
    x, y, w = data(4, 400, 6)
    # Many rows a category: LightGBM leaves out those of fewer than cat_smooth rows.
    cases.append(
        by_lightgbm(
            "LightGBM, categories",
            x,
            y,
            options(depth=2),
            6,
            categories=[0, 1],
            max_cat_to_onehot=1,
            cat_l2=0,
            cat_smooth=10,
            min_data_per_group=1,
        )
    )
    x, y, w = data(5, 300, 9, missing=0.15)
    xgb = options(baseScore=0, minChildWeight=1)
    cases.append(by_xgboost("XGBoost, binary, missing values", x, y, xgb, 9))
    cases.append(by_xgboost("XGBoost, binary, weights, least gain", x, y, {**xgb, "gamma": 1.5, "depth": 5}, 9, weights=w))
    x, y, w = data(7, 300, 9)
    up = {**xgb, "depth": 4, "monotone": {"a.x0": 1, "a.x1": -1, "a.x3": 1}}
    cases.append(by_xgboost("XGBoost, monotone", x, y, up, 9, monotone_constraints="(1,-1,0,1,0)"))
    x, y, w = data(6, 300, 9, missing=0.15, squared=True)
    cases.append(by_xgboost("XGBoost, squared loss", x, y, options("squared", baseScore=0.25, depth=4), 9))
    print(json.dumps({"lightgbm": lightgbm.__version__, "xgboost": xgboost.__version__, "cases": cases}))


main()
