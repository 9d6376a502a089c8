// Asks the search's engine what a test wants to know: JSON {scripts, steps} in, a JSON list out.
// A step is {search, options, folder, offline, anew} or {signposts, options} or {marks, found} or {read} or {inflate}; one engine
// answers all of them, unless a step wants it anew.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const { scripts, steps } = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(pathToFileURL(`${scripts}/${name}.js`));
const { open, read, words } = await load("search-engine");
const { excerpt, marks } = await load("search-excerpt");
const { inflate } = await load("search-inflate");

let [folder, offline, fetched, engine] = ["", false, [], null];

async function fetchBytes(path, { fresh = false } = {}) {
  fetched.push(path);
  if (offline) {
    throw new Error("offline");
  }
  const healed = fresh ? await readFile(`${folder}/${path}.fresh`).catch(() => null) : null;
  return new Uint8Array(healed || await readFile(`${folder}/${path}`));
}

async function searched({ search, options = {}, sentences = false }) {
  try {
    const found = await engine.search(search, options);
    if (sentences) {
      for (const one of found.results) {
        one.excerpt = excerpt(await engine.passages(one), found, one);
        one.marked = marked(one.title, marks(one.title, found));
      }
    }
    return found;
  } catch (error) {
    return { error: error.code || String(error) };
  }
}

function marked(text, ranges) {
  return ranges.map(([start, end]) => text.slice(start, end));
}

async function step(asked) {
  if ("marks" in asked) {
    return marked(asked.marks, marks(asked.marks, asked.found || read(asked.read)));
  }
  if ("words" in asked) {
    return words(asked.words).map(({ plain, accent, start, end }) => [plain, accent, asked.words.slice(start, end)]);
  }
  if ("read" in asked) {
    return read(asked.read);
  }
  if ("excerpt" in asked) {
    const found = excerpt(asked.excerpt, read(asked.query), { field: asked.field });
    return found && { ...found, marks: marked(found.text, found.marks) };
  }
  if ("inflate" in asked) {
    return inflate(Buffer.from(asked.inflate, "base64")).then((bytes) => Buffer.from(bytes).toString("base64"), () => null);
  }
  [folder, offline, fetched] = [asked.folder ?? folder, asked.offline ?? false, []];
  engine = asked.anew || !engine ? open(fetchBytes, asked.inflated ? { inflate } : {}) : engine;
  return "signposts" in asked ? { posts: await engine.signposts(asked.signposts, asked.options), fetched }
    : { ...await searched(asked), fetched };
}

const answers = [];
for (const asked of steps) {
  answers.push(await step(asked));
}
process.stdout.write(JSON.stringify(answers));
