/* A page that a reader is about to open is fetched in the moment between aiming and opening.
   Nobody who pays for every byte is made to: with the browser's data saver, on a slow line and
   for links that a pointer only passes, nothing is asked for. */

(() => {
  "use strict";

  const LINGERS = 80; /* ms over a link before it counts as meant */
  const MOST = 10; /* pages fetched for one page */
  const SLOW = /(^|-)2g$/;
  const asked = new Set([location.pathname]);
  let waiting = 0;

  for (const kind of ["pointerover", "touchstart", "focusin"]) {
    document.addEventListener(kind, notice, { passive: true });
  }

  function notice(event) {
    clearTimeout(waiting);
    const link = event.target.closest?.("a[href]");
    if (link && isPage(link)) {
      waiting = setTimeout(ask, event.type === "touchstart" ? 0 : LINGERS, link.pathname);
    }
  }

  function isPage(link) {
    return link.origin === location.origin && link.pathname.endsWith("/") && !link.search &&
      !link.hasAttribute("download");
  }

  function ask(path) {
    const { saveData, effectiveType } = navigator.connection || {};
    if (saveData || SLOW.test(effectiveType) || asked.has(path) || asked.size > MOST) return;
    asked.add(path);
    const ahead = document.createElement("link");
    ahead.rel = "prefetch";
    ahead.href = path;
    document.head.append(ahead);
  }
})();
