/* The search's dialog, from the moment somebody opens it: a combobox (WAI-ARIA APG) over the
   best results, what was looked for before, and the way to all results. */

import { SHOWN, forget, keep, opened, recent, style, to, words } from "./search-site.js";
import { asking, icon, inSight, make, parts, target, tell } from "./search-result.js";
import { answered, signpost } from "./search-signposts.js";
import { categories, failed, nothing, remarks } from "./search-notes.js";

const SHOWN_AT_MOST = 6;
const SIGNPOSTS = 3;
const PAUSE = 120; /* ms without a key: then it is sought */
const QUIET = 300; /* ms before it is said that something is sought */
const SETTLED = 700; /* ms before a screen reader is told how many: it speaks while one types */
const CLOSE_ICON = "M6 6l12 12M18 6 6 18";

let box = null; /* everything that `build` has made */
let making = null; /* its promise: who asks again before it is there waits for the same */

/* Fills the open dialog; a second time only what may have changed. Where it can't, there is the
   page of results. */
export async function furnish(dialog) {
  making ??= Promise.all([dialog.open && words(), style()]).then(([said]) => build(dialog, said));
  try {
    box = await making;
  } catch {
    making = null;
    dialog.querySelector("form").submit();
    return;
  }
  changed();
}

function build(dialog, said) {
  const { t } = said;
  const form = dialog.querySelector("form");
  const field = form.querySelector("input");
  const close = make("button", { className: "tool", type: "button", "aria-label": t("close") });
  const list = make("div", { id: "search_list", className: "search-list", role: "listbox",
    "aria-label": t("results"), hidden: true });
  const note = make("div", { className: "search-note", hidden: true });
  const status = make("p", { className: "visually-hidden", role: "status" });
  const room = make("div", { className: "search-room", tabIndex: -1 }, note, list);
  const all = make("a", { className: "search-all" });
  const keys = make("p", { className: "search-keys" }, t("keys"));
  const foot = make("div", { className: "search-foot" }, all, keys);
  close.append(icon(CLOSE_ICON));
  form.prepend(close);
  dialog.append(room, foot, status);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": list.id, "aria-label": t("label"), placeholder: t("hint"),
    autocomplete: "off", spellcheck: "false", enterkeyhint: "search" };
  Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
  dialog.setAttribute("aria-label", t("search"));
  form.setAttribute("role", "search");
  const made = { ...said, dialog, form, field, list, note, status, room, all, foot };
  close.addEventListener("click", () => dialog.close());
  wire(made);
  return made;
}

function wire({ dialog, form, field, list }) {
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  window.addEventListener("hashchange", () => dialog.close()); /* a photo of this very page */
  field.addEventListener("input", () => {
    list.setAttribute("aria-busy", "true");
    clearTimeout(waiting);
    waiting = setTimeout(changed, PAUSE);
  });
  field.addEventListener("keydown", pressed);
  form.addEventListener("submit", () => keep(field.value));
  list.addEventListener("click", () => keep(field.value));
}

let asked = 0; /* number of the newest question: answers to older ones are dropped */
let shown = ""; /* the question that is on the screen */
let waiting = 0;
let telling = 0;

/* Something else may stand in the field by now. */
function changed() {
  const query = box.field.value.trim();
  clearTimeout(waiting);
  if (asked && query && query === shown) {
    box.list.removeAttribute("aria-busy");
    return;
  }
  shown = query;
  asked += 1;
  if (query) {
    seek(query);
  } else {
    suggest();
  }
}

async function seek(query) {
  const mine = asked;
  const slow = setTimeout(() => mine === asked && busy(), QUIET);
  try {
    const engine = opened();
    const { found, posts } = await answered(engine, query, { ...SHOWN, limit: SHOWN_AT_MOST }, SIGNPOSTS);
    if (mine === asked) {
      show(found, posts, engine);
    }
  } catch (failure) {
    if (mine === asked) {
      fail(failure);
    }
  } finally {
    clearTimeout(slow);
  }
}

/* Results that are there stay where they are. */
function busy() {
  box.dialog.classList.add("search-busy");
  say(box.t("busy"));
  if (box.list.hidden) {
    box.note.replaceChildren(make("p", {}, box.t("busy")));
    box.note.hidden = false;
  }
}

function show(found, posts, engine) {
  const { results } = found;
  activate(-1);
  watcher?.disconnect();
  watcher = inSight(box.room, (element) => sentence(element, engine));
  drawn.clear();
  const signposts = posts.map((post, number) => signpost(post, found, box, asOption(number)));
  const options = results.map((result, at) => option(result, found, posts.length + at));
  const group = make("div", { className: "search-posts", role: "group", "aria-label": box.t("pages") }, ...signposts);
  box.list.replaceChildren(...(posts.length ? [group] : []), ...options);
  const any = options.length + posts.length > 0;
  list(any);
  options.forEach((one) => drawn.has(one) && watcher.observe(one));
  box.note.replaceChildren(...(any ? remarks(found, box) : nothing(found, box)));
  box.note.hidden = !box.note.hasChildNodes();
  box.room.scrollTop = 0;
  lead(found);
  say(count(found, posts));
}

