// Our engine over our index: node search_bantin.mjs SCRIPTS INDEX QUERIES OUT [TYPED]
// Cold: a new engine for each query, as the box asks (six results and their sentences). Every
// TYPEDth query is typed letter by letter as well.

import { pathToFileURL } from "node:url";

import { Files, queries, report, spent } from "./search_files.mjs";

const [scripts, folder, asked, out, typed = 8] = process.argv.slice(2);
const { open } = await import(pathToFileURL(`${scripts}/search-engine.js`));
const { excerpt } = await import(pathToFileURL(`${scripts}/search-excerpt.js`));
const BOX = { lang: "vi", typing: true, limit: 6 };
const TITLE = 8; // such a result shows all words in its title: no sentence is fetched

const files = new Files(folder);
const opened = () => open(async (path) => new Uint8Array(files.read(path)));

async function shown(engine, text) {
  const found = await engine.search(text, BOX);
  const short = found.results.filter((one) => one.field !== TITLE);
  const told = await Promise.all(short.map(async (one) => {
    return excerpt(await engine.passages(one), found, one);
  }));
  return { short: short.length, told: told.filter((one) => one?.marks.length).length };
}

async function byLetter(text) {
  const engine = opened();
  for (let end = 1; end <= text.length; end += 1) await shown(engine, text.slice(0, end));
  return files.taken();
}

const rows = [];
const warm = opened();
await shown(warm, "y te");
files.taken();
for (const [number, { text }] of queries(asked).entries()) {
  const begun = process.cpuUsage();
  await shown(warm, text);
  const cpu = spent(begun);
  const later = files.taken();
  const found = await warm.search(text, { ...BOX, limit: 10 });
  const hits = found.results.map((one) => one.address);
  files.taken();
  const marked = await shown(opened(), text);
  const row = { hits, cpu, later, first: files.taken(), repaired: found.repaired, ...marked };
  if (number % typed === 0) row.typed = await byLetter(text);
  rows.push(row);
}
report(out, {}, rows);
