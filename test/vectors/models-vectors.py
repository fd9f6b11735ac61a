"""Makes models-vectors.json: what the credit mathematics must reproduce, computed by scikit-learn and SciPy.

    python3 -m venv venv && venv/bin/pip install numpy scipy scikit-learn
    venv/bin/python models-vectors.py > models-vectors.json

Made with scikit-learn 1.9.1, SciPy 1.17.1. Generated data only; numbers are written with all their digits.
"""

import json

import numpy as np
from scipy import stats
from scipy.special import gammaincc
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score, roc_curve

rng = np.random.default_rng(20260721)


def metrics_case(n, ties):
    y = (rng.random(n) < 0.25).astype(int)
    z = rng.normal(size=n) + 0.8 * y - 1.2
    if ties:
        z = np.round(z)
    p = 1 / (1 + np.exp(-z))
    fpr, tpr, _ = roc_curve(y, z, drop_intermediate=False)
    return {
        "labels": y.tolist(),
        "logits": z.tolist(),
        "auc": roc_auc_score(y, z),
        "ks": float(np.max(tpr - fpr)),
        "prAuc": average_precision_score(y, z),
        "brier": brier_score_loss(y, p),
    }


def logistic_case(n, d, l2):
    x = np.round(rng.normal(size=(n, d)) @ (np.eye(d) + 0.4), 3)
    w = rng.normal(size=d) * 0.5
    y = (rng.random(n) < 1 / (1 + np.exp(-(x @ w - 1)))).astype(int)
    fit = LogisticRegression(C=1 / (l2 * n), tol=1e-12, max_iter=100_000).fit(x, y)
    design = np.column_stack([np.ones(n), x])
    beta = np.concatenate([fit.intercept_, fit.coef_[0]])
    p = 1 / (1 + np.exp(-(design @ beta)))
    hessian = design.T @ (design * (p * (1 - p))[:, None]) + n * l2 * np.diag([0.0] + [1.0] * d)
    errors = np.sqrt(np.diag(np.linalg.inv(hessian)))
    return {
        "l2": l2,
        "x": x.tolist(),
        "labels": y.tolist(),
        "weights": beta.tolist(),
        "standardErrors": errors.tolist(),
        "p": (2 * stats.norm.cdf(-np.abs(beta / errors))).tolist(),
    }


print(
    json.dumps(
        {
            "metrics": [metrics_case(200, False), metrics_case(200, True)],
            "logistic": [logistic_case(150, 3, 0.01), logistic_case(200, 6, 0.001)],
            "upperGamma": [
                [a, x, float(gammaincc(a, x))] for a in (0.5, 1, 3.5, 20) for x in (0.01, 0.7, 2, 8, 40)
            ],
            "chiSquareQuantile": [[q, df, float(stats.chi2.isf(q, df))] for q in (0.05, 0.1) for df in (1, 4, 9, 30)],
        }
    )
)
