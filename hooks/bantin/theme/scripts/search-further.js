/* What few questions need, fetched by the engine when one does: whether words stand together, other
   readings of mistyped words, and what filters count. The engine hands over its tools. */

const GUESSES = 24; /* words that may have been meant instead of one */
const TRIES = 8; /* of them that are looked up */
const SUSPECTS = 3; /* words that may be wrong */
const NAME = 5; /* words: whether so many stand together is read before a guess is believed */
const CHECKED = 3; /* documents that are read before a rare find is believed */
const END = "\uffff";
const FACETS = ["year", "category", "person", "organization"];

const lines = (bytes) => new TextDecoder().decode(bytes).split("\n");

/* Pairs of a phrase may stand in a document far from each other: reads what is to be shown. */
export async function checked(tools, index, found, { wanted }) {
  const { hits, units, quoted, unsure } = found;
  if (!unsure) {
    return found;
  }
  const [sound, chance] = [[], []];
  for (let at = 0; at < hits.length && sound.length < wanted && at < (quoted ? 4 * wanted : 1); at += wanted) {
    const some = hits.slice(at, quoted ? at + wanted : CHECKED);
    const texts = await Promise.all(some.map((hit) => spoken(tools, index, hit)));
    some.forEach((hit, place) => {
      const together = runs(units, hit.number, quoted)
        .every((run) => texts[place].some((passage) => passage.includes(run)));
      (together ? sound : chance).push(hit);
    });
  }
  const behind = (some, steps) => some.map((hit) => ({ ...hit, rank: hit.rank + steps * hits.length }));
  const others = behind(hits.slice(sound.length + chance.length), quoted ? 1 : 0);
  if (quoted) {
    return sound.length ? { ...found, hits: [...sound, ...others] } : { ...found, complete: false };
  }
  const believed = [...sound, ...others];
  const apart = believed.length > 0 && runs(units, believed[0].number).length > 1;
  return { ...found, hits: [...believed, ...behind(chance, 2)], full: believed.length > 0, chance: !believed.length, apart };
}

/* The passages of a document, as words between spaces. */
async function spoken({ record, passages, words }, index, hit) {
  const shown = await record(index, hit);
  const { captions, text, facts } = await passages(shown);
  return [shown.title, ...captions.map(([, caption]) => caption), ...text, ...facts]
    .map((passage) => ` ${words(passage).map(({ plain }) => plain).join(" ")} `);
}

/* The words that stand together as far as pairs tell, as texts between spaces. */
function runs(units, number, quoted) {
  const found = [];
  let group = null;
  for (const { at, open, key, pair, prefix, group: own } of units) {
    const there = pair && (!quoted || own.quoted) && (at[number] || open);
    const text = there ? ` ${key}${prefix ? "" : " "}` : "";
    if (there && group === own) {
      found.push(found.pop() + text.slice(1).slice(text.slice(1).indexOf(" ") + 1));
    } else if (there) {
      found.push(text);
    }
    group = there ? own : null;
  }
  return found;
}

/* Keys that were meant for a Vietnamese keyboard first; else one letter may be wrong, where the
   rarest pairs are. What stands behind the word before has its shard there; then any word at all. */
export async function repaired(tools, index, tried, options) {
  const { attempt, load } = tools;
  const { spots, units, asked } = tried;
  const strokes = new Map(spots.map(({ word }) => [word, unstroked(word.plain)]));
  if (spots.some(({ word }) => strokes.get(word) !== word.plain)) {
    const typed = await attempt(index, exchanged(asked, strokes), options);
    if (typed.complete && (typed.full || !tried.complete)) {
      return typed;
    }
  }
  const doubted = !tried.complete || tried.chance || !tried.hits[0].together;
  const known = ({ bit }) => Math.max(...units.map(({ pair, bits, count = 0 }) => (pair && bits & bit ? count : -1)));
  const single = ({ before, next, bit }) => !before && !next && !units.find(({ bits }) => bits === bit).count;
  const suspects = spots
    .filter((spot) => !spot.group.quoted && (doubted || !spot.cost) && /^\p{L}{2,}$/u.test(spot.word.plain) && (known(spot) >= 0 || single(spot)))
    .sort((one, other) => known(one) - known(other)).slice(0, doubted || spots.length < 6 ? SUSPECTS : 1);
  const lean = { ...options, lean: true };
  const bettered = async (than, guesses, how) => {
    const attempts = await Promise.all(likeliest(guesses).map(async ({ spot, word }) => {
      const made = await attempt(index, exchanged(asked, new Map([[spot.word, word]])), how);
      return { ...made, believed: believed(made, spot, doubted) };
    }));
    const better = attempts.filter((one) => one.believed && worth(one) > worth(than))
      .sort((one, other) => worth(other) - worth(one));
    return spots.length > NAME ? better[0] || than : await standing(better) || than;
  };
  let apart = null; /* words of several lines: the last choice */
  const standing = async (found) => {
    for (const one of found.slice(0, CHECKED)) {
      const { chance, hits } = await checked(tools, index, { ...one, unsure: true, quoted: false }, options);
      if (!chance) {
        return { ...one, hits }; /* first those that were read and are sound */
      }
      apart ??= one;
    }
    return null;
  };
  const behind = suspects.filter(({ before }) => before).map((spot) => followers(tools, index, spot));
  let best = await bettered(tried, (await Promise.all(behind)).flat(), lean);
  if (best === tried || best.hits[0].field === 1 || isLoose(best)) {
    const lists = await Promise.all(index.segments.map((segment) => load(`terms/${segment.words}.bin`, lines)));
    const all = new Map(lists.flat().map((line) => [line.slice(0, -1), Number(line.slice(-1))]));
    const guesses = (await Promise.all(suspects.map((spot) => meant(tools, index, spot, all)))).flat();
    best = await bettered(best, guesses, lean);
    best = best.complete ? best : await bettered(best, likeliest(guesses).slice(0, 2), options);
  }
  if (best === tried || best.hits[0].field > 1) {
    return best === tried ? apart || best : best;
  }
  const sound = doubted ? await checked(tools, index, best, options) : tried;
  return sound.full ? sound : tried;
}

