// Bundles src/main.ts into one inline script; the licence of three.js travels in its first lines.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const OUT = "../static/viewer.js";
const LARGEST_GZIP = 200 * 1024;
const CLOSES_THE_SCRIPT = /<\/script|<!--/i;
const licence = readFileSync("node_modules/three/LICENSE", "utf8").trim();

const { outputFiles } = await build({
  entryPoints: ["src/main.ts"],
  bundle: true,
  minify: true,
  format: "iife",
  platform: "browser",
  target: "es2022",
  legalComments: "none",
  charset: "ascii",
  write: false,
  banner: { js: `/*\nthree.js 0.187.0 (threejs.org)\n${licence}\n*/` },
});
const [{ text }] = outputFiles;
if (CLOSES_THE_SCRIPT.test(text)) throw new Error("The bundle would close its own <script> element.");
const weight = gzipSync(text, { level: 9 }).length;
if (weight > LARGEST_GZIP) throw new Error(`The bundle weighs ${weight} bytes compressed; ${LARGEST_GZIP} are allowed.`);
writeFileSync(OUT, text);
console.log(`${OUT}: ${text.length} bytes, ${weight} compressed`);
