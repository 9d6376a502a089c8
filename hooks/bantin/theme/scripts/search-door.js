/* The door to the search, all that a page has of it before anybody asks. The dialog opens at once:
   a phone shows its keyboard only for a field that gets the focus within the tap. */

(() => {
  "use strict";

  let dialog = null;

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-opens-search]")) {
      openSearch();
    }
  });
  window.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      if (!event.repeat) {
        openSearch();
      }
    }
  });
  if (new URLSearchParams(location.search).has("h")) {
    import("./search-marks.js");
  }

  function openSearch() {
    dialog ??= made(document.querySelector("[data-opens-search]"));
    if (!dialog.open) {
      dialog.showModal?.();
    }
    const field = dialog.querySelector("input");
    field.focus();
    field.select(); /* now: what is typed from here on stays */
    import("./search-box.js").then(
      ({ furnish }) => furnish(dialog),
      () => dialog.querySelector("form").submit(), /* that page knows today's names */
    );
  }

  function made(button) {
    const [box, form, field] = ["dialog", "form", "input"].map((one) => document.createElement(one));
    box.className = "search-dialog";
    form.action = button.dataset.opensSearch;
    Object.assign(field, { type: "search", name: "q", placeholder: button.ariaLabel });
    form.append(field);
    box.append(form);
    document.body.append(box);
    return box;
  }
})();
