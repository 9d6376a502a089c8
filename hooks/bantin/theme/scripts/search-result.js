/* One result, in the box and on the page of results: picture, title, a line of facts, and the
   sentence or caption in which the words stand. Whatever comes from the index is text here. */

import { excerpt, marks } from "./search-excerpt.js";
import { lang, to } from "./search-site.js";

const TITLE = 8; /* result.field: the title shows all the words, no sentence need be fetched */
const SEEN = 64; /* characters of a sentence that fit on a phone's two lines */
const BEFORE = 24; /* characters that stay before the first mark, if it would not be seen */
const SVG = "http://www.w3.org/2000/svg";
const PAGE_ICON = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6";

/* An element with properties, attributes (`role`, `aria-label`) and children: strings are texts. */
export function make(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "role" || key.includes("-")) {
      made.setAttribute(key, value);
    } else {
      made[key] = value;
    }
  }
  made.append(...children);
  return made;
}

/* A text in which ranges of it are marked. */
export function marked(text, ranges) {
  const pieces = [];
  let at = 0;
  for (const [start, end] of ranges) {
    pieces.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...pieces, text.slice(at)].filter((one) => one !== "");
}

/* A sentence that begins so late that its first mark can be seen: [text, ranges]. */
function insight({ text, marks: ranges }) {
  const [[start, end] = [0, 0]] = ranges;
  const cut = end > SEEN ? text.lastIndexOf(" ", start - BEFORE) + 1 : 0;
  const lead = cut > 0 ? "… " : "";
  const moved = ranges.map((range) => range.map((at) => at - cut + lead.length));
  return [lead + text.slice(cut), moved];
}

/* A question in an address: half a character, which may be typed, would be refused there. */
export function asking(name, query) {
  return `?${name}=${encodeURIComponent(query.replace(/\p{Cs}/gu, "\ufffd"))}`;
}

/* Where a result leads: the page on which its words are marked, and the photo that has them. */
export function target(result, found, photo = 0) {
  const query = asking("h", found.repaired || found.query);
  return to(result.address, { query, fragment: photo ? `#anh-${photo}` : "" });
}

/* The parts of a result, not yet in the page: `sentence` is null where the title says it all. */
export function parts(result, found, { t, counted }) {
  const foreign = result.lang && result.lang !== lang ? { lang: result.lang } : {};
  const title = make("span", { className: "search-title", ...foreign });
  title.append(...marked(result.title, marks(result.title, found)));
  const facts = [result.dateText, result.category, result.photos && counted("photos", result.photos)];
  const line = make("span", { className: "search-facts" });
  line.append(...facts.filter(Boolean).map((one) => make("span", {}, one, " ")));
  const sentence = result.field === TITLE ? null
    : make("span", { className: "search-sentence", ...foreign });
  return { thumb: thumb(result), title, line, sentence, t };
}

/* Puts the sentence into its place; tells which photo it stands below, 0 for none. */
export async function tell({ sentence, t }, result, found, engine) {
  const passages = await engine.passages(result);
  const best = excerpt(passages, found, result);
  const text = best ? marked(...insight(best)) : [passages.text[0] || ""];
  const number = best?.kind === "caption" ? best.photo : 0;
  const photo = number ? [make("b", {}, t("caption", { number })), " "] : [];
  sentence.replaceChildren(...photo, ...text);
  return number;
}

function thumb({ thumbnail, date, lang: spoken }) {
  if (thumbnail) {
    const size = { width: 96, height: 96, alt: "", loading: "lazy", decoding: "async" };
    const source = make("source", { type: "image/avif", srcset: to(thumbnail.avif) });
    const image = make("img", { ...size, src: to(thumbnail.jpg) });
    return make("picture", { className: "search-thumb" }, source, image);
  }
  const tile = make("span", { className: "search-thumb search-tile", "aria-hidden": "true" });
  tile.append(...(date ? sheet(date, spoken) : [icon(PAGE_ICON)]));
  return tile;
}

/* A sheet of a calendar: ``2026-02-06`` -> 6, 2/2026; in English 6, Feb 2026. */
function sheet(date, spoken) {
  const [year, month, day] = date.split("-").map(Number);
  const name = new Date(Date.UTC(2000, (month || 1) - 1)).toLocaleString("en", { month: "short", timeZone: "UTC" });
  const [alone, whole] = spoken === "en" ? [name, `${name} ${year}`] : [`tháng ${month}`, `${month}/${year}`];
  const small = day ? [whole] : month ? [alone] : [];
  const large = make("span", { className: "large" }, String(day || year));
  return [large, ...small.map((one) => make("span", { className: "small" }, one))];
}

export function icon(path) {
  const drawing = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(line);
  return drawing;
}

/* Calls `act(element)` once for each element, when it comes into sight. */
export function inSight(root, act) {
  if (!("IntersectionObserver" in window)) {
    return { observe: act, disconnect() {} };
  }
  const watcher = new IntersectionObserver((seen) => {
    for (const { target: element } of seen.filter((one) => one.isIntersecting)) {
      watcher.unobserve(element);
      act(element);
    }
  }, { root });
  return watcher;
}
