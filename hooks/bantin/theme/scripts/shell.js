/* Every page: the reader's choice of light or dark, the dropdowns of the menu, and the search,
   whose script and style are fetched when somebody first asks for it. Runs in <head>, before
   anything is painted, so that a dark page never flashes white. */

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
    wireSearch();
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

  function wireSearch() {
    const dialog = document.getElementById("search_dialog");
    if (!dialog) {
      return;
    }
    const open = () => openSearch(dialog);
    document.querySelectorAll("[data-opens-search]").forEach((one) => {
      one.addEventListener("click", open);
    });
    window.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        open();
      } else if (isShortcut(event, dialog)) {
        event.stopImmediatePropagation();
      }
    }, { capture: true });
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.querySelector(".close-search").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => toggle(dialog).checked && toggle(dialog).click());
    toggle(dialog).addEventListener("change", () => {
      if (!toggle(dialog).checked && dialog.open) {
        dialog.close();
      }
    });
    if (new URLSearchParams(location.search).has("h")) {
      load(dialog); /* a result was followed: its script marks the words */
    }
  }

  /* Keys that the theme's script must not hear: single letters outside the dialog, which
     speech input and tremor set off by accident (WCAG 2.1.4), and Tab inside it, at which it
     would close its box instead of going on to the results. */
  function isShortcut(event, dialog) {
    const inside = dialog.contains(event.target);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    return inside ? event.key === "Tab" : plain && event.key.length === 1;
  }

  function toggle(dialog) {
    return dialog.querySelector("[data-md-toggle=search]");
  }

  /* Open at once, so that nothing typed is lost; what was typed meanwhile is sought as soon
     as the script is there. */
  async function openSearch(dialog) {
    const query = dialog.querySelector(".md-search__input");
    if (!dialog.open) {
      dialog.showModal();
    }
    query.focus();
    await load(dialog);
    query.dispatchEvent(new KeyboardEvent("keyup"));
  }

  let loaded = null;

  function load(dialog) {
    loaded ??= fetchSearch(dialog.dataset).catch((failure) => {
      loaded = null; /* off line: the next click tries again */
      throw failure;
    });
    return loaded;
  }

  /* The theme's script finds all this where its own inline scripts would have put it. */
  function fetchSearch({ base, stylesheet, script, config }) {
    const settings = Object.assign(document.createElement("script"), {
      id: "__config",
      type: "application/json",
      textContent: config,
    });
    if (!document.getElementById(settings.id)) {
      document.body.append(settings);
    }
    window.__md_scope = new URL(base, location);
    const name = (key) => `${window.__md_scope.pathname}.${key}`;
    window.__md_get = (key, storage = localStorage) => JSON.parse(storage.getItem(name(key)));
    window.__md_set = (key, value, storage = localStorage) => {
      storage.setItem(name(key), JSON.stringify(value));
    };
    window.__md_hash = (text) => [...text].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, 0);
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: stylesheet });
    const code = Object.assign(document.createElement("script"), { src: script });
    const both = [link, code].map((one) => new Promise((done, failed) => {
      one.addEventListener("load", done);
      one.addEventListener("error", () => failed(new Error(one.src || one.href)));
      document.head.append(one);
    }));
    return Promise.all(both);
  }
})();
