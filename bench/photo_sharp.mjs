/* sharp: 1600 from the file, each smaller width from the one before; WORKERS photos in flight.

     node photo_sharp.mjs WORKERS OUT ORIGINAL...   (OUT "-": nothing is written) */

import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const sharp = createRequire(join(process.cwd(), "x.js"))("sharp");
const [workers, out, ...originals] = process.argv.slice(2);
sharp.concurrency(1);
sharp.cache(false);
let size = 0;

async function photo(path) {
  let source = sharp(path).rotate();
  for (const width of [1600, 960, 480]) {
    const { data, info } = await source.resize(width).raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const file = await sharp(data, { raw }).webp({ quality: 78 }).toBuffer();
    size += file.length;
    if (out !== "-") writeFileSync(join(out, `${basename(path, ".jpg")}.${width}.webp`), file);
    source = sharp(data, { raw });
  }
}

const waiting = [...originals];
async function worker() {
  while (waiting.length) await photo(waiting.shift());
}
await Promise.all(Array.from({ length: Number(workers) }, worker));
console.log(size);
