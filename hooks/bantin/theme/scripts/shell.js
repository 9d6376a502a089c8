/* Every page: the reader's choice of light or dark, and the dropdowns of the menu. Runs in <head>,
   before anything is painted, so that a dark page never flashes white. */

(() => {
  "use strict";

  const root = document.documentElement;
  const KEPT_AS = "bantin-scheme";
  const system = matchMedia("(prefers-color-scheme: dark)");

  root.classList.add("script");
  show(kept());
  system.addEventListener("change", () => show(kept()));
  document.addEventListener("DOMContentLoaded", () => {
    wireScheme();
    wireSections();
  });

  /* Private windows and locked-down browsers refuse storage: then nothing is kept. */
  function kept() {
    try {
      return localStorage.getItem(KEPT_AS);
    } catch {
      return null;
    }
  }

  function keep(scheme) {
    try {
      localStorage.setItem(KEPT_AS, scheme);
    } catch {
      /* it holds for this page */
    }
  }

  function show(chosen) {
    if (chosen === "dark" || chosen === "light") {
      root.dataset.scheme = chosen;
    }
    root.dataset.shown = root.dataset.scheme || (system.matches ? "dark" : "light");
    const body = document.body;
    if (body) {
      body.dataset.mdColorScheme = root.dataset.shown === "dark" ? "slate" : "default";
    }
  }

  function wireScheme() {
    const buttons = document.querySelectorAll(".scheme"); /* header; menu of a phone */
    const state = () => {
      buttons.forEach((one) => one.setAttribute("aria-pressed", root.dataset.shown === "dark"));
    };
    show(kept());
    state();
    system.addEventListener("change", state);
    buttons.forEach((one) => one.addEventListener("click", () => {
      const chosen = root.dataset.shown === "dark" ? "light" : "dark";
      keep(chosen);
      show(chosen);
      state();
    }));
  }

  /* One section open at a time; a click elsewhere, leaving it, or Escape closes it. */
  function wireSections() {
    const menu = document.querySelector(".menu");
    const sections = menu.querySelectorAll("details");
    const wide = matchMedia("(min-width: 60rem)");
    const close = (but) => sections.forEach((one) => one !== but && (one.open = false));
    for (const section of sections) {
      section.addEventListener("toggle", () => section.open && wide.matches && close(section));
      section.addEventListener("focusout", (event) => {
        if (wide.matches && event.relatedTarget && !section.contains(event.relatedTarget)) {
          section.open = false;
        }
      });
      section.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && section.open && wide.matches) {
          section.open = false;
          section.querySelector("summary").focus();
        }
      });
    }
    document.addEventListener("click", (event) => {
      if (wide.matches && !menu.contains(event.target)) {
        close(null);
      }
    });
  }
})();
