// Material's own worker over its own index: node search_lunr.mjs WORKER INDEX QUERIES OUT

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import vm from "node:vm";

import { queries, report, sent, spent } from "./search_files.mjs";

const [worker, index, asked, out] = process.argv.slice(2);
const loaded = [worker];
let answered;
const context = vm.createContext({
  console: { ...console, warn() {} },
  addEventListener: (_, listener) => (context.listener = listener),
  postMessage: (message) => answered(message),
  importScripts: (...names) => {
    for (const name of names) run(join(dirname(worker), name));
  },
});
context.self = context;

function run(file) {
  if (!loaded.includes(file)) loaded.push(file);
  vm.runInContext(readFileSync(file, "utf8"), context);
}

function told(message) {
  return new Promise((resolve) => {
    answered = resolve;
    context.listener({ data: message });
  });
}

run(worker);
const { config, docs } = JSON.parse(readFileSync(index, "utf8"));
const begun = process.cpuUsage();
await told({ type: 0, data: { config, docs, options: { suggest: false } } });
const build = spent(begun);
const fetched = [...loaded, index].map((file) => sent(file, readFileSync(file)));
const bytes = fetched.reduce((sum, one) => sum + one);

const rows = [];
for (const query of queries(asked)) {
  const before = process.cpuUsage();
  const { data } = await told({ type: 2, data: query.text });
  const cpu = spent(before);
  const hits = data.items.slice(0, 10).map((item) => item[0].location.replace(/#.*/, ""));
  const first = { bytes, requests: fetched.length };
  rows.push({ hits, cpu, first, later: { bytes: 0, requests: 0 } });
}
report(out, { build, memory: process.resourceUsage().maxRSS / 1024 }, rows);
