/* zlib (RFC 1950, 1951) for browsers without DecompressionStream; loaded by those alone. */

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const MORE_LENGTH = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const MORE_DISTANCE = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST = 15; /* bits of a code */
const END = 256;

/* Uint8Array -> Promise of what was deflated; rejects damaged bytes. */
export async function inflate(bytes) {
  const input = { bytes, at: 2, held: 0, count: 0 };
  must((bytes[0] & 15) === 8 && ((bytes[0] << 8) | bytes[1]) % 31 === 0 && !(bytes[1] & 32));
  const out = { bytes: new Uint8Array(4 * bytes.length + 64), length: 0 };
  for (let last = 0; !last;) {
    last = bits(input, 1);
    const kind = bits(input, 2);
    must(kind < 3);
    if (kind === 0) {
      stored(input, out);
    } else {
      block(input, out, ...(kind === 1 ? fixed() : dynamic(input)));
    }
  }
  const found = out.bytes.slice(0, out.length);
  input.held = input.count = 0; /* the rest of its byte */
  must(((bits(input, 8) << 24) | (bits(input, 8) << 16) | (bits(input, 8) << 8) | bits(input, 8)) >>> 0 === adler(found));
  must(input.at === bytes.length);
  return found;
}

function must(holds) {
  if (!holds) {
    throw new Error("damaged");
  }
}

function bits(input, count) {
  while (input.count < count) {
    must(input.at < input.bytes.length);
    input.held |= input.bytes[input.at] << input.count;
    input.at += 1;
    input.count += 8;
  }
  const found = input.held & ((1 << count) - 1);
  input.held >>>= count;
  input.count -= count;
  return found;
}

function put(out, byte) {
  if (out.length === out.bytes.length) {
    const larger = new Uint8Array(2 * out.length);
    larger.set(out.bytes);
    out.bytes = larger;
  }
  out.bytes[out.length] = byte;
  out.length += 1;
}

function stored(input, out) {
  input.held = input.count = 0;
  const [length, check] = [bits(input, 16), bits(input, 16)];
  must((length ^ check) === 0xffff);
  for (let left = length; left > 0; left -= 1) {
    put(out, bits(input, 8));
  }
}

/* A canonical Huffman code: how many there are of each length, and their symbols in order. */
function code(lengths) {
  const counts = new Array(LONGEST + 1).fill(0);
  lengths.forEach((length) => (counts[length] += length > 0));
  let room = 1;
  for (let length = 1; length <= LONGEST; length += 1) {
    room = 2 * room - counts[length];
    must(room >= 0);
  }
  const symbols = lengths.map((length, symbol) => [length, symbol]).filter(([length]) => length > 0);
  symbols.sort(([one], [other]) => one - other);
  return { counts, symbols: symbols.map(([, symbol]) => symbol) };
}

function symbol(input, { counts, symbols }) {
  let [value, first, index] = [0, 0, 0];
  for (let length = 1; length <= LONGEST; length += 1) {
    value |= bits(input, 1);
    if (value - first < counts[length]) {
      return symbols[index + value - first];
    }
    index += counts[length];
    first = (first + counts[length]) << 1;
    value <<= 1;
  }
  return must(false);
}

function fixed() {
  const literal = Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8));
  return [code(literal), code(new Array(30).fill(5))];
}

function dynamic(input) {
  const [literals, distances, count] = [bits(input, 5) + 257, bits(input, 5) + 1, bits(input, 4) + 4];
  const short = new Array(19).fill(0);
  for (const place of ORDER.slice(0, count)) {
    short[place] = bits(input, 3);
  }
  const [table, lengths] = [code(short), []];
  while (lengths.length < literals + distances) {
    const found = symbol(input, table);
    if (found < 16) {
      lengths.push(found);
    } else {
      const [base, more] = [[3, 2], [3, 3], [11, 7]][found - 16];
      must(found > 16 || lengths.length > 0);
      const repeated = found === 16 ? lengths[lengths.length - 1] : 0;
      lengths.push(...new Array(base + bits(input, more)).fill(repeated));
    }
  }
  must(lengths.length === literals + distances);
  return [code(lengths.slice(0, literals)), code(lengths.slice(literals))];
}

function block(input, out, literals, distances) {
  for (let found = symbol(input, literals); found !== END; found = symbol(input, literals)) {
    if (found < END) {
      put(out, found);
      continue;
    }
    must(found < 286);
    const length = LENGTHS[found - 257] + bits(input, MORE_LENGTH[found - 257]);
    const place = symbol(input, distances);
    const back = DISTANCES[place] + bits(input, MORE_DISTANCE[place]);
    must(back <= out.length);
    for (let left = length; left > 0; left -= 1) {
      put(out, out.bytes[out.length - back]);
    }
  }
}

function adler(bytes) {
  let [one, other] = [1, 0];
  for (const byte of bytes) {
    one = (one + byte) % 65521;
    other = (other + one) % 65521;
  }
  return ((other << 16) | one) >>> 0;
}
