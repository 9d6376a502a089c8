// Asks the engine of the search questions that come on standard input, and prints its answers: both JSON.
//
//   node bench/search_hand.mjs SEARCH_ENGINE.js SITE/search < [{"query": …, "lang": "vi"}, …]

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";

const [script, folder] = process.argv.slice(2).map((path) => resolve(path));
const { open } = await import(pathToFileURL(script));

const questions = JSON.parse(await readFile("/dev/stdin", "utf8"));
const answers = [];
for (const { query, lang } of questions) {
  let bytes = 0;
  const fetchBytes = async (path) => {
    const found = await readFile(join(folder, path));
    bytes += found.length;
    return found;
  };
  const engine = open(fetchBytes, { inflate: async (packed) => new Uint8Array(inflateSync(packed)) });
  const found = await engine.search(query, { limit: 10, lang, typing: true });
  answers.push({
    addresses: found.results.map((result) => result.address),
    complete: found.complete,
    repaired: found.repaired,
    bytes,
  });
}
process.stdout.write(JSON.stringify(answers));
