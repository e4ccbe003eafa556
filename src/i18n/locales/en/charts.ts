import type { Messages } from "../../messages";

export const charts = {
  how: "How it is computed",
  table: "Table",
  chart: "Chart",
  download: "Download",
  csv: "Figures (CSV)",
  png: "Picture (PNG, double resolution)",
  svg: "Vector drawing (SVG)",
  formula: "Formula",
  basis: "Based on",
  leftOut: "Left out",
  interval: "95% confidence interval",
  drawing: "Drawing…",
  failed: "The chart could not be drawn. The figures are in the table.",
  keyboard: "Use the arrow keys to step through it, Enter to open the customers.",
  opens: "Open these customers",
  partial: "Incomplete period",
} satisfies Messages["charts"];
