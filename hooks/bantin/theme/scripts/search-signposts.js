/* Signposts, in the box and on the page of results: the pages of those people, organizations,
   series, categories, tags whose names were asked for. They stand above what was found. */

import { SHOWN, lang, to } from "./search-site.js";
import { icon, make, marked } from "./search-result.js";
import { marks } from "./search-excerpt.js";

const ICONS = {
  person: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4.4 3.8-7 8-7s7.4 2.6 8 7",
  organization: "M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3",
  series: "M4 9h16v12H4zM6.5 6h11M9 3h6",
  category: "M3 6h7l2 2.5h9V20H3z",
  tag: "M3 12V4h8l10 10-8 8zM7.5 8.5v.01",
};

/* {found, posts}: what the engine finds, and at most so many signposts. A name that was mistyped
   leads where its repair does. */
export async function answered(engine, query, options, most) {
  const named = (words) => engine.signposts(words, { ...SHOWN, limit: most }).catch(() => []); /* results stand without */
  const [found, posts] = await Promise.all([engine.search(query, options), named(query)]);
  return { found, posts: posts.length || !found.repaired ? posts : await named(found.repaired) };
}

/* The link of a signpost, with these attributes. */
export function signpost({ address, name, kind, note, lang: spoken }, found, { t }, attributes = {}) {
  const tile = make("span", { className: "search-tile", "aria-hidden": "true" }, icon(ICONS[kind]));
  const foreign = spoken === lang ? {} : { lang: spoken };
  const title = make("span", { className: "search-title", ...foreign }, ...marked(name, marks(name, found)), " ");
  const about = make("span", { className: "search-about" }, [t(kind), note].filter(Boolean).join(" · "));
  const text = make("span", { className: "search-text" }, title, about);
  return make("a", { ...attributes, className: "search-post", href: to(address) }, tile, text);
}
