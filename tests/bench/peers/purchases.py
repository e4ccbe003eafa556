# B6, the peer: scipy's quasi-Newton search (L-BFGS-B, differences for derivatives, one start) for the maximum of the same BG/NBD
# log-likelihood, vectorised over the same customers. With "together", equal histories are counted together first, as the product
# does it. Prints milliseconds.
import json
import sys
from time import perf_counter

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

path, columns, is_together = sys.argv[1], int(sys.argv[2]), sys.argv[3:] == ["together"]
rows = np.fromfile(path, dtype="<f8").reshape(-1, columns)
start = perf_counter()
histories, weights = rows, np.ones(len(rows))
if is_together:
    histories, weights = np.unique(rows, axis=0, return_counts=True)
x, scale = histories[:, 0], np.average(histories[:, 2], weights=weights)
tx, age = histories[:, 1] / scale, histories[:, 2] / scale
customers = weights.sum()


def mean_loss(log_parameters):
    r, alpha, a, b = np.exp(log_parameters)
    bought = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    stays = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + age)
    # Whoever has not bought again cannot have left.
    left = np.where(x > 0, np.log(a) - np.log(b + np.maximum(x, 1) - 1), -np.inf)
    leaves = betaln(a, b + x) - betaln(a, b) + left - (r + x) * np.log(alpha + tx)
    return -np.dot(weights, bought + np.logaddexp(stays, leaves)) / customers


found = minimize(mean_loss, np.zeros(4), method="L-BFGS-B")
elapsed = perf_counter() - start
# The density of x purchases has the unit time^-x; the product counts in weeks.
likelihood = -found.fun * customers - np.dot(weights, x) * np.log(scale / 7)
print(json.dumps({"elapsedMs": 1000 * elapsed, "logLikelihood": likelihood}))
