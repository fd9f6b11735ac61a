"""LightGBM and XGBoost on the very bins of the bench: codes go in as numbers, so both cut at the same edges.

usage: tree-rivals.py DIR    reads there task.json (names as in tree-rivals.ts), codes.bin (uint8 [columns x rows]),
                             labels.bin and train.bin (uint8 [rows]); prints one JSON object by library.
Time is of the boosting alone, with the data set built before; the least of `runs`.
"""
import json
import resource
import sys
import time
from pathlib import Path

import numpy

folder = Path(sys.argv[1])
task = json.loads((folder / "task.json").read_text())
labels = numpy.fromfile(folder / "labels.bin", dtype=numpy.uint8)
train = numpy.fromfile(folder / "train.bin", dtype=numpy.uint8) == 1
codes = numpy.fromfile(folder / "codes.bin", dtype=numpy.uint8).reshape(-1, len(labels))
table = numpy.empty((len(labels), len(codes)), dtype=numpy.float32)
for column, missing in enumerate(task["missing"]):
    table[:, column] = codes[column]
    if missing >= 0:
        table[codes[column] == missing, column] = numpy.nan
del codes


def auc(scores, y):
    order = numpy.argsort(scores, kind="stable")
    values, ends = numpy.unique(scores[order], return_index=True)
    counts = numpy.diff(numpy.append(ends, len(scores)))
    ranks = numpy.repeat(ends + (counts + 1) / 2, counts)
    bads = int(y.sum())
    return float((ranks[y[order] == 1].sum() - bads * (bads + 1) / 2) / (bads * (len(y) - bads)))


def measure(version, build, fit, score):
    start = time.perf_counter()
    data = build()
    built = time.perf_counter() - start
    best = None
    for _ in range(task["runs"]):
        start = time.perf_counter()
        model = fit(data)
        seconds = time.perf_counter() - start
        best = seconds if best is None else min(best, seconds)
    scores = score(model)
    return {
        "version": version,
        "seconds": best,
        "buildSeconds": built,
        "trainAuc": auc(scores[train], labels[train]),
        "testAuc": auc(scores[~train], labels[~train]) if not train.all() else None,
        "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def with_lightgbm():
    import lightgbm

    settings = {
        "objective": "binary",
        "num_leaves": 2 ** task["depth"],
        "max_depth": task["depth"],
        "learning_rate": task["learningRate"],
        "lambda_l2": task["lambda"],
        "min_sum_hessian_in_leaf": task["minChildWeight"],
        "min_data_in_leaf": task["minRowsPerLeaf"],
        "num_threads": task["threads"],
        "verbosity": -1,
        "max_bin": 255,
        "min_data_in_bin": 1,
    }

    def build():
        data = lightgbm.Dataset(table[train], labels[train], params=settings)
        return data.construct()

    return measure(
        lightgbm.__version__,
        build,
        lambda data: lightgbm.train(settings, data, task["trees"]),
        lambda model: model.predict(table, raw_score=True),
    )


def with_xgboost():
    import xgboost

    settings = {
        "objective": "binary:logistic",
        "tree_method": "hist",
        "max_depth": task["depth"],
        "eta": task["learningRate"],
        "reg_lambda": task["lambda"],
        "min_child_weight": task["minChildWeight"],
        "max_bin": 256,
        "nthread": task["threads"],
    }
    return measure(
        xgboost.__version__,
        lambda: xgboost.QuantileDMatrix(table[train], labels[train], max_bin=256, nthread=task["threads"]),
        lambda data: xgboost.train(settings, data, task["trees"]),
        lambda model: model.predict(xgboost.DMatrix(table), output_margin=True),
    )


results = {}
for name, run in (("lightgbm", with_lightgbm), ("xgboost", with_xgboost)):
    try:
        results[name] = run()
    except ImportError:
        print(f"{name} is not installed: left out", file=sys.stderr)
print(json.dumps(results))
