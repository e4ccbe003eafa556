import type { BoostRule } from "../../kernel/learn/boost";

/** How the trees of the churn models grow. */
export const BOOST_RULE: BoostRule = {
  trees: 150,
  leaves: 8,
  rate: 0.1,
  leastRows: 20,
  ridge: 1,
  patience: 15,
  rowsPerTree: 12_000,
};
