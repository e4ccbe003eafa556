import { chromium } from "playwright";
import { serveFolder } from "./static-server.mjs";
const s = await serveFolder("dist");
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const c = await b.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
const p = await c.newPage();
p.on("console", m => console.log("console", m.type(), m.text().slice(0,300)));
p.on("pageerror", e => console.log("pageerror", e.message, (e.stack||"").slice(0,600)));
await p.goto(s.url); await p.waitForTimeout(2500);
await p.screenshot({ path: "/tmp/w0.png" });
await p.goto(s.url+"#/data");
await p.locator("input[type=file]").first().setInputFiles(process.argv[2]);
await p.getByRole("button", { name: /^导入\s?[\d,]+/ }).click({timeout:120000});
await p.getByText("看今日").click({timeout:120000});
for (const page of ["today","value","segments","lifecycle","customers","customers/3","settings"]) {
  await p.goto(s.url+"#/"+page); await p.waitForTimeout(5000);
  await p.screenshot({ path: `/tmp/w-${page.replace("/","-")}.png`, fullPage: true });
}
await b.close(); s.close(); process.exit(0);
