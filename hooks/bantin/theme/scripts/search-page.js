/* The page of results: question, filters, order and page stand in its address, so that it can be
   shared, and Back and Forward lead where one was. Without this script its form leads to the
   lists of bulletins. */

import { SHOWN, keep, opened, words } from "./search-site.js";
import { inSight, make, parts, target, tell } from "./search-result.js";
import { answered, signpost } from "./search-signposts.js";
import { failed, nothing, remarks } from "./search-notes.js";
import { FACETS, chips, fieldsets } from "./search-filters.js";

const AT_ONCE = 20;
const SIGNPOSTS = 6;
const MOST_PAGES = 10; /* behind them nobody finds anything: the question is too wide */
const QUIET = 300; /* ms before it is said that something is sought */

const form = document.getElementById("search_form");
const field = document.getElementById("search_query");
const title = document.title;

let state = read();
let asked = 0; /* number of the newest question: answers to older ones are dropped */
let said = null;
let watcher = null;
let [answer, status, tools, order, filters, chosen, signposts, note, list, more, rest] = [];

words().then((found) => {
  said = found;
  build(said.t);
  wire();
  render();
}, () => {
  document.getElementById("search_failed").hidden = false;
});

/* {query, only: {year: [...], ...}, sort, page} from the address. */
function read() {
  const given = new URLSearchParams(location.search);
  const only = Object.fromEntries(FACETS.map((name) => [name, [...new Set(given.getAll(name))]]));
  const page = Math.min(Math.max(Math.trunc(Number(given.get("page"))) || 1, 1), MOST_PAGES);
  const sort = given.get("sort") === "date" ? "date" : "relevance";
  return { query: (given.get("q") || "").trim(), only, sort, page };
}

function address({ query, only, sort, page }) {
  const given = new URLSearchParams({ q: query });
  FACETS.forEach((name) => only[name].forEach((value) => given.append(name, value)));
  if (sort === "date") {
    given.set("sort", sort);
  }
  if (page > 1) {
    given.set("page", page);
  }
  return `${location.pathname}?${given}`;
}

/* What the results need around them, between the form and the lists. */
function build(t) {
  const opener = { className: "button search-filter", type: "button" };
  status = make("p", { className: "search-count", role: "status" });
  order = make("select", { id: "search_order" },
    ...["relevance", "date"].map((value) => make("option", { value }, t(`sort_${value}`))));
  filters = make("div", { className: "search-facets" });
  const [shows, hides] = ["filters", "show"].map((key) => make("button", opener, t(key)));
  tools = make("div", { className: "search-tools", role: "group", "aria-label": t("filters") },
    make("p", { className: "search-tools-head" }, make("b", {}, t("filters")), " ",
      hides), filters);
  tools.popover = "auto";
  chosen = make("div", { className: "search-chips", role: "group", "aria-label": t("chosen") });
  signposts = make("section", { className: "search-posts", "aria-label": t("pages"), hidden: true });
  note = make("div", { className: "search-note" });
  list = make("ol", { className: "search-results" });
  more = make("button", { className: "button search-more", type: "button", hidden: true });
  rest = make("p", { className: "search-rest", hidden: true });
  answer = make("div", { className: "search-answer", hidden: true },
    make("div", { className: "search-head" }, status,
      make("p", { className: "search-sorted" },
        make("label", { htmlFor: order.id }, t("sort")), " ", order),
      shows),
    make("div", { className: "search-columns" }, tools,
      make("div", { className: "search-column" }, chosen, signposts, note, list, more, rest)));
  shows.addEventListener("click", () => tools.togglePopover());
  hides.addEventListener("click", () => tools.hidePopover());
  form.after(answer);
}

function wire() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = field.value.trim();
    go({ query, only: query === state.query ? state.only : none(), page: 1 });
  });
  order.addEventListener("change", () => go({ sort: order.value, page: 1 }));
  filters.addEventListener("change", () => go({ only: ticked(), page: 1 }));
  more.addEventListener("click", () => go({ page: state.page + 1 }, { further: true }));
  [list, signposts].forEach((one) => one.addEventListener("click", () => {
    keep(state.query);
    history.replaceState({ scrolled: scrollY }, ""); /* for who comes back */
  }));
  window.addEventListener("popstate", () => {
    state = read();
    render();
  });
}

function none() {
  return Object.fromEntries(FACETS.map((name) => [name, []]));
}

function ticked() {
  const boxes = [...filters.querySelectorAll("input:checked")];
  const values = (name) => boxes.filter((one) => one.name === name).map((one) => one.value);
  return Object.fromEntries(FACETS.map((name) => [name, values(name)]));
}

function go(change, { further = false } = {}) {
  state = { ...state, ...change };
  history[further ? "replaceState" : "pushState"](null, "", address(state));
  render({ further });
}

