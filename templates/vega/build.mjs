// Bundles entry.js; the licences of what is inside travel in the bundle's first lines.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const licence = (name) => readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim();

await build({
  entryPoints: ["entry.js"],
  outfile: "../static/vega.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  charset: "ascii",
  banner: {
    js: `/*\nVega 6.4.0 (vega.github.io)\n${licence("vega")}\n\nd3 (d3js.org) and topojson-client\n${licence("d3-array")}\n*/`,
  },
});
