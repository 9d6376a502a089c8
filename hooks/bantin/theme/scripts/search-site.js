/* What the search's box, page and marks share: where the site is, its words, its engine. */

import { open } from "./search-engine.js";

const ROOT = new URL("../", import.meta.url); /* this file lies in assets/, wherever the site is */
const WORDS = { vi: "./search-words.vi.json", en: "./search-words.en.json" };
const SHEET = "./search.css";

export const lang = document.documentElement.lang === "en" ? "en" : "vi";
export const SHOWN = { lang, typing: true }; /* how every question is asked */

/* The link to a site path. Whatever stands in it, it leads nowhere but into this site. */
export function to(address, { query = "", fragment = "" } = {}) {
  const parts = address.split("/").map(encodeURIComponent);
  const found = new URL(`./${parts.join("/")}`, ROOT);
  found.search = query;
  found.hash = fragment;
  return found.href;
}

let said = null;

/* The words of the page's language: `t(key, values)`, `counted(key, count)`; `ways` on. */
export function words() {
  said ??= fetchWords().catch((failure) => {
    said = null; /* off line: the next one who asks tries again */
    throw failure;
  });
  return said;
}

async function fetchWords() {
  const answer = await fetch(new URL(WORDS[lang], import.meta.url));
  const { words: all, ways } = await answer.json();
  const figure = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, all.thousands);
  const t = (key, values = {}) => all[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const counted = (key, count) => t(`${key}_${count === 1 ? "one" : "many"}`, { count: figure(count) });
  return { t, counted, figure, ways };
}

let styled = null;

/* The search's own stylesheet; the page of results has it from the beginning. */
export function style() {
  const href = new URL(SHEET, import.meta.url).href;
  const there = Array.from(document.querySelectorAll("link[rel=stylesheet]"), (one) => one.href);
  styled ??= there.includes(href) ? Promise.resolve() : new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    link.addEventListener("load", done);
    link.addEventListener("error", done); /* plain, but there */
    document.head.append(link);
  });
  return styled;
}

let engine = null;
let anew = false;

/* One engine a page: it keeps what it has fetched. */
export function opened() {
  const inflate = "DecompressionStream" in window ? undefined : inflated;
  engine ??= open(fetchBytes, { inflate });
  return engine;
}

/* After a failure nothing is taken from the browser's cache: it may be what is damaged. */
export function startAnew() {
  engine = null;
  anew = true;
}

async function fetchBytes(path, { fresh = false } = {}) {
  const unkept = fresh || path === "manifest.json" ? "no-cache" : "default";
  const answer = await fetch(new URL(`./search/${path}`, ROOT), { cache: anew ? "reload" : unkept });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${path}`);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

async function inflated(bytes) {
  const { inflate } = await import("./search-inflate.js");
  return inflate(bytes);
}

/* What was looked for, newest first. Private windows refuse storage: then nothing is kept. */
const KEPT_AS = "bantin-searches";
const KEPT = 8;
const LONGEST = 80;

export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS));
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function keep(query) {
  const typed = query.trim();
  if (typed && typed.length <= LONGEST) {
    const same = (one) => one.toLowerCase() === typed.toLowerCase();
    store([typed, ...recent().filter((one) => !same(one))].slice(0, KEPT));
  }
}

export function forget() {
  store([]);
}

function store(queries) {
  try {
    if (queries.length) {
      localStorage.setItem(KEPT_AS, JSON.stringify(queries));
    } else {
      localStorage.removeItem(KEPT_AS);
    }
  } catch {
    /* none are kept */
  }
}
