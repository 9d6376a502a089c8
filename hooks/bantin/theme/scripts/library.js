/* The photo library: fetches the next pages as a reader nears the end, and adds them. After a few
   it waits to be asked, so that what stands below can be reached; who comes back finds as many
   pages as before, and the place. Without it, the pages follow one another by links. */

(() => {
  "use strict";

  const AT_ONCE = 3;
  const NEAR = "800px";
  const KEPT_AS = "bantin-library";
  const library = document.querySelector(".library");
  const more = document.querySelector(".library-on");
  if (!library || !more) {
    return;
  }
  const note = document.querySelector(".library-note");
  const ways = document.querySelector(".pagination");
  const button = more.querySelector("a");
  const asking = button.textContent;
  const whole = !ways.querySelector("[rel=prev]"); /* nothing stands before what is here */
  const seen = new IntersectionObserver(near, { rootMargin: `0px 0px ${NEAR}` });
  const added = [];
  let unasked = navigator.connection?.saveData ? 0 : AT_ONCE;
  let busy = false;

  more.hidden = false;
  button.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      unasked = navigator.connection?.saveData ? 1 : AT_ONCE;
      next(true);
    }
  });
  window.addEventListener("pagehide", keep);
  comeBack().finally(() => seen.observe(more));

  /* Whoever stands on one of the links at the end by keyboard is not pushed away from them. */
  function near(entries) {
    const inside = more.contains(document.activeElement) || ways.contains(document.activeElement);
    if (entries.some((one) => one.isIntersecting) && unasked > 0 && !inside) {
      next(false);
    }
  }

  async function next(asked) {
    if (busy || more.hidden) {
      return;
    }
    busy = true;
    button.textContent = library.dataset.busy;
    try {
      const first = add(await fetched(button.href));
      unasked -= 1;
      if (asked) {
        first.querySelector("a").focus();
      }
    } catch {
      unasked = 0;
      note.textContent = library.dataset.failed;
    }
    button.textContent = asking;
    busy = false;
    seen.unobserve(more);
    seen.observe(more);
  }

  /* A page with all its addresses as they are from everywhere. */
  async function fetched(address) {
    const answer = await fetch(address);
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const absolute = (written) => new URL(written, answer.url).href;
    for (const name of ["href", "src"]) {
      for (const one of page.querySelectorAll(`main [${name}]`)) {
        one.setAttribute(name, absolute(one.getAttribute(name)));
      }
    }
    for (const one of page.querySelectorAll("main [srcset]")) {
      one.srcset = one.srcset.replace(/(^|, )(\S+)/g, (_, gap, written) => gap + absolute(written));
    }
    return { address, page };
  }

  /* Returns the first of what was added. */
  function add({ address, page }) {
    const spreads = [...page.querySelectorAll(".spread")];
    for (const year of page.querySelectorAll(".library-year")) {
      const there = document.getElementById(year.id);
      if (there) {
        there.append(...year.querySelectorAll(".spread"));
      } else {
        library.append(year);
      }
    }
    added.push(address);
    ways.replaceChildren(...page.querySelector(".pagination").childNodes);
    const further = page.querySelector(".library-on a");
    more.hidden = !further;
    ways.hidden = whole && !further;
    button.href = further ? further.href : "";
    const said = library.dataset.loaded.replace("{count}", spreads.length);
    note.textContent = further ? said : `${said} ${library.dataset.end}`;
    return spreads[0];
  }

  /* How far the reader has come: the pages, the topmost bulletin in sight, the focus. */
  function keep() {
    const spreads = all(".spread");
    const at = spreads.findIndex((one) => one.getBoundingClientRect().bottom > 0);
    const focus = all("a").indexOf(document.activeElement);
    const top = at < 0 ? 0 : spreads[at].getBoundingClientRect().top;
    const page = location.pathname;
    try {
      sessionStorage.setItem(KEPT_AS, JSON.stringify({ page, added, at, top, focus }));
    } catch {
      /* not allowed to keep anything: coming back begins at the top */
    }
  }

  async function comeBack() {
    const kept = left();
    if (!kept || !kept.added.length) {
      return;
    }
    const pages = await Promise.all(kept.added.map(fetched));
    pages.forEach(add);
    note.textContent = "";
    unasked = 0;
    all("a")[kept.focus]?.focus({ preventScroll: true });
    if (document.readyState !== "complete") {
      await new Promise((done) => window.addEventListener("load", done, { once: true }));
    }
    const spread = all(".spread")[kept.at];
    if (spread) {
      window.scrollBy({ top: spread.getBoundingClientRect().top - kept.top, behavior: "instant" });
    }
  }

  /* Only a step back, forward or anew leads to the old place, no link does. */
  function left() {
    const [way] = performance.getEntriesByType("navigation");
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT_AS));
      const same = kept?.page === location.pathname && way?.type !== "navigate";
      return same ? kept : null;
    } catch {
      return null;
    }
  }

  function all(selector) {
    return [...library.querySelectorAll(selector)];
  }
})();
