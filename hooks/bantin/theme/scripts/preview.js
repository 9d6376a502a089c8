/* In a preview: marks on the page what each problem of the panel speaks of, and leads from one
   to the other and back. Without it a number leads to the element, and nothing is marked. */

(() => {
  "use strict";

  const PIECES = 400;
  /* Text nodes of an element that are looked through; longer ones are marked as a whole. */

  document.addEventListener("DOMContentLoaded", () => {
    for (const number of document.querySelectorAll("a.complaint-number")) {
      mark(number);
    }
  });
  addEventListener("load", fetchPhotos);

  /* Who prints a draft has seldom scrolled to its end: no photo may be missing on paper. */
  function fetchPhotos() {
    for (const photo of document.querySelectorAll("img[loading=lazy]")) {
      photo.loading = "eager";
    }
  }

  function mark(number) {
    const target = document.getElementById(decodeURIComponent(number.hash.slice(1)));
    if (!target) {
      return;
    }
    const { words = "", before = "" } = number.dataset;
    const found = words ? find(target, words, before) : null;
    const back = link(number);
    if (found) {
      wrap(found, number.textContent, back);
    } else {
      target.classList.add("complaint-target");
      room(target).append(back);
    }
    number.href = `#${back.id}`;
    leads(number, back);
    leads(back, number);
  }

  /* The number beside what is marked, which leads back to the list. */
  function link(number) {
    const entry = number.closest("li");
    const made = document.createElement("a");
    made.className = `complaint-mark-number ${severity(number)}`;
    made.id = `mark_${number.textContent}`;
    made.href = `#${entry.id}`;
    made.lang = "vi";
    made.textContent = number.textContent;
    const said = entry.querySelector(".complaint-text").textContent;
    made.setAttribute("aria-label", `${number.getAttribute("aria-label").split(":")[0]}: ${said}`);
    return made;
  }

  function severity(number) {
    const group = number.closest(".complaints");
    return ["error", "warning", "info"].find((name) => group.classList.contains(name));
  }

  /* Where the numbers of a whole element stand: one place, however many there are. */
  function room(target) {
    const there = target.querySelector(":scope > .complaint-numbers");
    if (there) {
      return there;
    }
    const made = document.createElement("span");
    made.className = "complaint-numbers";
    target.prepend(made);
    return made;
  }

  /* Follow without leaving an address behind: `#anh-3` would open the photo. */
  function leads(from, to) {
    from.addEventListener("click", (event) => {
      event.preventDefault();
      const closed = to.closest("details:not([open])");
      if (closed) {
        closed.open = true;
      }
      to.scrollIntoView({ block: "center" });
      to.focus({ preventScroll: true });
    });
  }

  /* Text nodes and offsets of the words, white space taken as equal. */
  function find(target, words, before) {
    const letters = [];
    const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let count = 0; walker.nextNode(); count += 1) {
      if (count > PIECES) {
        return null;
      }
      const node = walker.currentNode;
      if (node.parentElement.closest(".complaint-numbers, .complaint-mark-number")) {
        continue;
      }
      for (let offset = 0; offset < node.data.length; offset += 1) {
        const letter = /\s/.test(node.data[offset]) ? " " : node.data[offset];
        if (letter !== " " || !text.endsWith(" ")) {
          text += letter;
          letters.push([node, offset]);
        }
      }
    }
    const wanted = plain(words);
    const lead = before ? `${plain(before)} ` : "";
    const start = place(text, wanted, [lead, lead.trimEnd(), ""]);
    return start < 0 ? null : pieces(letters.slice(start, start + wanted.length));
  }

  function plain(words) {
    return words.normalize("NFC").replace(/\s+/g, " ").trim();
  }

  /* Where the words begin: best just behind what stands before them in the file. */
  function place(text, wanted, leads) {
    for (const lead of leads) {
      const at = text.indexOf(lead + wanted);
      if (at >= 0) {
        return at + lead.length;
      }
    }
    return -1;
  }

  /* One stretch for each text node that has a part in it. */
  function pieces(letters) {
    const found = [];
    for (const [node, offset] of letters) {
      const last = found[found.length - 1];
      if (last && last.node === node) {
        last.end = offset + 1;
      } else {
        found.push({ node, start: offset, end: offset + 1 });
      }
    }
    return found;
  }

  function wrap(found, number, back) {
    let last = null;
    for (const { node, start, end } of found) {
      if (!node.data.slice(start, end).trim()) {
        continue;
      }
      const rest = node.splitText(start);
      rest.splitText(end - start);
      last = document.createElement("mark");
      last.className = `complaint-mark ${back.classList[1]}`;
      last.dataset.number = number;
      rest.replaceWith(last);
      last.append(rest);
    }
    (last.closest("a") || last).after(back);
  }
})();
