# B8, the peer: scikit-learn's histogram gradient boosting. Prints milliseconds of learning and the AUC on the later rows.
import json
import sys
from time import perf_counter

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

path, columns, learnt = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rows = np.fromfile(path, dtype="<f8").reshape(-1, columns)
features, left = rows[:, :-1], rows[:, -1]
model = HistGradientBoostingClassifier(
    max_iter=150,
    learning_rate=0.1,
    max_leaf_nodes=8,
    min_samples_leaf=20,
    l2_regularization=1.0,
    early_stopping=False,
)
start = perf_counter()
model.fit(features[:learnt], left[:learnt])
elapsed = perf_counter() - start
auc = roc_auc_score(left[learnt:], model.predict_proba(features[learnt:])[:, 1])
print(json.dumps({"elapsedMs": 1000 * elapsed, "auc": auc}))
