// The part of Vega that auditkit's charts need, with the expression interpreter, which works under
// a Content-Security-Policy without 'unsafe-eval'. Built to ../static/vega.js by `npm run build`.
import { extend } from "vega-util";
import { transforms } from "vega-dataflow";
import * as data from "vega-transforms";
import * as view from "vega-view-transforms";
import * as encode from "vega-encode";
import * as regression from "vega-regression";
import { View } from "vega-view";
import { parse } from "vega-parser";
import { expressionInterpreter } from "vega-interpreter";

extend(transforms, data, view, encode, regression);
globalThis.auditkitVega = { View, parse, expressionInterpreter };