let watcher = null;
const drawn = new Map(); /* option -> what its sentence is told from */

function asOption(number) {
  return { id: `search_option_${number}`, role: "option", "aria-selected": "false", tabIndex: -1 };
}

function option(result, found, number) {
  const made = parts(result, found, box);
  const { thumb, title, line, sentence: place } = made;
  const text = make("span", { className: "search-text" }, title, line, ...(place ? [place] : []));
  const href = target(result, found);
  const element = make("a", { ...asOption(number), className: "search-result", href }, thumb, text);
  if (place) {
    drawn.set(element, { made, result, found });
  }
  return element;
}

/* A sentence that can't be fetched leaves its line empty: the result stands without. */
async function sentence(element, engine) {
  const { made, result, found } = drawn.get(element) || {};
  const photo = made ? await tell(made, result, found, engine).catch(() => 0) : 0;
  if (photo) {
    element.href = target(result, found, photo);
  }
}

function fail(failure) {
  const again = () => {
    box.field.focus();
    asked += 1;
    seek(shown);
  };
  box.note.replaceChildren(...failed(failure, box, again));
  box.note.hidden = false;
  list(false);
  lead(null);
  say("");
}

/* Before anything is typed. */
function suggest() {
  const { t } = box;
  const before = recent();
  const kept = before.map((query) => {
    const again = make("button", { className: "button", type: "button" }, query);
    again.addEventListener("click", () => {
      box.field.value = query;
      box.field.focus();
      changed();
    });
    return make("li", {}, again);
  });
  const clear = make("button", { className: "search-clear", type: "button" }, t("clear_recent"));
  clear.addEventListener("click", () => {
    forget();
    suggest();
    box.field.focus();
  });
  const earlier = before.length ? [
    make("h2", {}, t("recent")),
    make("ul", { className: "search-ways" }, ...kept),
    make("p", { className: "search-kept" }, t("recent_note"), " ", clear),
  ] : [];
  box.note.replaceChildren(make("p", {}, t("tip")), ...earlier, ...categories(box));
  box.note.hidden = false;
  list(false);
  lead(null);
  say("");
}

/* A listbox is there only while it has options. */
function list(full) {
  activate(-1);
  box.dialog.classList.remove("search-busy");
  box.list.hidden = !full;
  box.list.removeAttribute("aria-busy");
  box.field.setAttribute("aria-expanded", String(full));
  if (!full) {
    box.list.replaceChildren();
  }
}

function lead(found) {
  const { t, all, foot, ways, figure } = box;
  foot.hidden = !found?.results.length;
  if (found) {
    const many = found.exact && found.total > found.results.length;
    all.textContent = many ? t("all_many", { count: figure(found.total) }) : t("all");
    all.href = to(ways.results, { query: asking("q", found.query) });
  }
}

function count({ total, exact, results }, posts) {
  const { t, counted, figure } = box;
  const pages = posts.length ? [counted("pages", posts.length)] : [];
  const many = exact ? counted("count", total) : t("count_more", { count: figure(total - 1) });
  return [...pages, ...(results.length ? [many] : [])].join(", ") || t("none", { query: shown });
}

/* To a screen reader, when nobody has typed for a moment. */
function say(text) {
  clearTimeout(telling);
  telling = setTimeout(() => (box.status.textContent = text), SETTLED);
}

let active = -1;

const choices = () => [...box.list.querySelectorAll("[role=option]")];

function activate(number) {
  const options = choices();
  options[active]?.setAttribute("aria-selected", "false");
  active = number;
  const chosen = options[active];
  if (chosen) {
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    box.field.setAttribute("aria-activedescendant", chosen.id);
  } else {
    box.field.removeAttribute("aria-activedescendant");
  }
}

/* Keys of a combobox. While an input method composes a word, they are its own. */
function pressed(event) {
  const options = choices();
  const last = options.length - 1;
  const steps = {
    ArrowDown: () => (active === last ? 0 : active + 1),
    ArrowUp: () => (active <= 0 ? last : active - 1),
    Home: () => (active < 0 ? null : 0),
    End: () => (active < 0 ? null : last),
  };
  if (event.isComposing || event.keyCode === 229) {
    return;
  }
  const next = last < 0 || event.shiftKey ? undefined : steps[event.key]?.();
  if (Number.isInteger(next)) {
    event.preventDefault();
    activate(next);
  } else if (event.key === "Enter" && options[active]) {
    event.preventDefault();
    follow(options[active], event.ctrlKey || event.metaKey);
  } else if (event.key === "Escape" && box.field.value) {
    event.preventDefault();
    box.field.value = "";
    changed();
  }
}

function follow(chosen, elsewhere) {
  keep(box.field.value);
  if (elsewhere) {
    window.open(chosen.href, "_blank", "noopener");
  } else {
    chosen.click();
  }
}
