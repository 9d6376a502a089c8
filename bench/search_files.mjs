// What the runners share: reading a site's files as a browser would fetch them, and counting.

import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const PACKED = /\.(bin|pf_\w+|pagefind)$/; // compressed as they are stored

/** The files of a folder; counts what is fetched. */
export class Files {
  constructor(folder) {
    this.folder = folder;
    this.bytes = 0;
    this.requests = 0;
    this.held = new Map();
    this.sizes = new Map();
  }

  read(path) {
    if (!this.held.has(path)) {
      const content = readFileSync(`${this.folder}/${path}`);
      this.held.set(path, content);
      this.sizes.set(path, sent(path, content));
    }
    this.bytes += this.sizes.get(path);
    this.requests += 1;
    return this.held.get(path);
  }

  /** Bytes since the last time. */
  taken() {
    const { bytes, requests } = this;
    this.bytes = this.requests = 0;
    return { bytes, requests };
  }
}

/** Bytes of a file on its way to a browser. */
export function sent(path, content) {
  return PACKED.test(path) ? content.length : gzipSync(content, { level: 6 }).length;
}

/** Microseconds of user and system since `before`. */
export function spent(before) {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

export function queries(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

export function report(file, about, rows) {
  writeFileSync(file, JSON.stringify({ ...about, rows }));
}
