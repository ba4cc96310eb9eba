// Makes what the pages need out of the installed packages ("write"), or says what differs from them ("check").
// Run "npm ci" first: it installs what package-lock.json says, and nothing else.
import { mkdirSync, readFileSync, rmSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile, Logger } from 'sass';

const target = 'wwwroot/vendor';
const files = new Map([
  ['bootstrap/bootstrap.min.css', Buffer.from(bootstrap())],
  ['bootstrap/LICENSE', readFileSync('node_modules/bootstrap/LICENSE')],
  ['cytoscape/cytoscape.esm.min.mjs', readFileSync('node_modules/cytoscape/dist/cytoscape.esm.min.mjs')],
  ['cytoscape/LICENSE', readFileSync('node_modules/cytoscape/LICENSE')],
]);

if (process.argv[2] === 'write') {
  rmSync(target, { recursive: true, force: true });
  for (const [name, content] of files) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    writeFileSync(join(target, name), content);
  }
} else {
  const differing = [...files].filter(([name, content]) => !read(join(target, name))?.equals(content)).map(([name]) => name);
  const unknown = readdirSync(target, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(target.length + 1))
    .filter(name => !files.has(name));
  for (const name of [...differing, ...unknown])
    console.error(`${target}/${name} is not what package-lock.json says; run "npm run vendor".`);
  process.exitCode = differing.length + unknown.length === 0 ? 0 : 1;
}

// Bootstrap's own sources use what newer compilers warn of; nobody here can mend that.
function bootstrap() {
  return compile('bootstrap.scss', { loadPaths: ['node_modules'], style: 'compressed', logger: Logger.silent }).css + '\n';
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
