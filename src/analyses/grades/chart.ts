import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { directLabel } from "../../page/charts/marks";
import type { Block, FlowView, Ribbon } from "./flow-view";

/** Width of the blocks on both sides, of the way between them. */
const BLOCK = 0.035;

/** Customers by grade before and now; a ribbon is as thick as its customers are many. */
export const tierFlowChart =
  (view: FlowView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const colorOf = (tier: Block["tier"]): string =>
      tier === "none" ? theme.neutral : theme.grade[tier];
    const edges = ({ left, right }: Ribbon) => [
      { x: BLOCK, y1: left[0], y2: left[1] },
      { x: 1 - BLOCK, y1: right[0], y2: right[1] },
    ];
    return {
      options: {
        marginLeft: narrow ? 92 : 120,
        marginRight: narrow ? 92 : 120,
        marginTop: 24,
        marginBottom: 8,
        x: { domain: [0, 1], axis: null },
        y: { domain: [view.height, 0], axis: null },
        marks: [
          ...view.ribbons.map((ribbon) =>
            plot.areaY(edges(ribbon), {
              x: "x",
              y1: "y1",
              y2: "y2",
              curve: "bump-x",
              fill: colorOf(ribbon.from),
              fillOpacity: 0.35,
            }),
          ),
          plot.rect(view.blocks, {
            x1: ({ side }: Block) => (side === 0 ? 0 : 1 - BLOCK),
            x2: ({ side }: Block) => (side === 0 ? BLOCK : 1),
            y1: "from",
            y2: "to",
            fill: ({ tier }: Block) => colorOf(tier),
          }),
          ...namesOf(canvas, view),
        ],
      },
      points: view.ribbons.map(({ left, right, cell, title, rows }) => ({
        x: 0.5,
        y: (left[0] + left[1] + right[0] + right[1]) / 4,
        cell,
        title,
        rows,
      })),
      nearest: "xy",
    };
  };

function namesOf(canvas: Canvas, { blocks, sides }: FlowView) {
  const { plot, theme } = canvas;
  const side = (text: string, frameAnchor: "top-left" | "top-right") =>
    plot.text([text], { frameAnchor, dy: -20, fill: theme.ink2, fontSize: 12 });
  return [
    ...blocks.map(({ side: x, from, to, text }) =>
      directLabel(
        canvas,
        text,
        { x, y: (from + to) / 2 },
        { anchor: x === 0 ? "end" : "start", dx: x === 0 ? -8 : 8 },
      ),
    ),
    side(sides[0], "top-left"),
    side(sides[1], "top-right"),
  ];
}
