import { chromium } from "playwright";
import { serveFolder } from "./static-server.mjs";
const s = await serveFolder("dist");
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const c = await b.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
const p = await c.newPage();
p.on("console", m => console.log("console", m.type(), m.text().slice(0,300)));
p.on("pageerror", e => console.log("pageerror", e.message, (e.stack||"").slice(0,600)));
await p.goto(s.url);
const t0=Date.now();
await p.getByRole("button", { name: "先看演示" }).click({timeout:60000});
await p.locator(".overview").waitFor({timeout:120000}); console.log("demo ms", Date.now()-t0);
for (const page of ["today","lifecycle","customers","customers/3","settings","data"]) {
  await p.goto(s.url+"#/"+page); await p.waitForTimeout(3500);
  await p.screenshot({ path: `/tmp/d-${page.replace("/","-")}.png`, fullPage: true });
}
await p.setViewportSize({width:390,height:844}); await p.goto(s.url+"#/today"); await p.waitForTimeout(3000);
await p.screenshot({ path: `/tmp/d-phone.png`, fullPage: true });
await b.close(); s.close(); process.exit(0);
