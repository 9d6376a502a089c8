/* The 404 page: which pages have an address like the one that was asked for. They are looked for
   among the links of this page (lists, menu, years), by the words of the address, also among the
   names of people, organizations, tags, series, and in the lists of these where one is misspelt.
   Who asked for an English page reads English first. */

import { words } from "./search-engine.js";
import { opened, to } from "./search-site.js";

const MOST = 5;
const ASKED = 12; /* pages that the search finds, whose addresses are compared */
const LIKE = 0.6; /* 1: the same address */
const NAMED = 0.8; /* all of its words are in one name */
const PAGES = 12; /* of one list */
const LISTS = /^(?:en\/)?(?:people|organizations|series|tags)$/; /* of pages that are found by name */
const LONGEST = 120; /* characters that are compared */
const USUAL = /^(?:news|en|images|categor\w*|tags?|series|people|organizations?|photos?|events?|search|page|\d+)$/;
const FILE = /\.(?:avif|webp|jpe?g|png|gif|svg|ico|pdf|docx?|xlsx?|zip|css|js|xml|json)$/i;

const root = new URL(to("")).pathname;
const section = document.querySelector(".nearest");
const status = section.querySelector("[role=status]");
const lost = parts(location.pathname);
const slugs = lost.filter((one) => !USUAL.test(one));
const slug = slugs.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
const query = slug.replaceAll("-", " ");
const lang = lost.slice(0, 2).includes("en") ? "en" : "vi";
const own = document.querySelector(`.elsewhere[lang="${lang}"]`);
const { near: some, none } = { ...section.dataset, ...own?.dataset };

document.querySelector("#lost_query").value = query;
if (own) {
  document.querySelector(".headline").after(own);
  status.lang = lang;
}
if (lost.join() === "404") {
  section.remove();
} else {
  seek();
}

async function seek() {
  const known = linked();
  const found = query ? await asked().catch(() => []) : []; /* off line: the links remain */
  const posts = query ? await posted().catch(() => []) : [];
  const held = query && !posts.some(isNear) ? await listed(known, [...known, ...found]).catch(() => []) : [];
  const shown = chosen([...known, ...found, ...posts, ...held]);
  const list = Object.assign(document.createElement("ul"), { className: "nearest-pages" });
  list.append(...shown.map(entry));
  section.append(...(shown.length ? [list] : []));
  status.textContent = shown.length ? some : none;
}

/* The nearest, each once; behind them the list in which the address would lie. */
function chosen(candidates) {
  const pages = new Map();
  for (const one of candidates) {
    const page = parts(new URL(one.href).pathname);
    const like = alike(one);
    const above = page.every((part, at) => part === lost[at]) ? page.length : 0;
    if (!(pages.get(one.href)?.like >= like)) {
      pages.set(one.href, { ...one, like, above });
    }
  }
  const all = [...pages.values()];
  const near = all.filter(({ like }) => like >= LIKE).sort((one, other) => other.like - one.like);
  const [list] = all.sort((one, other) => other.above - one.above).slice(0, 1);
  const behind = list?.above && !near.includes(list) ? [list] : [];
  return [...near.slice(0, MOST - behind.length), ...behind];
}

/* Every page of this site to which this one leads; its content calls them by fuller names. */
function linked() {
  const all = ["main a[href]", "a[href]"].flatMap((where) => [...document.querySelectorAll(where)]);
  const links = all.filter((one) => (
    one.origin === location.origin && one.pathname.startsWith(root)
    && one.pathname !== location.pathname && !one.hash && !one.search && one.textContent.trim()));
  return links.map((one) => (
    { href: one.href, title: called(one), lang: one.closest("[lang]").lang }));
}

/* A year alone says nothing: the heading of its list stands before it. */
function called(link) {
  const text = link.textContent.trim();
  const heading = /^\d+$/.test(text) && link.closest("nav")?.querySelector("h2");
  return heading ? `${heading.textContent.trim()}: ${text}` : text;
}

/* What stands in the list that the address names; in all of them, where nothing else is near. */
async function listed(known, others) {
  const at = (one) => parts(new URL(one.href).pathname).join("/");
  const lists = new Map(known.filter((one) => LISTS.test(at(one))).map((one) => [at(one), one.href]));
  const named = lost.slice(0, lang === "en" ? 2 : 1).join("/");
  if (lists.has(named)) {
    return entries(lists.get(named));
  }
  if (others.some(isNear)) {
    return [];
  }
  const spoken = [...lists.keys()].filter((one) => one.startsWith("en/") === (lang === "en"));
  return (await Promise.all(spoken.map((one) => entries(lists.get(one))))).flat();
}