async function render({ further = false } = {}) {
  const { query, only, sort, page } = state;
  asked += 1;
  const mine = asked;
  field.value = query;
  order.value = sort;
  document.title = query ? said.t("title", { query, site: title }) : title;
  answer.hidden = !query;
  if (!query) {
    field.focus();
    return;
  }
  const slow = setTimeout(() => mine === asked && status.replaceChildren(said.t("busy")), QUIET);
  list.setAttribute("aria-busy", "true");
  try {
    const engine = opened();
    const limit = page * AT_ONCE;
    const options = { ...SHOWN, limit, sort, only, everything: true, facets: true };
    const { found, posts } = await answered(engine, query, options, SIGNPOSTS);
    if (mine === asked) {
      show(found, active().length ? [] : posts, engine, further);
    }
  } catch (failure) {
    if (mine === asked) {
      fail(failure);
    }
  } finally {
    clearTimeout(slow);
  }
}

const told = new Map(); /* element -> what its sentence is told from */

function show(found, posts, engine, further) {
  const { results, total } = found;
  const before = further ? [...list.children] : [];
  watcher?.disconnect();
  watcher = inSight(null, (element) => sentence(element, engine));
  if (!further) {
    told.clear();
  }
  const fresh = results.slice(before.length).map((result) => entry(result, found));
  list.replaceChildren(...before, ...fresh);
  told.forEach((_, element) => watcher.observe(element));
  const pages = posts.map((post) => make("li", {}, signpost(post, found, said)));
  const none = posts.length ? said.counted("pages", posts.length) : said.t("none", found);
  status.textContent = results.length ? said.counted("count", total) : none;
  signposts.replaceChildren(make("h2", {}, said.t("pages")), make("ul", {}, ...pages));
  signposts.hidden = !posts.length;
  const any = results.length + posts.length > 0;
  note.replaceChildren(...(any ? remarks(found, said) : nothing(found, said, wider())));
  control(found);
  list.removeAttribute("aria-busy");
  settle(further && fresh[0]);
}

/* Filters, chips and the button for more follow what was found. */
function control({ results, total, facets }) {
  const left = total - results.length;
  const last = state.page >= MOST_PAGES;
  const focused = document.activeElement;
  filters.replaceChildren(...fieldsets(facets, state.only, said, filters));
  chosen.replaceChildren(...chips(facets, state.only, said, (only) => go({ only, page: 1 })));
  tools.hidden = !results.length && !active().length;
  order.parentElement.hidden = results.length < 2;
  more.hidden = left <= 0 || last;
  more.textContent = said.t("more", { count: said.figure(Math.min(left, AT_ONCE)) });
  rest.hidden = left <= 0 || !last;
  rest.textContent = said.t("rest", { count: said.figure(left) });
  refocus(focused);
}

/* What was pressed may have been drawn anew. */
function refocus({ name, value, isConnected }) {
  if (!isConnected) {
    const same = [...filters.querySelectorAll("input")].find((one) => one.name === name && one.value === value);
    (same || chosen.querySelector("button") || field).focus({ preventScroll: true });
  }
}

function entry(result, found) {
  const made = parts(result, found, said);
  const { thumb, title: name, line, sentence: place } = made;
  const link = make("a", { href: target(result, found) }, name);
  const text = make("div", { className: "search-text" }, make("h2", {}, link), line);
  const element = make("li", { className: "search-result" }, thumb, text);
  if (place) {
    text.append(place);
    told.set(element, { made, result, found, link });
  }
  return element;
}

/* A sentence that can't be fetched leaves its line empty: the result stands without. */
async function sentence(element, engine) {
  const { made, result, found, link } = told.get(element);
  told.delete(element);
  const photo = await tell(made, result, found, engine).catch(() => 0);
  if (photo) {
    link.href = target(result, found, photo);
  }
}

function active() {
  return FACETS.flatMap((name) => state.only[name]);
}

/* Buttons that take filters away where nothing is left. */
function wider() {
  const button = (key, only) => {
    const made = make("button", { className: "button", type: "button" }, said.t(key));
    made.addEventListener("click", () => go({ only, page: 1 }));
    return made;
  };
  const years = state.only.year.length ? [button("any_year", { ...state.only, year: [] })] : [];
  return active().length ? [...years, button("clear_filters", none())] : [];
}

function fail(failure) {
  const again = () => {
    field.focus();
    render();
  };
  told.clear();
  signposts.hidden = true;
  list.replaceChildren();
  list.removeAttribute("aria-busy");
  status.textContent = "";
  chosen.replaceChildren();
  tools.hidden = more.hidden = rest.hidden = true;
  note.replaceChildren(...failed(failure, said, again));
}

/* To the first of the results that have come, or where one was before leaving. */
function settle(first) {
  const scrolled = history.state?.scrolled;
  if (first) {
    first.querySelector("a").focus();
  } else if (scrolled) {
    history.replaceState(null, "");
    scrollTo({ top: scrolled, behavior: "instant" });
  }
}
