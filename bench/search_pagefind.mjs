// Pagefind's own code over its own index: node search_pagefind.mjs INDEX QUERIES OUT [COLD]
// Every COLDth query is asked cold as well, by a new instance.

import { pathToFileURL } from "node:url";

import { Files, queries, report, spent } from "./search_files.mjs";

const [folder, asked, out, cold = 1] = process.argv.slice(2);
const files = new Files(folder);
const BASE = "http://localhost/";
globalThis.fetch = async (address) => {
  const content = files.read(`${address}`.slice(BASE.length).replace(/\?.*/, ""));
  return new Response(content);
};
const pagefind = await import(pathToFileURL(`${folder}/pagefind.js`));

/** A new visitor's instance: its code is fetched, too. */
async function opened() {
  for (const name of ["pagefind.js", "pagefind-worker.js"]) files.read(name);
  const instance = pagefind.createInstance({ basePath: BASE, baseUrl: "/", noWorker: true });
  await instance.init();
  return instance;
}

async function answer(instance, text) {
  const found = await instance.search(text);
  const shown = await Promise.all(found.results.slice(0, 10).map((one) => one.data()));
  return shown.map((one) => one.url.replace(/^\//, "").replace(/index\.html$/, ""));
}

const rows = [];
const warm = await opened();
files.taken();
for (const [number, query] of queries(asked).entries()) {
  const before = process.cpuUsage();
  const hits = await answer(warm, query.text);
  const row = { hits, cpu: spent(before), later: files.taken() };
  if (number % cold === 0) {
    const fresh = await opened();
    await answer(fresh, query.text);
    row.first = files.taken();
    await fresh.destroy();
  }
  rows.push(row);
}
report(out, {}, rows);
process.exit(0);
