/* Where the words of a question stand in a text, and the sentence that shows most of them. */

import { days, words } from "./search-engine.js";

const LENGTH = 200; /* characters of a sentence */
const STOP = /[\p{Ll}\d)”"][.!?…]+(?=\s|$)/gu; /* not the one of "BSCKII. Phan" */

/* [[start, end], …] of a text; words that stand together are one range. `found` is what the
   engine answers, or what `read` makes of a question. */
export function marks(text, found) {
  const joined = [];
  for (const { start, end } of places(text, found)) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      joined.push([start, end]);
    }
  }
  return joined;
}

/* {kind: "caption" | "text" | "facts", photo, text, marks} or null. */
export function excerpt({ captions = [], text = [], facts = [] }, found, { field } = {}) {
  const kinds = {
    caption: captions,
    text: text.map((passage) => [0, passage]),
    facts: facts.map((passage) => [0, passage]),
  };
  const order = field === 2 ? ["caption", "text", "facts"] : ["text", "caption", "facts"];
  for (const loose of [false, true]) {
    let best = { size: 0 };
    for (const kind of order) {
      for (const [photo, passage] of kinds[kind]) {
        const part = densest(places(passage, found, loose));
        best = part.size > best.size ? { ...part, kind, photo, passage } : best;
      }
    }
    if (best.size) {
      const { kind, photo, passage } = best;
      return { kind, photo, ...cut(passage, best, marks(passage, loose ? lone(found) : found)) };
    }
  }
  return null;
}

const lone = (found) => ({ ...found, groups: null, alone: found.words });

/* [{start, end, words}] in order: pairs of neighbours; words alone where they are asked for alone. */
function places(text, found, loose = false) {
  const groups = loose ? [] : found.groups?.map((group) => group.words.map(({ plain }) => plain)) || [found.words];
  const last = found.prefix ? found.words[found.words.length - 1] : null;
  const is = ({ plain }, word) => plain === word || (word === last && plain.startsWith(word));
  const alone = [...(loose ? found.words : found.alone || []), ...groups.filter(({ length }) => length === 1).flat()];
  const tokens = words(text);
  const made = [];
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    for (const group of groups) {
      group.forEach((word, place) => {
        if (next && place + 1 < group.length && is(token, word) && is(next, group[place + 1])) {
          const pair = [word, group[place + 1]];
          made.push({ start: token.start, end: next.end, words: [...pair, pair.join(" ")] });
        }
      });
    }
    const word = alone.find((one) => is(token, one));
    if (word) {
      made.push({ start: token.start, end: token.end, words: [word] });
    }
  });
  for (const { key, start, end } of found.dates?.length ? days(text) : []) {
    if (found.dates.some((date) => same(date, key))) {
      made.push({ start, end, words: [key] });
    }
  }
  return made.sort((one, other) => one.start - other.start);
}

/* A month is in each of its days; a day without its year is that of any. */
function same(asked, key) {
  const yearless = asked.startsWith("#--") || key.startsWith("#--");
  return key.startsWith(asked) || (yearless && key.slice(-6) === asked.slice(-6));
}

/* The stretch of at most LENGTH characters with most different words. */
function densest(ranges) {
  let best = { size: 0 };
  ranges.forEach(({ start }, at) => {
    const seen = new Set();
    let end = start;
    for (let next = at; ranges[next]?.start <= start + LENGTH; next += 1) {
      const range = ranges[next];
      const before = seen.size;
      if (range.start === start || range.end <= start + LENGTH) {
        range.words.forEach((word) => seen.add(word));
      }
      end = seen.size > before ? Math.max(end, range.end) : end;
    }
    best = seen.size > best.size ? { size: seen.size, start, end } : best;
  });
  return best;
}

/* The sentence around it, or as much of it as there is room for. */
function cut(text, { start, end }, ranges) {
  const room = Math.max(0, LENGTH - (end - start));
  const before = [...text.slice(0, start).matchAll(STOP)].pop();
  const after = text.slice(end).match(new RegExp(STOP.source, "u"));
  let from = before ? before.index + before[0].length : 0;
  let to = after ? end + after.index + after[0].length : text.length;
  const late = start - from > room;
  from = late ? start - (room >> 1) : from;
  from += (late ? /^\S*\s*/ : /^\s*/).exec(text.slice(from, start))[0].length;
  const early = to - from > LENGTH;
  to = early ? Math.max(end, text.lastIndexOf(" ", from + LENGTH)) : to;
  const lead = late ? "… " : "";
  return {
    text: `${lead}${text.slice(from, to)}${early ? " …" : ""}`,
    marks: ranges.filter(([one, other]) => one >= from && other <= to)
      .map(([one, other]) => [one - from + lead.length, other - from + lead.length]),
  };
}
