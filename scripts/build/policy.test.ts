import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, plotStyles, styleHash } from "./policy";

describe("contentSecurityPolicy", () => {
  it("carries the hash of the style of Observable Plot 0.6.17 that was measured in three engines", () => {
    const { version } = JSON.parse(
      readFileSync("node_modules/@observablehq/plot/package.json", "utf8"),
    ) as { version: string };
    expect(version).toBe("0.6.17");
    expect(contentSecurityPolicy()).toContain(
      "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='",
    );
  });

  it("admits the figure, the ramp and the swatches, and no other inline style", () => {
    expect(plotStyles()).toHaveLength(3);
    expect(contentSecurityPolicy().match(/'sha256-[^']+'/g)).toEqual(plotStyles().map(styleHash));
  });

  it("lets no connection be opened and no text become code", () => {
    const policy = contentSecurityPolicy();
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});
