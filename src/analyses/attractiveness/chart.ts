import type { FigureBuilder } from "../../page/charts/figure";
import { directLabel } from "../../page/charts/marks";
import { textWidth } from "../../page/charts/name-text";
import type { ChartTheme } from "../../page/charts/theme";
import { CRITERIA, type Criterion } from "./spec";
import type { ScoreView } from "./view-model";

const ROW_HEIGHT = 34;

export const scoreHeight = ({ bars }: ScoreView): number =>
  Math.max(2, bars.length) * ROW_HEIGHT + 24;

/** Colour of a criterion: the same in the legend and in the bars. */
export const criterionColor = (
  { categories }: Pick<ChartTheme, "categories">,
  criterion: Criterion,
): string => categories[CRITERIA.indexOf(criterion)] as string;

/** One bar a group, the best first, made of what each criterion brings. */
export const scoreBars =
  (view: ScoreView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const names = view.bars.map(({ name }) => name);
    const longest = Math.max(...names.map(textWidth), 0);
    return {
      options: {
        marginLeft: Math.min(longest + 14, narrow ? 110 : 180),
        marginTop: 4,
        marginBottom: 8,
        marginRight: 56,
        x: { domain: [0, 100], axis: null },
        y: { domain: names, padding: 0.36, axis: null },
        marks: [
          plot.barX(view.parts, {
            x1: "from",
            x2: "to",
            y: "name",
            fill: ({ criterion }: { readonly criterion: Criterion }) =>
              criterionColor(theme, criterion),
            insetRight: 0.5,
          }),
          plot.axisY({ tickSize: 0, color: theme.ink, label: null }),
          ...view.bars.map(({ label, score, name }) =>
            directLabel(canvas, label, { x: score, y: name }, { dx: 8 }),
          ),
        ],
      },
      points: view.bars.map(({ score, name, cell, rows }) => ({
        x: score,
        y: name,
        cell,
        title: name,
        rows: rows.map((row, c) => {
          const criterion = view.legend[c]?.criterion;
          return criterion === undefined
            ? row
            : { ...row, color: criterionColor(theme, criterion) };
        }),
      })),
      nearest: "y",
    };
  };
