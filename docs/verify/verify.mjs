// Checks an audit bundle against a pinned name and key, with nothing but Node's own crypto and zlib. It shares no code with the
// application: docs/ledger-format.md is all it rests on, so that nobody needs our code to believe us.
//   node verify.mjs bundle.zip --origin NAME --key VKEY [--key VKEY] [--witness VKEY]
// Each finding is a line. It ends with 0 where all is proven, with 1 where not, and with 2 where it was called wrongly.
import { isUtf8 } from 'node:buffer';
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { open } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { createInflateRaw } from 'node:zlib';

const FILES = ['README.txt', 'bundle.json', 'checkpoint', 'checkpoints.jsonl', 'keys.txt', 'sources.jsonl', 'events.jsonl'];
const MIB = 1024 * 1024, MOST_FINDINGS = 100, MOST_NOTE = 256 * 1024, MOST_LEAF = 65535, LAST_SECOND = 253402300799n;
const HEX = /^[0-9a-f]{64}$/, ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, KEY_NAME = /^[^\s+\p{Cc}]{1,255}$/u;
const UNREADABLE = 'it is not of the form that it has in a bundle';
class Stop extends Error {}
const shown = (text) => String(text).slice(0, 200).replace(/[\x00-\x1f\x7f-\x9f\u2028-\u202e]/g, '?');
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right), half = (number) => Math.floor(number / 2);
const utf8 = (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : undefined);
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const hasMembers = (value, names) => isObject(value) && Object.keys(value).sort().join() === names.join();
const isCount = (value) => Number.isInteger(value) && value >= 0 && value < 1e15, hashes = (proof) => proof.map((hash) => Buffer.from(hash, 'hex'));
const isHex = (value) => typeof value === 'string' && HEX.test(value), isId = (value) => typeof value === 'string' && ID.test(value);
const isProof = (value) => Array.isArray(value) && value.length <= 63 && value.every(isHex), isSeals = (value) => isObject(value) && Object.values(value).every(isHex);
const isEvent = (e) => isObject(e) && e.v === 1 && isId(e.id) && isId(e.stream) && isCount(e.sequence) && isCount(e.version) && e.version > 0
  && typeof e.type === 'string' && e.type.length > 0 && e.type.length <= 200;

