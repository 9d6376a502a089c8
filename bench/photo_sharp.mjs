/* sharp with WORKERS photos in flight: "sharp" makes 1600 from the file and each smaller width from
   the one before, "sharp-file" each from the file.

     node photo_sharp.mjs RECIPE WORKERS OUT ORIGINAL...   (OUT "-": nothing is written) */

import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const sharp = createRequire(join(process.cwd(), "x.js"))("sharp");
const [recipe, workers, out, ...originals] = process.argv.slice(2);
sharp.concurrency(1);
sharp.cache(false);
let size = 0;

function keep(path, width, file) {
  size += file.length;
  if (out !== "-") writeFileSync(join(out, `${basename(path, ".jpg")}.${width}.webp`), file);
}

async function fromFile(path) {
  for (const width of [1600, 960, 480])
    keep(path, width, await sharp(path).rotate().resize(width).webp({ quality: 78 }).toBuffer());
}

async function downwards(path) {
  let source = sharp(path).rotate();
  for (const width of [1600, 960, 480]) {
    const { data, info } = await source.resize(width).raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const file = await sharp(data, { raw }).webp({ quality: 78 }).toBuffer();
    keep(path, width, file);
    source = sharp(data, { raw });
  }
}

const photo = recipe === "sharp" ? downwards : fromFile;
const waiting = [...originals];
async function worker() {
  while (waiting.length) await photo(waiting.shift());
}
await Promise.all(Array.from({ length: Number(workers) }, worker));
console.log(size);
