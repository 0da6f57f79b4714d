// Bundles the tests and runs them by Node's own runner; ends with its summary ('# pass N', '# fail N').
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const out = mkdtempSync(join(tmpdir(), 'editor-tests-'));
await build({
  entryPoints: readdirSync(folder).filter((file) => file.endsWith('.test.ts')).map((file) => join(folder, file)),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
const files = readdirSync(out).filter((file) => file.endsWith('.mjs')).map((file) => join(out, file));
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', ...files], { stdio: 'inherit' });
rmSync(out, { recursive: true });
process.exit(status ?? 1);