/* Whether the last word is there as the beginning of another one only, or the words in several
   places. */
function isLoose({ units, hits: [{ number }] }) {
  return runs(units, number).length > 1
    || units.some(({ prefix, at }) => prefix && at[number] && !(at[number] & 1));
}

/* A guess must stand beside a neighbour, in a text alone beside both; and make a whole of all, not
   in a text alone, where documents have the words as they were typed. */
function believed({ complete, hits: [hit], units }, { bit, before, next }, doubted) {
  const beside = ({ at, open }) => at[hit.number] || open;
  const pairs = complete ? units.filter(({ pair, bits }) => pair && (bits & bit || !doubted)) : [];
  if (!doubted) {
    return complete && hit.field > 1 && pairs.length > 0 && pairs.every(beside);
  }
  return complete && ((!before && !next) || (hit.field > 1 ? pairs.some(beside) : pairs.every(beside)));
}

const worth = ({ complete, strict, full, hits }) => (
  complete ? hits[0].score + strict / 1e6 - (full && strict ? 0 : 1e9) : -1e10);

const likeliest = (guesses) => guesses.sort((one, other) => other.count - one.count).slice(0, TRIES);

/* hieens -> hien: no syllable has these letters behind its vowel. */
function unstroked(plain) {
  return plain.replace(/^dd/, "d").replace(/[aeiouy].*/, (rest) => (
    rest.replace(/[sfrxjwz]/g, "").replace(/([aeo])\1/g, "$1")));
}

function exchanged(asked, meant) {
  const groups = asked.groups.map((group) => ({
    ...group,
    words: group.words.map((word) => {
      const plain = meant.get(word) ?? word.plain;
      return plain === word.plain ? word : { plain, accent: 0 };
    }),
  }));
  const words = groups.flatMap((group) => group.words.map(({ plain }) => plain));
  const last = groups[groups.length - 1].words;
  return { ...asked, groups, words, prefix: asked.prefix && Boolean(last[last.length - 1].begun) };
}

async function followers({ eachShard, bytesOf }, index, spot) {
  const [before, { plain }] = [`${spot.before.plain} `, spot.word];
  const [start, counts] = [bytesOf(before), new Map()];
  await eachShard(index, before + plain[0], before + plain[0] + END, (one) => {
    one.keys.forEach((key, term) => {
      const word = key.slice(start.length);
      if (key.startsWith(start) && near(plain, word)) {
        counts.set(word, (counts.get(word) || 0) + one.many(term));
      }
    });
  });
  return Array.from(counts, ([word, count]) => ({ spot, word, count }));
}

/* Those first that stand beside its neighbours somewhere. */
function meant({ fetchUnit }, index, spot, all) {
  const close = [...all].filter(([word]) => near(spot.word.plain, word))
    .sort((one, other) => other[1] - one[1]).slice(0, GUESSES);
  const beside = async (key) => {
    const unit = { key };
    await fetchUnit(index, unit);
    return unit.count ? 10 : 0;
  };
  return Promise.all(close.map(async ([word, count]) => {
    const before = spot.before ? await beside(`${spot.before.plain} ${word}`) : 0;
    const next = spot.next && (before || !spot.before) ? await beside(`${word} ${spot.next.plain}`) : 0;
    return { spot, word, count: count + before + next };
  }));
}

/* One letter more, less or another, or two exchanged. */
function near(typed, word) {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) {
    at += 1;
  }
  const [one, other] = [typed.slice(at), word.slice(at)];
  const [less, fewer] = [one.slice(1), other.slice(1)];
  return typed !== word && (less === fewer || less === other || one === fewer
    || (one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2)));
}

/* What is known of each document, in order, and a test whether one passes the filters, but for
   those of one facet. */
export async function filters({ load, json }, index, only) {
  const files = await Promise.all(index.segments.map(({ facets }) => load(`texts/${facets}.bin`, json)));
  const rows = files.flatMap(({ rows: own, ...labels }) => own.map(([year, category, person, organization, lang]) => ({
    lang,
    year: year ? [[`${year}`, `${year}`]] : [],
    category: category < 0 ? [] : [labels.category[category]],
    person: person.map((one) => labels.person[one]),
    organization: organization.map((one) => labels.organization[one]),
  })));
  const fits = ({ number }, but) => FACETS.every((facet) => facet === but || !only[facet]?.length
    || rows[number][facet].some(([id]) => only[facet].includes(id)));
  return { rows, fits };
}

/* {year: [{id, label, labelEn, count}], …} of documents, each without its own filter. */
export function counted(hits, { rows, fits }) {
  return Object.fromEntries(FACETS.map((facet) => {
    const found = new Map();
    for (const hit of hits.filter((one) => fits(one, facet))) {
      for (const [id, label, labelEn = label] of rows[hit.number][facet]) {
        const entry = found.get(id) || { id, label, labelEn, count: 0 };
        entry.count += 1;
        found.set(id, entry);
      }
    }
    const [year, entries] = [facet === "year", [...found.values()]];
    return [facet, entries.sort((one, other) => (year ? other.id - one.id : other.count - one.count))];
  }));
}
