// Checks many bundles in one process: a list of files and pins comes in, the findings of each go out.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { verify, parseKey } = await import(pathToFileURL(process.argv[2]).href);
const results = [];
for (const { file, origin, keys, witnesses } of JSON.parse(readFileSync(0, 'utf8')))
  results.push((await verify(file, { origin, keys: keys.map(parseKey), witnesses: witnesses.map(parseKey) })).findings);
process.stdout.write(JSON.stringify(results));
