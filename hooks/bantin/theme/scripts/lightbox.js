"use strict";
/* The lightbox: a page's photos one at a time, large, in a native <dialog>. All it knows it reads
   from the gallery. The address says which photo is open (`#anh-3`): opening adds an entry to the
   history, moving replaces it, closing goes back. Without it, links lead to the photos' files. */

(() => {
  const MOST_ZOOM = 4;
  const LEAST_ZOOM = 1.1; /* less was not meant, and would turn swipes into moves */
  const TAP_ZOOM = 2.5;
  const SLOP = 8; /* px that a finger trembles without meaning it */
  const FAR = 90; /* px after which a drag counts, however slow */
  const FLICK = 0.5; /* px a millisecond: so quick a drag counts, however short */
  const DOUBLE = 350; /* ms: two taps within are one double tap */
  const KEYS = {
    ArrowLeft: () => current - 1,
    ArrowRight: () => current + 1,
    Home: () => 0,
    End: () => photos.length - 1,
  };

  const dialog = document.querySelector("dialog.lightbox");
  if (!dialog?.showModal) return;
  const [stage, words, failed, previous, next, close, download] = [
    ".stage", ".words", ".failed p", ".previous", ".next", ".close", ".download",
  ].map((selector) => dialog.querySelector(selector));
  const photos = Array.from(document.querySelectorAll("figure[id^='anh-']"), read);
  photos.sort((one, other) => one.number - other.number); /* the cover may stand before the first */
  const slides = new Map(); /* index -> <img>: the photo shown and its neighbours */
  const fingers = new Map(); /* pointerId -> where it is, from the middle of the stage */
  const view = { x: 0, y: 0, zoom: 1 };
  let current = -1;
  let opener = null; /* the link that was followed, until another photo is shown */
  let start = null; /* where and when the only finger came down */
  let axis = ""; /* a swipe keeps the direction it began with */
  let moved = false;
  let lastTap = -DOUBLE;

  /* The page says everything about its photos: there is no second list to keep in step. */
  function read(figure) {
    const thumb = figure.querySelector("a picture img");
    const picture = thumb.closest("picture");
    const srcset = picture.querySelector("source")?.srcset || "";
    const [width, height] = ["width", "height"].map((name) => Number(thumb.getAttribute(name)));
    return {
      thumb, picture, width, height,
      link: thumb.closest("a"),
      placeholder: figure.querySelector(".placeholder")?.src,
      hash: `#${figure.id}`,
      number: Number(figure.id.slice("anh-".length)),
      caption: figure.querySelector("figcaption"),
      widest: Number(/\s(\d+)w\s*$/.exec(srcset)?.[1] || width),
    };
  }

  /* Closing goes back, and then the browser would scroll the page to where it was, away from the
     photo that has the focus by now: for this step it must not. */
  function open(index, link) {
    history.scrollRestoration = "manual";
    history.pushState({ lightbox: true }, "", photos[index].hash);
    opener = link;
    show(index);
  }

  function go(index) {
    if (!photos[index] || index === current) {
      look(0, 0, 1);
      return;
    }
    opener = null;
    show(index);
    history.replaceState(history.state, "", photos[index].hash);
  }

  function show(index) {
    current = index;
    describe();
    if (!dialog.open) {
      dialog.showModal();
      close.focus();
    }
    look(0, 0, 1);
    arrange();
    tellFailure();
  }

  /* One change of the live region is one announcement. Its place tells a photo's number. */
  function describe() {
    const [place, text] = [document.createElement("p"), document.createElement("p")];
    const { number, link } = photos[current];
    const position = dialog.dataset.position.replace("{number}", number);
    place.className = "place";
    place.textContent = position.replace("{total}", photos.at(-1).number);
    text.append(...(photos[current].caption?.cloneNode(true).childNodes || []));
    text.querySelector(".number")?.remove();
    words.replaceChildren(place, text);
    words.scrollTop = 0;
    previous.ariaDisabled = String(current === 0);
    next.ariaDisabled = String(current === photos.length - 1);
    previous.hidden = next.hidden = photos.length === 1;
    download.href = link.href;
    download.download = `${dialog.dataset.name}-${number}.jpg`;
  }

  /* Neighbours stand ready beside the stage: that is what loads them, and what a swipe pulls in. */
  function arrange() {
    for (const [index, slide] of slides) {
      if (Math.abs(index - current) > 1) {
        slide.parentElement.remove();
        slides.delete(index);
      }
    }
    for (const index of [current, current + 1, current - 1].filter((one) => photos[one])) {
      const slide = slides.get(index) || draw(index);
      slide.dataset.place = index - current;
      slide.ariaHidden = index === current ? null : "true";
      slide.fetchPriority = index === current ? "high" : "low";
    }
    fit();
  }

  /* The page's own <picture> again, so that the browser takes the format that it knows. Behind a
     photo that is still on its way stands the small one from the page, or its placeholder. */
  function draw(index) {
    const { thumb, placeholder } = photos[index];
    const picture = photos[index].picture.cloneNode(true);
    const slide = picture.querySelector("img");
    const behind = thumb.complete && thumb.naturalWidth ? thumb.currentSrc : placeholder;
    slide.draggable = false;
    slide.style.backgroundImage = behind ? `url("${behind}")` : "";
    slide.addEventListener("error", () => doWithout(picture, slide));
    measure(slide, index);
    slide.loading = "eager";
    slides.set(index, slide);
    stage.append(picture);
    return slide;
  }

  /* A format that does not come leaves the next one; the last one leaves words. */
  function doWithout(picture, slide) {
    const source = picture.querySelector("source");
    if (source) {
      source.remove();
    } else {
      slide.classList.add("broken");
      tellFailure();
    }
  }

  /* `sizes` tells the truth, so that the browser fetches no more than the screen can show. Both
     sides are ours: a rendition's own shape differs by the rounding of a side. */
  function measure(slide, index) {
    const { width, height, widest } = photos[index];
    const shown = Math.min(stage.clientWidth, (stage.clientHeight * width) / height, widest);
    const sizes = `${Math.ceil(shown * (index === current ? view.zoom : 1))}px`;
    slide.style.width = `${shown}px`;
    slide.style.height = `${(shown * height) / width}px`;
    for (const one of slide.parentElement.querySelectorAll("[srcset]")) {
      if (one.sizes !== sizes) one.sizes = sizes;
    }
  }

  function fit() {
    if (!dialog.open) return;
    slides.forEach(measure);
    words.tabIndex = words.scrollHeight > words.clientHeight ? 0 : -1;
  }

  function tellFailure() {
    failed.querySelector("a").href = photos[current].link.href;
    failed.hidden = !slides.get(current)?.classList.contains("broken");
    hold();
  }

  /* The focus stays in the dialog, also when what had it is gone. */
  function hold() {
    const focused = document.activeElement;
    if (!dialog.contains(focused) || (failed.hidden && failed.contains(focused))) close.focus();
  }

  /* The address is what readers see and share; Back, Forward and typing change it. */
  function follow() {
    const index = photos.findIndex((photo) => photo.hash === location.hash);
    if (index < 0) {
      history.scrollRestoration = "auto";
      dialog.close();
    } else if (!dialog.open || index !== current) {
      show(index);
    }
  }

  /* However it was closed: the address must not name a photo any longer. */
  function leave() {
    const named = photos.some((photo) => photo.hash === location.hash);
    if (named && history.state?.lightbox) {
      history.back();
    } else if (named) {
      history.replaceState(null, "", location.pathname + location.search);
    }
    (opener || photos[current].link).focus();
    opener = null;
    slides.forEach((slide) => slide.parentElement.remove());
    slides.clear();
  }

  /* The photo's own link, or any `#anh-3` on the page; with Ctrl or Shift it stays a link. */
  function click(event) {
    const link = event.target.closest("a[href]");
    const here = location.href.replace(/#.*/, "");
    const index = photos.findIndex((one) => one.link === link || here + one.hash === link?.href);
    if (index < 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    (dialog.open ? go : open)(index, link);
  }

  /* Heard wherever the focus is, but for another dialog: a click on the stage drops it. */
  function key(event) {
    const mine = dialog.open && !event.target.closest("dialog:not(.lightbox)");
    if (!mine || !KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(KEYS[event.key]());
  }

  function look(x, y, zoom) {
    Object.assign(view, { x, y, zoom });
    stage.style.setProperty("--x", `${x}px`);
    stage.style.setProperty("--y", `${y}px`);
    stage.style.setProperty("--zoom", zoom);
    stage.classList.toggle("zoomed", zoom > 1);
  }

  /* A zoomed photo can be moved until its edge meets the stage's, no further. */
  function pan(x, y, zoom) {
    const slide = slides.get(current);
    const within = (value, side, room) => {
      const most = Math.max(0, (side * zoom - room) / 2);
      return Math.min(most, Math.max(-most, value));
    };
    const across = within(x, slide.offsetWidth, stage.clientWidth);
    look(across, within(y, slide.offsetHeight, stage.clientHeight), zoom);
  }

  /* What lies under the fingers stays under them. */
  function zoomTo(wanted, point) {
    const zoom = Math.min(MOST_ZOOM, Math.max(1, wanted));
    const grown = zoom / view.zoom;
    pan(point.x - (point.x - view.x) * grown, point.y - (point.y - view.y) * grown, zoom);
  }

  function at(event) {
    const box = stage.getBoundingClientRect();
    const [x, y] = [event.clientX - box.x - box.width / 2, event.clientY - box.y - box.height / 2];
    return { x, y, time: event.timeStamp };
  }

  function press(event) {
    if (event.button !== 0) return;
    moved = moved && fingers.size > 0;
    fingers.set(event.pointerId, at(event));
    begin();
  }

  /* A finger that comes or goes begins a new gesture from where the others are. */
  function begin() {
    [start] = fingers.values();
    axis = "";
    stage.classList.toggle("held", fingers.size > 0);
  }

  function drag(event) {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    fingers.set(event.pointerId, now);
    const other = [...fingers.values()].find((finger) => finger !== now);
    const [dx, dy] = [now.x - start.x, now.y - start.y];
    if (!moved && (other || Math.hypot(dx, dy) > SLOP)) {
      moved = true;
      stage.setPointerCapture(event.pointerId);
    }
    if (other) {
      pinch(before, now, other);
    } else if (view.zoom > 1) {
      pan(view.x + now.x - before.x, view.y + now.y - before.y, view.zoom);
    } else if (moved) {
      swipe(dx, dy);
    }
  }

  function pinch(before, now, other) {
    const spread = (finger) => Math.hypot(finger.x - other.x, finger.y - other.y);
    const middle = { x: (before.x + other.x) / 2, y: (before.y + other.y) / 2 };
    zoomTo((view.zoom * spread(now)) / spread(before), middle);
    pan(view.x + (now.x - before.x) / 2, view.y + (now.y - before.y) / 2, view.zoom);
  }

  /* The photo follows the finger; past the first and the last it does so unwillingly. */
  function swipe(dx, dy) {
    axis ||= Math.abs(dx) > Math.abs(dy) ? "x" : "y";
    const x = photos[current - Math.sign(dx)] ? dx : dx / 3;
    look(axis === "x" ? x : 0, axis === "y" ? Math.max(0, dy) : 0, 1);
  }

  function release(event) {
    if (!fingers.delete(event.pointerId)) return;
    const way = view.x + view.y; /* one of them is 0 */
    const meant = Math.abs(way) > FAR || Math.abs(way) / (event.timeStamp - start.time) > FLICK;
    const [swiped, done] = [axis, meant && event.type === "pointerup"];
    begin();
    if (swiped === "y" && done) {
      dialog.close();
    } else if (swiped) {
      go(done ? current - Math.sign(way) : current);
    } else if (view.zoom < LEAST_ZOOM) {
      look(0, 0, 1);
    }
    fit();
  }

  /* Beside the photo a click closes; on it, two zoom in, or out again. */
  function tap(event) {
    const again = event.timeStamp - lastTap < DOUBLE;
    if (moved) return;
    if (event.target === stage) {
      dialog.close();
    } else if (again && event.target.matches("img")) {
      zoomTo(view.zoom > 1 ? 1 : TAP_ZOOM, at(event));
      fit();
    }
    lastTap = again ? -DOUBLE : event.timeStamp;
  }

  function wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault(); /* else the browser zooms the whole page */
    zoomTo(view.zoom * 2 ** (-event.deltaY / 200), at(event));
    fit();
  }

  /* Its style is not worth waiting for before the page is seen. Until it is there, or where it
     is no more, links lead to the photos' files. */
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("./lightbox.css", document.currentScript.src);
  style.addEventListener("load", wire);
  document.head.append(style);

  function wire() {
    document.addEventListener("click", click);
    document.addEventListener("keydown", key);
    window.addEventListener("hashchange", follow);
    dialog.addEventListener("close", leave);
    close.addEventListener("click", () => dialog.close());
    previous.addEventListener("click", () => go(current - 1));
    next.addEventListener("click", () => go(current + 1));
    stage.addEventListener("pointerdown", press);
    stage.addEventListener("pointermove", drag);
    stage.addEventListener("pointerup", release);
    stage.addEventListener("pointercancel", release);
    stage.addEventListener("click", tap);
    stage.addEventListener("wheel", wheel, { passive: false });
    new ResizeObserver(fit).observe(stage);
    document.fonts.addEventListener("loadingdone", fit); /* captions may take more lines in it */
    follow();
    /* A browser that scrolls to the figure in the address takes the focus from the dialog again. */
    requestAnimationFrame(() => requestAnimationFrame(() => dialog.open && hold()));
  }
})();
