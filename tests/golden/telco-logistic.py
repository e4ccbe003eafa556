"""Writes telco-logistic.json: the ridge regression of the Telco reference, run to the end.

    python3 telco-logistic.py TELCO_CSV REFERENCE_JSON > telco-logistic.json

The reference (churn_telco.json) is scikit-learn's answer by L-BFGS, which stops a little before the optimum: its coefficients are
right to 3e-4. The same objective, rows and split by Newton steps (solver newton-cholesky) end where the gradient is nothing.
Debian: python3-sklearn.
"""

import csv
import json
import sys

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

csv_path, reference_path = sys.argv[1:3]
reference = json.load(open(reference_path))
rows = list(csv.DictReader(open(csv_path, newline="")))
left = np.array([row["Churn"] == "Yes" for row in rows], dtype=int)
test = np.array(reference["split"]["test_rows"])
train = np.setdiff1d(np.arange(len(rows)), test)

numbers = ["tenure", "MonthlyCharges", "TotalCharges"]
# As the reference has it: a blank TotalCharges (of somebody who has just begun) is 0.
plain = np.array([[float(row[name].strip() or 0) for name in numbers] for row in rows])
scaled = (plain - plain[train].mean(axis=0)) / plain[train].std(axis=0)
names, parts = list(numbers), [scaled]
for column in reference["features"]["one_hot_all_levels"]:
    for level in sorted({row[column] for row in rows}):
        names.append(f"{column}={level}")
        parts.append(np.array([[float(row[column] == level)] for row in rows]))
design = np.hstack(parts)

model = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-13, max_iter=1000)
model.fit(design[train], left[train])
weights, intercept = model.coef_[0], float(model.intercept_[0])
chances = model.predict_proba(design)[:, 1]
gradient = design[train].T @ (chances[train] - left[train]) + weights
json.dump(
    {
        "sklearn": sklearn.__version__,
        "objective": "sum of log-losses + 0.5 * ||w||^2, intercept not penalised",
        "largestGradient": float(np.max(np.abs(gradient))),
        "intercept": intercept,
        "coef": dict(zip(names, map(float, weights))),
        "testChances": [float(chance) for chance in chances[test][:20]],
    },
    sys.stdout,
    indent=2,
)
print()