// Canonical JSON, RFC 8785. It is the only form in which lines of a bundle may stand.
function canonical(value, depth = 0) {
  if (typeof value === 'string' && !value.isWellFormed()) throw new SyntaxError('half a surrogate pair');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (depth === 64) throw new SyntaxError('too deep');
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join()}]`;
  return `{${Object.keys(value).sort().map((name) => `${canonical(name)}:${canonical(value[name], depth + 1)}`).join()}}`;
}

function parseLine(bytes) {
  try {
    const text = utf8(bytes), value = JSON.parse(text);
    return canonical(value) === text ? value : undefined;
  } catch { return undefined; }
}

// The leaf of an event: its canonical JSON, in which a commitment stands for each sealed value. Nothing where a seal is on nothing.
function leafOf(event, salts, erased) {
  const paths = [...Object.keys(salts), ...Object.keys(erased)], left = new Map(), folded = new Set();
  const stand = (name, hash) => `{"${name}":"${hash}"}`;
  let used;
  function write(value, at) {
    const isErased = Object.hasOwn(erased, at);
    if (!isErased && !Object.hasOwn(salts, at)) return folded.has(at) ? stand('digest', sha256(writeOpen(value, at)).toString('hex')) : writeOpen(value, at);
    if (value === null && !isErased) throw new Stop();
    used++;
    if (isErased) left.set(at, sha256(canonical(value)).toString('hex'));
    return stand('commitment', isErased ? erased[at] : sha256(Buffer.from(salts[at], 'hex'), canonical(value)).toString('hex'));
  }
  function writeOpen(value, at) {
    if (Array.isArray(value)) return `[${value.map((item, i) => write(item, `${at}/${i}`)).join()}]`;
    if (!isObject(value)) return canonical(value);
    const names = Object.keys(value).sort();
    if (names.length === 1 && (names[0] === 'commitment' || names[0] === 'digest') && isHex(value[names[0]])) throw new Stop();
    return `{${names.map((n) => `${canonical(n)}:${write(value[n], `${at}/${n.replaceAll('~', '~0').replaceAll('/', '~1')}`)}`).join()}}`;
  }
  if (Object.keys(event).length !== 13 || paths.includes('') || new Set(paths).size < paths.length || paths.length > 1e5) return undefined;
  try {
    for (const fold of ['', '/data', '/headers']) {
      used = 0;
      const text = Buffer.from(writeOpen(event, folded.add(fold) && ''));
      if (used === paths.length && text.length <= MOST_LEAF) return { hash: sha256(Buffer.of(0), text), left };
    }
  } catch (e) { if (!(e instanceof Stop)) throw e; }
  return undefined;
}

// Inclusion and consistency: RFC 9162, sections 2.1.3.2 and 2.1.4.2. Sizes are below 10^15, so that halving a number is exact.
function climb(node, last, proof, onLeft, onRight) {
  for (const hash of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      onLeft(hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else onRight(hash);
    [node, last] = [half(node), half(last)];
  }
  return last === 0;
}

function isIncluded(index, latest, hash, proof) {
  const isTop = index < latest.size && climb(index, latest.size - 1, proof, (h) => { hash = nodeHash(h, hash); }, (h) => { hash = nodeHash(hash, h); });
  return isTop && hash.equals(latest.root);
}

function isConsistent(before, latest, proof) {
  if (before.size >= latest.size) return before.size === latest.size && proof.length === 0 && before.root.equals(latest.root);
  if (before.size === 0) return proof.length === 0 && before.root.equals(sha256(''));
  let node = before.size - 1, last = latest.size - 1;
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  const path = node === 0 ? [before.root, ...proof] : proof;
  let [first, second] = [path[0], path[0]];
  const isTop = path.length > 0 && climb(node, last, path.slice(1),
    (h) => { [first, second] = [nodeHash(h, first), nodeHash(h, second)]; }, (h) => { second = nodeHash(second, h); });
  return isTop && first.equals(before.root) && second.equals(latest.root);
}

// Signed notes and checkpoints: C2SP signed-note, tlog-checkpoint, tlog-cosignature.
const base64 = (text = '') => (Buffer.from(text, 'base64').toString('base64') === text ? Buffer.from(text, 'base64') : Buffer.alloc(0));
export function parseKey(text) {
  const [name, id, ...rest] = text.split('+'), bytes = base64(rest.join('+'));
  if (!KEY_NAME.test(name) || bytes.length !== 33 || (bytes[0] !== 1 && bytes[0] !== 4)) return undefined;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') }, format: 'jwk' });
  return id === sha256(`${name}\n`, bytes).toString('hex', 0, 4) ? { name, id, isWitness: bytes[0] === 4, key } : undefined;
}

function isSignedBy(key, signature, text) {
  if (!key.isWitness) return signature.length === 64 && verifySignature(null, Buffer.from(text), key.key, signature);
  const time = signature.length === 72 ? signature.readBigUInt64BE() : LAST_SECOND + 1n;
  return time <= LAST_SECOND && verifySignature(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), key.key, signature.subarray(8));
}

function parseSignature(line) {
  const [dash, name, signed, ...more] = line.split(' '), bytes = base64(signed);
  const isOne = dash === '—' && KEY_NAME.test(name ?? '') && bytes.length > 4 && bytes.length <= 8192 && more.length === 0;
  return isOne ? { name, id: bytes.toString('hex', 0, 4), bytes: bytes.subarray(4) } : undefined;
}

function openCheckpoint(note, origin, keys) {
  const end = note.lastIndexOf('\n\n'), text = note.slice(0, end + 1), lines = note.slice(end + 2).split('\n'), signatures = lines.slice(0, -1).map(parseSignature);
  if (note.length > MOST_NOTE || end < 0 || lines.at(-1) !== '' || signatures.length < 1 || signatures.length > 64 || signatures.includes(undefined)
    || /[\x00-\x09\x0b-\x1f]/.test(note) || !note.isWellFormed()) return { problem: UNREADABLE };
  const [name, size, hash, ...extensions] = text.split('\n'), root = base64(hash);
  if (!name || !/^(0|[1-9][0-9]{0,14})$/.test(size) || root.length !== 32 || extensions.pop() !== '' || extensions.includes('')) return { problem: UNREADABLE };
  if (name !== origin) return { problem: 'it is of another log than the pinned one' };
  const known = signatures.flatMap((s) => keys.filter((k) => k.name === s.name && k.id === s.id).map((key) => ({ key, isTrue: isSignedBy(key, s.bytes, text) })));
  if (!known.every((k) => k.isTrue) || !known.some((k) => !k.key.isWitness)) return { problem: 'no pinned key signed it, or a signature is false' };
  return { size: Number(size), root, signers: known.map((k) => k.key) };
}

// The zip file: PKWARE APPNOTE 4.3. A long list of files is refused before it is read.
async function filesIn(handle) {
  const read = async (at, length) => {
    const bytes = Buffer.alloc(length);
    if ((await handle.read(bytes, 0, length, at)).bytesRead < length) throw new Stop();
    return bytes;
  };
  const { size } = await handle.stat(), end = size < 22 ? Buffer.alloc(22) : await read(size - 22, 22), files = [];
  if (end.readUInt32LE() !== 0x06054b50 || end.readUInt16LE(10) > 16 || end.readUInt32LE(12) > 16384) throw new Stop();
  let start = end.readUInt32LE(16);
  if (start === 0xffffffff) start = Number((await read(Number((await read(size - 42, 20)).readBigUInt64LE(8)), 56)).readBigUInt64LE(48));
  const list = await read(start, end.readUInt32LE(12));
  for (let at = 0, left = end.readUInt16LE(10); left > 0; left--) {
    const method = list.readUInt16LE(at + 10), [name, extra, comment] = [28, 30, 32].map((o) => list.readUInt16LE(at + o)), wide = [];
    // The extra field 0x0001 has the numbers that four bytes cannot hold: the length unpacked, packed, and the place.
    for (let x = at + 46 + name; x < at + 46 + name + extra; x += 4 + list.readUInt16LE(x + 2))
      if (list.readUInt16LE(x) === 1) for (let n = 0; n < list.readUInt16LE(x + 2); n += 8) wide.push(Number(list.readBigUInt64LE(x + 4 + n)));
    const [, length, offset] = [24, 20, 42].map((o) => list.readUInt32LE(at + o)).map((n) => (n === 0xffffffff ? wide.shift() : n));
    const local = await read(offset, 30), data = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    if (list.readUInt32LE(at) !== 0x02014b50 || local.readUInt32LE() !== 0x04034b50 || (method !== 0 && method !== 8)) throw new Stop();
    const raw = () => handle.createReadStream({ start: data, end: data + length - 1, autoClose: false });
    files.push({ name: list.toString('utf8', at + 46, at + 46 + name), chunks: () => (length === 0 ? [] : method === 8 ? raw().pipe(createInflateRaw()) : raw()) });
    at += 46 + name + extra + comment;
  }
  return files;
}

// Lines, each ended by a newline; the last one given is undefined where it is too long or has no end.
async function* linesOf(file, most) {
  let parts = [], length = 0;
  for await (const chunk of file.chunks()) {
    let from = 0;
    for (let at; (at = chunk.indexOf(10, from)) >= 0; [parts, length, from] = [[], 0, at + 1]) yield Buffer.concat([...parts, chunk.subarray(from, at)]);
    length += parts.push(chunk.subarray(from)) && chunk.length - from;
    if (length > most) break;
  }
  if (length > 0) yield undefined;
}

/** Checks a bundle: the findings, a line each, and what was read. */
export async function verify(path, pins) {
  const report = { findings: [], events: 0, size: 0, root: undefined, isWhole: false, earlier: 0, erased: 0 };
  const add = (place, words, ...args) => report.findings.push(`${place}: ${words.replace(/\{(\d)\}/g, (_, i) => shown(args[i]))}`);
  const tell = (...finding) => { if (add(...finding) > MOST_FINDINGS) throw new Stop(); };
  const handle = await open(path);
  try {
    await check(await filesIn(handle), pins, tell, report);
  } catch (e) {
    if (report.findings.length > MOST_FINDINGS) report.findings.splice(-1, 1, 'bundle: there is more to be found, and reading stopped here');
    else if (e instanceof Stop || e instanceof RangeError || /^(Z_|ERR_)/.test(e.code)) add('bundle', 'it is no zip file that can be read');
    else throw e;
  } finally { await handle.close(); }
  return report;
}

async function check(entries, pins, tell, report) {
  const files = {};
  for (const entry of entries) {
    if (!FILES.includes(entry.name)) tell('bundle', 'it holds a file that does not belong into a bundle');
    else if (files[entry.name]) tell(entry.name, 'it stands twice in the bundle');
    else files[entry.name] = entry;
  }
  FILES.filter((name) => !files[name]).forEach((name) => tell(name, 'it is missing'));
  if (report.findings.length > 0) return;

  const abouts = [], note = [];
  for await (const line of linesOf(files['bundle.json'], 8 * MIB)) if (abouts.push(line && parseLine(line)) > 1) break;
  const [about] = abouts, isAbout = abouts.length === 1 && hasMembers(about, ['form', 'streams', 'whole']) && about.form === 'relations-audit-bundle/1';
  if (!isAbout || typeof about.whole !== 'boolean' || !Array.isArray(about.streams) || !about.streams.every(isId)) return tell('bundle.json', UNREADABLE);
  for await (const chunk of files.checkpoint.chunks()) if (note.push(chunk) > 64) break;
  const latest = openCheckpoint(utf8(Buffer.concat(note)) ?? '', pins.origin, [...pins.keys, ...pins.witnesses]);
  if (latest.problem) return tell('checkpoint', latest.problem);
  Object.assign(report, { isWhole: about.whole, size: latest.size, root: latest.root.toString('hex') });
  pins.witnesses.filter((w) => !latest.signers.includes(w)).forEach((w) => tell('checkpoint', 'the witness {0} did not sign it', w.name));

  const eachLine = async (name, most, members, read) => {
    let number = 0;
    for await (const bytes of linesOf(files[name], most)) {
      const place = `${name} line ${++number}`, line = bytes && parseLine(bytes);
      if (!hasMembers(line, members) || !read(line, place)) tell(place, UNREADABLE);
    }
  };
  await eachLine('checkpoints.jsonl', MIB, ['checkpoint', 'proof'], (line, place) => {
    if (typeof line.checkpoint !== 'string' || !isProof(line.proof) || report.earlier++ === 1e5) return false;
    const before = openCheckpoint(line.checkpoint, pins.origin, pins.keys);
    if (before.problem || !isConsistent(before, latest, hashes(line.proof))) tell(place, before.problem ?? 'the latest checkpoint does not continue it');
    return true;
  });
  const sources = new Map();
  await eachLine('sources.jsonl', MIB, ['sha256', 'source', 'text', 'title'], (row) => {
    const isRow = isHex(row.sha256) && isId(row.source) && typeof row.title === 'string' && (row.text === null || isHex(row.text));
    return isRow && sources.size < 1e6 && !sources.has(row.source) && sources.set(row.source, row);
  });
  await checkEvents(eachLine, { latest, isWhole: about.whole, streams: new Set(about.streams), sources }, tell, report);
}

async function checkEvents(eachLine, { latest, isWhole, streams, sources }, tell, report) {
  const versions = new Map(), erased = new Map(), right = [];
  let next = 0, lastSequence = -1, taken = 0;
  await eachLine('events.jsonl', 32 * MIB, ['erased', 'event', 'index', 'proof', 'salts'], ({ event, index, proof, salts, erased: kept }) => {
    if (!isCount(index) || !isProof(proof) || !isSeals(salts) || !isSeals(kept) || !isEvent(event)) return false;
    report.events++;
    const place = `event index ${index} (sequence ${event.sequence}, ${shown(event.type)})`, before = versions.get(event.stream) ?? 0;
    if (index < next) tell(place, 'it does not stand behind an event of a lower index');
    else if (isWhole && index > next) tell(place, 'index {0} is missing, and the bundle says that it is whole', next);
    if (event.sequence <= lastSequence) tell(place, 'it does not stand behind an event of a lower sequence');
    const isNext = isWhole || streams.has(event.stream) ? event.version === before + 1 : event.version > before;
    if (!isNext) tell(place, 'it is version {0} of its record where version {1} was to follow', event.version, before + 1);
    [next, lastSequence] = [Math.max(next, index + 1), Math.max(lastSequence, event.sequence)];
    versions.set(event.stream, event.version);
    const leaf = leafOf(event, salts, kept);
    if (leaf && isIncluded(index, latest, leaf.hash, hashes(proof))) take(event, place, leaf);
    else tell(place, 'the event, its salts or its proof are not what the ledger holds');
    return true;
  });

  const root = right.reduceRight((lower, higher) => (lower ? nodeHash(higher, lower) : higher), undefined) ?? sha256('');
  if (isWhole && next < latest.size) tell('events.jsonl', 'index {0} is missing, and the bundle says that it is whole', next);
  else if (isWhole && taken === latest.size && !root.equals(latest.root)) tell('events.jsonl', "the root over all events is not the checkpoint's");
  for (const stream of streams) if (!versions.has(stream)) tell('bundle.json', 'nothing of record {0} is there, and the bundle says that all of it is', stream);
  for (const { place, path, decision, isSame } of erased.values()) {
    if (isSame) report.erased++;
    else tell(place, decision === undefined ? '{0} is erased, and no later event says so' : '{0} is not what the erasure by decision {1} left', path, decision);
  }
  for (const row of sources.values())
    if (!row.isRegistered || (row.text !== null && !row.hasText)) tell('sources.jsonl', 'no event proves what is said of source {0}', row.source);

  function take(event, place, { hash, left }) {
    right.push(hash);
    for (let size = ++taken; size % 2 === 0; size = half(size)) right.push(nodeHash(...right.splice(-2)));
    for (const [path, was] of left) erased.set(`${event.id} ${path}`, { place, path, left: was });
    if (event.type === 'source_registered' || event.type === 'source_text_provided') compareSource(event, place);
    if (event.type === 'person_data_masked') readMasked(event.data);
  }
  function compareSource({ stream, type, data }, place) {
    const row = sources.get(stream), said = isObject(data) ? data : {}, isText = type === 'source_text_provided';
    if (!row) return isText || tell(place, 'sources.jsonl lacks the source');
    row[isText ? 'hasText' : 'isRegistered'] = true;
    const isSame = isText ? typeof said.text === 'string' && sha256(said.text).toString('hex') === row.text : said.sha256 === row.sha256 && said.title === row.title;
    return isSame || tell(place, "the source's hash, title or text is not the one in sources.jsonl");
  }
  function readMasked({ decision, events }) {
    for (const { event, path, left } of events.flatMap(({ event, fields }) => fields.map((field) => ({ event, ...field })))) {
      const value = erased.get(`${event} ${path}`);
      if (value) Object.assign(value, { decision, isSame: value.left === left });
    }
  }
}

async function main([path, ...args]) {
  const said = (name) => args.filter((_, i) => i % 2 === 1 && args[i - 1] === name);
  const pins = { origin: said('--origin')[0], keys: said('--key').map(parseKey), witnesses: said('--witness').map(parseKey) };
  if (!path || !pins.origin || pins.keys.length === 0 || [...pins.keys, ...pins.witnesses].includes(undefined)) {
    console.error('node verify.mjs bundle.zip --origin NAME --key VKEY [--key VKEY] [--witness VKEY]');
    return 2;
  }
  const { findings, events, size, root, isWhole, erased } = await verify(path, pins);
  console.log(findings.join('\n')
    || `proven: ${events} events, ${isWhole ? 'all' : 'a part'} of a log of ${size} with the root ${root}; ${erased} values erased by recorded decisions`);
  return findings.length > 0 ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main(process.argv.slice(2));
