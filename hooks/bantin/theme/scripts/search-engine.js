/* Answers questions from the index in search/; docs/dev/search.md says what is in it. Knows no
   page: whoever opens it hands over a function that fetches bytes. Node runs this very file. */

const LONGEST = 200; /* characters of a question, … */
const WORDS = 16; /* … and words */
const WANTED = 10; /* documents: then near misses are left alone, on whichever page one is */
const PAIRS = 5; /* that are fetched at once: bytes */
const SINGLES = 4;
const SHARDS = 2; /* of a beginning, in each segment */
const SCATTERED = 3; /* words of a name that need not stand side by side */
const FILES = 256; /* kept in memory */
const DATES = 8;
const TEXT = 0x10; /* in the text alone */
const FACTORS = { 0: 0, 1: 1, 2: 1.2, 4: 1.5, 8: 2 }; /* what a field is worth among the nearest */
const END = "\uffff";

/* code: offline, damaged, format (another version of the index). */
export class SearchError extends Error {
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
}

/* Words, as hooks/bantin/search/tokens.py has them. */

const MARKS = /[\u0300-\u036f]/g;
const TOKEN = /\0([^\0]+)\0|(["“”„«»])|[\p{L}\p{N}\u0300-\u036f]+/gu;
const OLD = /([ou])([\u0300\u0309\u0303\u0301\u0323])([aey])(?![\p{L}\p{Nl}\p{No}\u0300-\u036f])/gu;
const PLAIN = { đ: "d", ð: "d", ɖ: "d", ø: "o", ł: "l", ı: "i", æ: "ae", œ: "oe", ς: "σ" };
const spelt = new Map();

/* [{plain, accent, start, end}] of a text in any normal form. */
export function words(text) {
  const found = [];
  for (const { 0: typed, 1: key, 2: quote, index } of text.matchAll(TOKEN)) {
    const word = key || quote ? null : take(typed.normalize("NFC").toLowerCase());
    if (word) {
      found.push({ ...word, start: index, end: index + typed.length });
    }
  }
  return found;
}

function take(typed) {
  if (!spelt.has(typed)) {
    if (spelt.size > 20000) {
      spelt.clear();
    }
    spelt.set(typed, apart(typed.slice(0, 32)));
  }
  return spelt.get(typed);
}

function apart(typed) {
  const spelling = typed.normalize("NFD").replace(OLD, place).normalize("NFC");
  const plain = spelling.toUpperCase().toLowerCase().normalize("NFD").replace(MARKS, "")
    .replace(/[đðɖøłıæœς]/g, (letter) => PLAIN[letter]).normalize("NFC");
  if (!plain || /[\ud800-\udfff]/.test(plain)) {
    return null;
  }
  let digest = 0x811c9dc5;
  for (let at = 0; at < spelling.length; at += 1) {
    digest = Math.imul(digest ^ spelling.charCodeAt(at), 0x01000193) >>> 0;
  }
  return { plain, accent: spelling === plain ? 0 : 1 + digest % 15 };
}

function place(old, vowel, tone, next, at, text) {
  const moves = next === "y" ? vowel === "u" && text[at - 1] !== "q" : vowel === "o";
  return moves ? vowel + next + tone : old;
}

/* Days, as readers write them. */

const MONTHS = "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?".split(" ");
const PARTS = {
  D: "(?<day>\\d\\d?)", M: "(?<month>\\d\\d?)", Y: "(?<year>\\d{4})", S: "(?<sign>[-/.])",
  N: `(?<name>${MONTHS.join("|")})\\.?`, G: "(?:(?:ng[àa]y|m[ồùo]ng) )?", T: "th[áa]ng ",
  A: ",?(?: n[ăa]m)?[ /-]", O: "(?:st|nd|rd|th)?",
};
const DAYS = [
  "YSM\\k<sign>D", "GDSM\\k<sign>(?:Y|(?<short>\\d\\d))", "GD[ /]?TM(?:AY)?", "TM(?:A|\\.)Y", "M[-/.]Y",
  "GD[-/]M", "Y-(?<month>\\d\\d)", "DO N(?:,? Y)?", "N DO(?:,? Y)?", "N,? Y",
].map((way) => {
  const source = way.replace(/[A-Z]/g, (part) => PARTS[part]).replace(/ /g, "\\s+");
  return new RegExp(`${source}(?![\\p{L}\\p{N}]|[-/.]\\d)`, "giu");
});

/* [{key, start, end}] of the days and months that an NFC text names. */
export function days(text) {
  const found = [];
  for (const way of /\d/.test(text) ? DAYS : []) {
    for (const { 0: { length }, index: start, groups } of text.matchAll(way)) {
      const end = start + length;
      const inside = /[\p{L}\p{N}][-/.,]?$/u.test(text.slice(Math.max(0, start - 2), start));
      const key = inside || found.some((other) => start < other.end && other.start < end)
        ? "" : day(groups);
      if (key) {
        found.push({ key, start, end });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function day({ year, short, month, name, day: date }) {
  const number = name ? MONTHS.findIndex((one) => one.startsWith(name.slice(0, 3).toLowerCase())) : month - 1;
  const when = new Date(Date.UTC(year || (short ? 2000 + Number(short) : 2000), number, date ?? 1));
  if (when.getUTCMonth() !== number || when.getUTCDate() !== Number(date ?? 1)) {
    return ""; /* no day of any calendar: just words */
  }
  const key = when.toISOString().slice(0, date ? 10 : 7);
  return year || short ? `#${key}` : `#-${key.slice(4)}`;
}

/* What is asked: {words: plain, groups: [{words, quoted}], dates: keys, prefix}. */
export function read(query, { typing = false, dated = true } = {}) {
  const text = String(query).slice(0, 10 * LONGEST).normalize("NFC").toLowerCase()
    .slice(0, LONGEST).replace(/\0/g, " ");
  const asked = { groups: [], dates: [] };
  let [spread, at, last, many, quoted, open] = ["", 0, 0, 0, false, null];
  for (const { key, start, end } of dated ? days(text) : []) {
    spread += `${text.slice(at, start)}\0${key}\0`;
    at = end;
  }
  spread += text.slice(at);
  for (const { 0: typed, 1: key, 2: quote, index } of spread.matchAll(TOKEN)) {
    const word = key || quote ? null : take(typed);
    if (key || quote) {
      open = null;
      quoted = quote ? quote === '"' ? !quoted : "“„«".includes(quote) : quoted;
      if (key && !asked.dates.includes(key) && asked.dates.length < DATES) {
        asked.dates.push(key);
      }
    } else if (word && many < WORDS) {
      if (!open) {
        asked.groups.push(open = { words: [], quoted });
      }
      open.words.push(word);
      many += 1;
      last = index + typed.length;
    }
  }
  asked.prefix = typing && last === spread.length && last > 0;
  asked.words = wordsOf(asked.groups);
  if (asked.prefix) {
    open.words.push({ ...open.words.pop(), begun: true });
  }
  return asked;
}

const wordsOf = (groups) => groups.flatMap((group) => group.words.map(({ plain }) => plain));

/* Files. */

const utf8 = new TextEncoder();
const bytesOf = (text) => String.fromCharCode(...utf8.encode(text));
const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/* Where the last of sorted first keys is that is not behind a key. */
function placeOf(firsts, key) {
  let at = firsts.length - 1;
  while (at > 0 && firsts[at] > key) {
    at -= 1;
  }
  return at;
}

function must(holds) {
  if (!holds) {
    throw new SearchError("damaged");
  }
}

/* Its keys stay UTF-8, a character for each byte: so they have the order of the index. */
function shard(bytes) {
  let at = 0;
  function varint(end) {
    for (let value = 0, factor = 1; ; factor *= 128) {
      must(at < end);
      const byte = bytes[at];
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) {
        return value;
      }
    }
  }
  const [count, length, more] = [0, 0, 0].map(() => varint(bytes.length));
  const end = at + length;
  const [keys, flags, starts] = [[], [], [0]];
  let key = "";
  for (let term = 0; term < count; term += 1) {
    const shared = varint(end);
    const own = varint(end);
    must(shared <= key.length && at + own <= end);
    key = key.slice(0, shared) + String.fromCharCode(...bytes.subarray(at, at += own));
    const postings = varint(end);
    keys.push(key);
    flags.push(postings & 3);
    starts.push(starts[term] + (postings >>> 2));
  }
  must(at === end && end + more + starts[count] === bytes.length);
  /* Calls `take(document, payload)` for each posting of a term. */
  function postings(term, take) {
    const payloads = end + more;
    at = end;
    for (let skip = starts[term]; skip > 0; at += 1) {
      must(at < payloads);
      skip -= bytes[at] < 128;
    }
    for (let one = starts[term], number = 0; one < starts[term + 1]; one += 1) {
      number += varint(payloads);
      take(number, bytes[payloads + one]);
    }
  }
  const many = (term) => starts[term + 1] - starts[term];
  return { keys, flags, many, postings };
}

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/* fetchBytes("terms/ab.bin", {fresh}) -> Promise<Uint8Array>, as stored. */
export function open(fetchBytes, { inflate = unpacked } = {}) {
  const kept = new Map(); /* path -> promise of its content, the longest unused first */
  let opened = null;

  function load(path, parse) {
    const there = kept.get(path) || fetched(path, parse);
    kept.delete(path);
    kept.set(path, there);
    if (kept.size > FILES) {
      kept.delete(kept.keys().next().value);
    }
    there.catch(() => kept.get(path) === there && kept.delete(path));
    return there;
  }

  /* A damaged file may be the browser's copy alone: it is asked for anew, once. */
  async function fetched(path, parse, fresh = false) {
    const bytes = await gone(fetchBytes(path, { fresh }));
    try {
      return parse(await inflate(bytes));
    } catch (cause) {
      if (fresh) {
        throw new SearchError("damaged", cause);
      }
      return fetched(path, parse, true);
    }
  }

  async function gone(promise) {
    try {
      return await promise;
    } catch (cause) {
      throw new SearchError("offline", cause);
    }
  }

  async function manifest() {
    const { format, common, segments, signposts: posted } = json(await gone(fetchBytes("manifest.json", { fresh: true })));
    if (format !== 1) {
      throw new SearchError("format");
    }
    const named = Object.entries(posted).map(([lang, one]) => [lang, numbered([{ ...one, pages: 0, dead: [] }], [])]);
    return { ...numbered(segments, common.split(" ")), named: new Map(named) };
  }

  /* Segments whose documents are numbered through. */
  function numbered(segments, common) {
    let documents = 0;
    const index = { segments: [], common };
    for (const segment of segments) {
      index.segments.push({ ...segment, base: documents });
      documents += segment.documents;
    }
    index.order = Int32Array.from({ length: documents }, (_, number) => number);
    index.dead = new Uint8Array(documents);
    for (const { base, pages, dead } of index.segments) {
      dead.forEach((number) => (index.dead[base + number] = 1));
      for (let number = base; number < base + pages; number += 1) {
        index.order[number] -= documents; /* pages of docs/ last */
      }
    }
    return index;
  }

  /* Calls `use(shard, segment)` for those that keys from … until may be in; whether that were
     all. */
  async function eachShard(index, from, until, use) {
    const all = await Promise.all(index.segments.map((segment) => look(segment, from, until, use)));
    return !all.includes(false);
  }

  async function look(segment, from, until, use) {
    const leaves = segment.leaves.slice(...range(segment.leaves.map(([first]) => first), from, until));
    const lists = await Promise.all(leaves.slice(0, SHARDS).map(([, name]) => load(`terms/${name}.bin`, json)));
    const firsts = lists.flatMap(({ keys }) => keys);
    const names = lists.flatMap((list) => list.names.match(/.{10}/g));
    must(names.length === firsts.length);
    const [low, high] = range(firsts, from, until);
    const some = names.slice(low, Math.min(high, low + SHARDS));
    const shards = await Promise.all(some.map((name) => load(`terms/${name}.bin`, shard)));
    shards.forEach((one, at) => {
      must(one.keys[0]?.startsWith(bytesOf(firsts[low + at])));
      use(one, segment);
    });
    return high - low <= SHARDS;
  }

  function range(firsts, from, until) {
    return [placeOf(firsts, from), placeOf(firsts, until) + 1];
  }

  /* What documents say of a unit: fields in the high bits, 1: the whole word, 2: its accents. */
  async function fetchUnit(index, unit, mark = "") {
    unit.at ??= new Uint8Array(index.order.length);
    unit.open = false;
    const from = mark + unit.key;
    const until = unit.prefix ? from + END : from;
    const [low, high] = [from, until].map(bytesOf);
    const all = await eachShard(index, from, until, (one, segment) => {
      for (let term = one.keys.findIndex((key) => key >= low); one.keys[term] <= high; term += 1) {
        const whole = one.keys[term] === low;
        unit.count = (unit.count || 0) + one.many(term);
        unit.tail ||= (one.flags[term] & 1) > 0 && !mark;
        unit.open ||= one.flags[term] > 0;
        one.postings(term, (number, payload) => {
          must(number < segment.documents);
          unit.at[segment.base + number] |= (payload & 0xf0) | whole
            | (whole && (payload & 15) === unit.accent ? 2 : 0);
        });
      }
    });
    unit.cut ||= !all;
  }

  /* Looks units up and judges all documents by them. Of many pairs only as many as cover all
     words; where pairs find nothing, the words that are missing for themselves. */
  async function attempt(index, asked, { wanted, everything, lean }) {
    const spots = spotsOf(asked, index.common);
    const usual = spots.reduce((bits, { bit, cost }) => (cost ? bits | bit : bits), 0);
    const pairs = spots.filter(({ next }) => next).map(pairOf);
    const units = [
      ...enough(pairs, usual),
      ...spots.filter(({ before, next }) => !before && !next).map(single),
      ...asked.dates.map((key, at) => ({ key, bits: 1 << (spots.length + at) })),
    ];
    const judged = async (sought, mark) => {
      await Promise.all(sought.map((unit) => fetchUnit(index, unit, mark)));
      return judge(index, units.sort((one, other) => lowest(one.bits) - lowest(other.bits)), usual, wanted);
    };
    let found = await judged(units);
    const tails = units.filter(({ tail }) => tail);
    const vague = found.sure < wanted && units.every(({ open, count }) => open || !count);
    if (tails.length && (everything || vague || tails.some(({ quoted }) => quoted))) {
      found = await judged(tails, "~");
    }
    const weak = found.strict < wanted && found.hits[0]?.field < 8;
    const titled = !found.complete && found.hits[0]?.field === 8; /* likely a title, mistyped */
    const rest = pairs.filter((pair) => !units.includes(pair) && (!titled || pair.bits & found.missing));
    if (!lean && rest.length && (!found.complete || weak)) {
      units.push(...rest);
      found = await judged(rest);
    }
    const full = found.complete;
    const missing = spots.filter(({ bit, group }) => found.missing & bit && !group.quoted);
    if (!lean && !full && missing.some(({ before, next }) => before || next)) {
      const rare = missing.filter(({ cost }) => !cost);
      const sought = (rare.length ? rare : missing).slice(0, SINGLES).map(single);
      const usual = rare.length ? missing.filter(({ cost }) => cost) : [];
      units.push(...sought, ...usual.map(({ bit }) => ({ bits: bit, open: true, at: [] })));
      found = await judged(sought);
    }
    const quoted = asked.groups.some((group) => group.quoted && group.words.length > 2);
    const rare = full && found.strict < wanted && found.hits[0].field === 1 && asked.words.length > 2;
    const unsure = found.hits.length > 0 && (quoted || rare);
    return { ...found, asked, spots, units, full, quoted, unsure };
  }

  async function record(index, { number, field, spelt }) {
    const { base, records } = index.segments.filter((segment) => segment.base <= number).pop();
    const pack = await load(`texts/${records}/${(number - base) >> 2}.bin`, json);
    const [address, title, date, dateText, category, photos, pictures, lang, text] = pack[(number - base) & 3];
    const thumbnail = pictures ? { avif: pictures[0], jpg: pictures[1] } : null;
    return { number, address, title, date, dateText, category, photos, thumbnail, lang, text, field, spelt };
  }

  const tools = { attempt, fetchUnit, eachShard, load, record, passages, json, bytesOf, words };
  const further = () => gone(import("./search-further.js"));

  /* A day that no document knows is words. */
  async function asRead(index, query, typing, how) {
    const found = await attempt(index, read(query, { typing }), how);
    if (found.complete || !found.asked.dates.length) {
      return found.unsure ? (await further()).checked(tools, index, found, how) : found;
    }
    const plainly = await attempt(index, read(query, { typing, dated: false }), how);
    return plainly.complete ? { ...plainly, plainly: true } : found;
  }

  async function answer(index, query, options) {
    const { limit = 10, offset = 0, lang, typing, sort, only = {}, facets } = options;
    const narrow = facets || Object.values(only).some((ids) => ids?.length);
    const everything = options.everything || narrow || sort === "date";
    const how = { wanted: everything ? WANTED : offset + limit, everything };
    const tried = await asRead(index, query, typing, how);
    const doubted = !tried.strict || !tried.full || tried.apart;
    const repair = doubted && tried.spots.length && !tried.plainly;
    const best = repair ? await (await further()).repaired(tools, index, tried, how) : tried;
    const filter = narrow ? await (await further()).filters(tools, index, only) : null;
    const hits = best.hits.filter((hit) => !filter || filter.fits(hit))
      .map((hit) => ({ ...hit, lang: filter?.rows[hit.number].lang }));
    const ranks = new Map(hits.map(({ number, rank }) => [number, rank]));
    const page = ({ number }) => index.order[number] < 0;
    const order = sort === "date" ? (one, other) => index.order[other.number] - index.order[one.number]
      : (one, other) => ranks.get(one.number) - ranks.get(other.number)
        || page(one) - page(other) || (other.lang === lang) - (one.lang === lang);
    hits.sort(order);
    const results = await Promise.all(hits.slice(offset, offset + limit).map((hit) => record(index, hit)));
    results.sort(order); /* whose language is known only now, where nothing is filtered */
    const { asked, units, spots, complete } = best;
    return {
      ...asked, query: String(query), complete, results, total: hits.length,
      repaired: best === tried ? "" : asked.words.join(" "),
      alone: spots.filter(({ bit }) => units.some(({ key, bits }) => key && bits === bit)).map(({ word }) => word.plain),
      exact: units.every(({ open, cut }) => !open && !cut),
      ...(facets && { facets: (await further()).counted(best.hits, filter) }),
    };
  }

  /* A file that is gone: perhaps the site was published anew meanwhile. */
  async function search(query, options = {}) {
    try {
      opened ??= manifest();
      return await answer(await opened, query, options);
    } catch (failure) {
      opened = null;
      if (failure.code !== "offline") {
        throw told(failure);
      }
    }
    try {
      const index = await manifest();
      opened = Promise.resolve(index);
      return await answer(index, query, options);
    } catch (failure) {
      throw opened && failure.code === "offline" ? new SearchError("damaged", failure) : told(failure);
    }
  }

  /* The pages whose names have all the words: [{address, name, kind, note, lang}], at most `limit`.
     What is mistyped is `search`'s to repair. */
  async function signposts(query, { lang, limit = 3, typing } = {}) {
    const asked = read(query, { typing, dated: false });
    const index = asked.words.join("").length > 1 && (await (opened ??= manifest())).named.get(lang);
    if (!index) {
      return [];
    }
    const side = await attempt(index, asked, { wanted: limit, lean: true });
    const few = asked.words.length > 1 && asked.words.length <= SCATTERED;
    const { complete, hits } = side.complete || !few ? side : await attempt(index, asked, { wanted: limit });
    const found = complete ? hits.slice(0, limit) : [];
    return Promise.all(found.map(async ({ number }) => {
      const pack = await load(`texts/${index.segments[0].records}/${number >> 2}.bin`, json);
      const [address, name, kind, note, spoken] = pack[number & 3];
      return { address, name, kind, note, lang: spoken };
    }));
  }

  /* What stands in a document that was found: {text, captions, facts}. */
  function passages({ text }) {
    return load(`texts/${text}.bin`, json);
  }

  return { search, signposts, passages };
}

const told = (failure) => (failure instanceof SearchError ? failure : new SearchError("damaged", failure));

/* Planning. */

function spotsOf({ groups }, common) {
  const spots = groups.flatMap((group) => group.words.map((word, at) => (
    { word, group, before: group.words[at - 1], next: group.words[at + 1] })));
  return spots.map((spot, at) => {
    const rank = common.indexOf(spot.word.plain);
    return { ...spot, bit: 1 << at, cost: rank < 0 ? 0 : common.length - rank };
  });
}

function single({ word, bit, group }) {
  return { key: `!${word.plain}`, bits: bit, accent: word.accent || -1, prefix: word.begun, quoted: group.quoted };
}

/* Accents count only if any were typed. */
function pairOf({ word, next, bit, cost, group }, at, spots) {
  return {
    key: `${word.plain} ${next.plain}`, bits: 3 * bit, prefix: next.begun, pair: true, group, quoted: group.quoted,
    accent: word.accent || next.accent ? (3 * word.accent + next.accent) & 15 : -1,
    cost: cost + (next.begun ? 1 : 0),
  };
}

/* Those that cover most words, rare ones above all. */
function enough(pairs, usual) {
  const [taken, left] = [[], [...pairs]];
  let covered = 0;
  const gain = ({ bits }) => 3 * count(bits & ~covered) - 2 * count(bits & ~covered & usual);
  while (left.length && (taken.length < PAIRS)) {
    left.sort((one, other) => gain(other) - gain(one) || one.cost - other.cost);
    if (pairs.length > PAIRS && !gain(left[0])) {
      break;
    }
    covered |= left[0].bits;
    taken.push(left.shift());
  }
  return taken;
}

/* Ranking. */

const lowest = (bits) => bits & -bits;
const highest = (bits) => bits && 1 << (31 - Math.clz32(bits));

function count(bits) {
  let found = 0;
  for (let left = bits; left; left &= left - 1) {
    found += 1;
  }
  return found;
}

/* The documents with all words; if these are few, also those that lack only usual ones; else the
   nearest, which also stand beside documents with all words scattered in their texts. Best first. */
function judge({ order, dead }, units, usual, wanted) {
  const all = units.reduce((bits, unit) => bits | unit.bits, 0);
  const tiers = [[], [], []];
  for (let number = 0; number < order.length; number += 1) {
    let any = 0;
    for (const { at } of units) {
      any |= at[number];
    }
    if (any && !dead[number]) {
      const hit = weigh(units, number);
      const lacks = hit.whole ? all & ~hit.loose : all;
      tiers[lacks ? lacks & ~usual || !(hit.sure & ~usual) ? 2 : 1 : 0].push(hit);
    }
  }
  const [whole, almost, part] = tiers;
  const best = (one, other) => other.score - one.score || order[other.number] - order[one.number];
  const hits = whole.sort(best).concat(whole.length < wanted ? almost.sort(best) : []);
  const complete = hits.length > 0;
  const found = { strict: whole.length, sure: whole.filter(({ sure }) => sure === all).length, complete, missing: 0, hits };
  if (complete && !(whole.length < wanted && hits.every(({ scattered }) => scattered))) {
    return { ...found, hits: ranked(hits, ({ score }) => score) };
  }
  const rarity = units.map((unit) => Math.log2(1 + order.length / (1 + (unit.count || order.length))));
  const [near, joint] = [new Map(), new Set(hits)];
  for (const hit of hits.concat(part)) {
    const sum = units.reduce((known, { at }, place) => known + FACTORS[highest(at[hit.number] >> 4)] * rarity[place], 0);
    near.set(hit, sum * (joint.has(hit) ? 2 : 1));
  }
  const nearest = [...near.keys()].sort((one, other) => near.get(other) - near.get(one) || best(one, other));
  const most = near.get(nearest[0]);
  const close = ranked(nearest.filter((hit) => joint.has(hit) || near.get(hit) * 2 >= most),
    (hit) => `${near.get(hit)} ${hit.score}`);
  if (complete) {
    return { ...found, hits: close };
  }
  const first = nearest.filter((hit) => near.get(hit) === most);
  return { ...found, hits: close, missing: first.reduce((bits, { sure }) => bits | (all & ~sure), first.length ? 0 : all) };
}

/* Sorted documents with their places: those that are as good as the one before share its place. */
function ranked(hits, worth) {
  let rank = 0;
  return hits.map((hit, at) => {
    rank += at > 0 && worth(hit) !== worth(hits[at - 1]);
    return Object.assign(hit, { rank });
  });
}

/* More words, more pairs, more of the accents that were typed, better fields of each run. */
function weigh(units, number) {
  let sure = 0;
  let loose = 0;
  let pairs = 0;
  let spelt = 0;
  let fields = 0;
  let run = 0;
  let field = 8;
  let group = null;
  let whole = true;
  let together = false;
  let parts = 0;
  let exact = 0; /* whole words, not beginnings */
  let top = 0;
  for (const { at, bits, open, pair, quoted, group: own } of units) {
    const found = at[number] || (open ? TEXT : 0); /* what is left out is so in the text alone */
    if (found) {
      const joint = pair && own === group;
      const common = joint ? run & (found >> 4) : 0;
      if (joint && !common) {
        pairs -= 1;
        whole &&= !quoted;
      }
      parts += common ? 0 : 1;
      fields += common ? highest(common) - highest(run) : highest(found >> 4);
      run = common || found >> 4;
      field = Math.min(field, highest(run) || 1);
      top = Math.max(top, highest(run));
      together ||= pair && at[number] > 0;
      pairs += pair ? (at[number] ? 4 : 3) : 1;
      exact += found & 1;
      spelt += (found >> 1) & 1;
      sure |= at[number] ? bits : 0;
      loose |= bits;
    } else {
      whole &&= !quoted;
    }
    group = found && pair ? own : null;
  }
  return { number, sure, loose, whole, field, spelt: spelt > 0, together, scattered: top < 2 && count(loose) < 2.5 * parts, score: ((pairs * 32 + spelt) * 512 + fields) * 32 + exact };
}
