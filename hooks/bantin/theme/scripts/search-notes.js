/* What the search says around its results, in the box and on the page of results: what was sought
   instead, that nothing was found, that something went wrong, and where to go on. `said` is what
   `words` of search-site.js gives. */

import { startAnew, to } from "./search-site.js";
import { make } from "./search-result.js";

/* Above results that are not quite what was asked for. */
export function remarks({ query, repaired, complete }, { t }) {
  const lines = [repaired && t("repaired", { query, repaired }), !complete && t("nearest", { query })];
  return lines.filter(Boolean).map((one) => make("p", {}, one));
}

/* In the place of results; `more`: buttons that take filters away. */
export function nothing({ query }, said, more = []) {
  const { t, ways } = said;
  return [
    make("p", { className: "search-none" }, t(more.length ? "none_filtered" : "none", { query })),
    make("p", {}, t("none_tip")),
    make("p", { className: "search-ways" }, ...more, link(t("all_news"), ways.news)),
    ...categories(said),
  ];
}

/* After a SearchError or anything else: `again` asks the same once more. */
export function failed(failure, { t, ways }, again) {
  const code = ["damaged", "format"].includes(failure.code) ? failure.code : "offline";
  const stale = code === "format"; /* this page is older than the index */
  const button = make("button", { className: "button", type: "button" }, t(stale ? "reload" : "retry"));
  button.addEventListener("click", () => {
    startAnew();
    return stale ? location.reload() : again();
  });
  return [
    make("p", { role: "alert" }, t(`failed_${code}`)),
    make("p", { className: "search-ways" }, button, link(t("all_news"), ways.news)),
  ];
}

/* The site's categories with their heading. */
export function categories({ t, ways }) {
  const links = ways.categories.map((one) => make("li", {}, link(...one)));
  const list = make("ul", { className: "search-ways" }, ...links);
  return links.length ? [make("h2", {}, t("category")), list] : [];
}

function link(text, address) {
  return make("a", { className: "button", href: to(address) }, text);
}
