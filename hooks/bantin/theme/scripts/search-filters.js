/* The filters of the page of results: years, categories, people, institutions, each value with
   how many results it has, and the chips of those that are chosen. */

import { lang } from "./search-site.js";
import { icon, make } from "./search-result.js";

export const FACETS = ["year", "category", "person", "organization"];

const FIRST = 6; /* values that are shown before somebody asks for all */
const OPEN = new Set(["year", "category"]);
const CROSS = "M6 6l12 12M18 6 6 18";

/* A group of checkboxes for each facet that has something to choose. `before` holds those of the
   last answer: what was opened there stays open. */
export function fieldsets(facets, only, said, before) {
  return FACETS.map((name) => [name, values(facets, only, name)])
    .filter(([, found]) => found.length)
    .map(([name, found]) => fieldset(name, found, only[name], said, before));
}

/* A button for each chosen value, and one for all; `go` gets what stays chosen. */
export function chips(facets, only, { t }, go) {
  const chosen = FACETS.flatMap((name) =>
    values(facets, only, name)
      .filter(({ id }) => only[name].includes(id))
      .map((one) => [name, one]));
  const made = chosen.map(([name, one]) =>
    chip(label(one), t("remove", { name: label(one) }), () =>
      go({ ...only, [name]: only[name].filter((id) => id !== one.id) })));
  const nothing = Object.fromEntries(FACETS.map((name) => [name, []]));
  const all = make("button", { className: "search-clear", type: "button" }, t("clear_filters"));
  all.addEventListener("click", () => go(nothing));
  return made.length > 1 ? [...made, all] : made;
}

function chip(text, spoken, act) {
  const attributes = { className: "button search-chip", type: "button", "aria-label": spoken };
  const made = make("button", attributes, text, icon(CROSS));
  made.addEventListener("click", act);
  return made;
}

/* Also what is chosen and no result has: an address may say anything. */
function values(facets, only, name) {
  const found = (facets?.[name] || []).filter(({ id, count }) => count || only[name].includes(String(id)));
  const known = found.map((one) => ({ ...one, id: String(one.id) }));
  const ids = known.map(({ id }) => id);
  const lost = only[name].filter((id) => !ids.includes(id));
  const order = name === "year" ? (one, other) => other.id - one.id : (one, other) => other.count - one.count;
  return [...known.sort(order), ...lost.map((id) => ({ id, label: id, count: 0 }))];
}

function label({ label: vietnamese, labelEn }) {
  return String((lang === "en" && labelEn) || vietnamese);
}

function fieldset(name, found, chosen, said, before) {
  const old = before.querySelector(`details[data-facet="${name}"]`);
  const opened = old ? old.open : OPEN.has(name) || chosen.length > 0;
  const choices = found.map((one) => choice(name, one, chosen.includes(one.id), said));
  const group = make("fieldset", {}, make("legend", { className: "visually-hidden" }, said.t(name)), ...choices);
  const made = make("details", { open: opened, "data-facet": name },
    make("summary", {}, said.t(name)), group);
  const rest = choices.filter((one, at) => at >= FIRST && !one.querySelector("input").checked);
  if (rest.length > 1) {
    group.append(folded(rest, said, old));
  }
  return made;
}

/* The rest, behind a button that tells how many. */
function folded(rest, { t, figure }, old) {
  const button = make("button", { className: "search-clear", type: "button" });
  const fold = (all) => {
    rest.forEach((one) => (one.hidden = !all));
    button.setAttribute("aria-expanded", String(all));
    button.textContent = all ? t("fewer") : t("more_values", { count: figure(rest.length) });
  };
  fold(old?.querySelector("[aria-expanded]")?.ariaExpanded === "true");
  button.addEventListener("click", () => fold(button.getAttribute("aria-expanded") === "false"));
  return button;
}

function choice(name, one, checked, { figure }) {
  const box = make("input", { type: "checkbox", name, value: one.id, checked });
  const count = make("span", { className: "count" }, figure(one.count));
  return make("label", {}, box, make("span", {}, label(one)), " ", count);
}
