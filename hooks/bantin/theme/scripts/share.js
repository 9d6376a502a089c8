"use strict";
/* The share row of a bulletin: its link on the clipboard, and the programs of the reader's own
   device. Without this script the plain links beside them do. */

(() => {
  const row = document.querySelector(".share");
  if (!row) return;
  const { url, copied, failed } = row.dataset;
  const said = document.createElement("p");
  said.setAttribute("role", "status"); /* there before it speaks, or nobody hears it */
  row.append(said);

  offer(".copy", copy);
  if (navigator.share) offer(".native", pass);

  function offer(selector, act) {
    const button = row.querySelector(selector);
    button.addEventListener("click", act);
    button.parentElement.hidden = false;
  }

  async function copy() {
    say("");
    try {
      await navigator.clipboard.writeText(url);
      say(copied);
    } catch {
      byHand(); /* no permission, or a page without https, where there is no clipboard */
    }
  }

  /* The address, chosen, so that the reader's own keys copy it. */
  function byHand() {
    const field = row.querySelector("input") || document.createElement("input");
    field.value = url;
    field.readOnly = true;
    field.setAttribute("aria-label", failed);
    said.before(field);
    field.select();
    if (document.execCommand("copy")) {
      field.remove();
      row.querySelector(".copy").focus();
      say(copied);
    } else {
      say(failed);
    }
  }

  async function pass() {
    try {
      await navigator.share({ title: document.querySelector("h1").textContent, url });
    } catch (error) {
      if (error.name !== "AbortError") copy(); /* thought better of it: nothing to say */
    }
  }

  function say(words) {
    said.textContent = words;
  }
})();
