// Bundles every *.test.ts into a temporary folder and runs them with Node's own test runner.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const entryPoints = (await readdir('test', { recursive: true })).filter(name => name.endsWith('.test.ts')).map(name => join('test', name));
const folder = await mkdtemp(join(tmpdir(), 'assets-test-'));
try {
  await build({
    entryPoints,
    outdir: folder,
    outbase: 'test',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    sourcemap: 'inline',
    // Packages in CommonJS ask for it.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  const files = entryPoints.map(name => join(folder, name.slice('test/'.length).replace(/\.ts$/, '.mjs')));
  process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], { stdio: 'inherit' }).status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
