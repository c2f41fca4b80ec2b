// Bundles every test to plain JavaScript and runs them in node, without a browser.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const OUT = "node_modules/.tests";
const names = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
if (!names.length) throw new Error("No tests in test/.");

rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: names.map((name) => `test/${name}`),
  outdir: OUT,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
});
const built = names.map((name) => `${OUT}/${name.replace(/\.ts$/, ".mjs")}`);
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...built], { stdio: "inherit" });
process.exit(status ?? 1);
