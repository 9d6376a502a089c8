/* On the page to which a result led (`?h=…`): marks the words, shows the first of them, and takes
   the marks away again. */

import { read } from "./search-engine.js";
import { marks } from "./search-excerpt.js";
import { style, words } from "./search-site.js";
import { make } from "./search-result.js";

const MAIN = "page_content";
const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, figcaption, blockquote, pre";
const LEFT_ALONE = "nav, button, form, dialog, script, style, .visually-hidden";

const query = new URLSearchParams(location.search).get("h");
const found = read(query, { typing: true });

Promise.all([words(), style(), whole()]).then(([said]) => {
  const main = document.getElementById(MAIN);
  const marked = [...textsOf(main).values()].flatMap(mark);
  if (marked.length) {
    offer(said, marked, main);
    if (!location.hash) {
      marked[0].scrollIntoView({ block: "center" });
    }
  }
});

/* The page may still be arriving. */
function whole() {
  return document.readyState !== "loading" ? null
    : new Promise((done) => document.addEventListener("DOMContentLoaded", done));
}

/* Block -> the text nodes in it: words may be in several elements, never in several blocks. */
function textsOf(root) {
  const accept = (node) =>
    node.parentElement.closest(LEFT_ALONE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, accept);
  const blocks = new Map();
  while (walker.nextNode()) {
    const block = walker.currentNode.parentElement.closest(BLOCKS) || root;
    blocks.set(block, [...(blocks.get(block) || []), walker.currentNode]);
  }
  return blocks;
}

/* The marks of one block: a range that reaches over elements becomes one in each. */
function mark(nodes) {
  const ranges = marks(nodes.map(({ data }) => data).join(""), found);
  const made = [];
  let start = 0;
  for (const node of nodes) {
    const { length } = node.data;
    const own = ranges
      .map(([from, to]) => [Math.max(from - start, 0), Math.min(to - start, length)])
      .filter(([from, to]) => from < to);
    made.push(...wrap(node, own));
    start += length;
  }
  return made;
}

/* From the end, so that what stands before keeps its places. */
function wrap(node, ranges) {
  return ranges.reverse().map(([from, to]) => {
    const rest = node.splitText(from);
    rest.splitText(to - from);
    const made = make("mark", { className: "search-mark" });
    rest.replaceWith(made);
    made.append(rest);
    return made;
  }).reverse();
}

function offer({ t, counted }, marked, main) {
  const button = make("button", { className: "button search-unmark", type: "button" }, t("unmark"));
  button.setAttribute("aria-label", `${t("unmark")} (${counted("marks", marked.length)})`);
  button.addEventListener("click", () => {
    marked.forEach(unwrap);
    button.remove();
    const address = new URL(location.href);
    address.searchParams.delete("h");
    history.replaceState(history.state, "", address);
    main.focus({ preventScroll: true });
  });
  document.body.append(button);
}

function unwrap(element) {
  const parent = element.parentNode;
  element.replaceWith(...element.childNodes);
  parent.normalize();
}