/* What a list has, over all of its pages, by the own names alone: nobody is like another
   because both are people. */
async function entries(first) {
  const links = await within(first, first);
  const last = Math.max(1, ...links.map(({ href }) => Number(/\/page\/(\d+)\/$/.exec(href)?.[1] ?? 1)));
  const others = Array.from({ length: Math.min(last, PAGES) - 1 }, (_, at) => within(`${first}page/${at + 2}/`, first));
  const all = [...links, ...(await Promise.all(others)).flat()];
  return all.filter(({ href }) => {
    const name = parts(new URL(href).pathname).at(-1);
    return !/\/page\/\d+\/$/.test(href) && Math.max(near(slug, name), shared(slug, name)) >= LIKE;
  });
}

async function within(page, list) {
  const answer = await fetch(page);
  const there = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
  const links = Array.from(there.querySelectorAll("main a[href]"), (one) => (
    { href: new URL(one.getAttribute("href"), page).href, title: one.textContent.trim(), lang }));
  return links.filter(({ href }) => href.startsWith(list) && href !== list && !href.includes("#"));
}

async function asked() {
  const { results } = await opened().search(query, { lang, limit: ASKED });
  return results.map(({ address, title, lang: spoken }) => ({ href: to(address), title, lang: spoken }));
}

/* The pages that are called so, perhaps by a name that they don't show: several words are no chance. */
async function posted() {
  const posts = await opened().signposts(query, { lang });
  const sure = query.includes(" ") ? NAMED : 0;
  return posts.map(({ address, name, lang: spoken }) => ({ href: to(address), title: name, lang: spoken, sure }));
}

function alike({ href, title, sure = 0 }) {
  return Math.max(sure, likeness(parts(new URL(href).pathname), title));
}

function isNear(one) {
  return alike(one) >= LIKE;
}

/* `/Tin/Hội_nghị.html` -> ["tin", "hoi-nghi"]: what is not the same to nobody but a computer. */
function parts(pathname) {
  const path = pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
  const named = path.split("/").map(decoded).filter((one) => !FILE.test(one));
  return named.map((one) => spelt(one.replace(/\.(?:html?|php|aspx?|md)$/i, "")))
    .filter((one) => one && one !== "index");
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function spelt(text) {
  return words(text).map(({ plain }) => plain).join("-").slice(0, LONGEST);
}

/* How near a page is: by its whole address, or by its own name in it, or by its title. */
function likeness(page, title) {
  const own = page.at(-1) ?? "";
  const names = USUAL.test(own) ? [] : slugs.flatMap((one) => (
    [near(one, own), shared(one, own), shared(one, spelt(title))]));
  const whole = near(lost.join("/"), page.join("/"));
  const year = page.some((one) => /^\d{4}$/.test(one) && lost.includes(one)) ? 0.01 : 0;
  const best = Math.max(whole, ...names.map((one) => 0.98 * one));
  return best + (best >= LIKE ? year : 0);
}

/* The share of words that both have. */
function shared(one, other) {
  const [mine, theirs] = [one, other].map((text) => new Set(text.split("-")));
  const both = [...mine].filter((word) => theirs.has(word)).length;
  return both > 1 ? 2 * both / (mine.size + theirs.size) : 0;
}

/* 1 - Levenshtein's distance, seen from the longer one. */
function near(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let by = 1; by <= other.length; by += 1) {
      const put = row[by - 1] + (one[at - 1] === other[by - 1] ? 0 : 1);
      next.push(Math.min(put, row[by] + 1, next[by - 1] + 1));
    }
    row = next;
  }
  const longest = Math.max(one.length, other.length);
  return longest ? 1 - row[other.length] / longest : 0;
}

function entry({ href, title, lang }) {
  const [item, link] = ["li", "a"].map((name) => document.createElement(name));
  const name = Object.assign(document.createElement("span"), { className: "nearest-title", textContent: title });
  const address = Object.assign(document.createElement("span"), { className: "nearest-address" });
  address.textContent = new URL(href).pathname.split("/").map(decoded).join("/");
  name.lang = lang || document.documentElement.lang;
  link.href = href;
  link.append(name, address);
  item.append(link);
  return item;
}
