// Builds scripts, styles and fonts into the web project's wwwroot. Run by MSBuild (Assets.targets).
import { build } from 'esbuild';

const out = '../src/Workspace.Web/wwwroot';

await build({
  entryPoints: { editor: 'src/editor/index.ts', app: 'src/app.ts', room: 'src/room.ts', history: 'src/history.ts', paste: 'src/paste.ts', round: 'src/round.ts', theme: 'src/theme.ts' },
  outdir: `${out}/js`,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: 'linked',
  legalComments: 'linked',
});

await build({
  entryPoints: { app: 'src/styles/app.css' },
  outdir: `${out}/css`,
  bundle: true,
  minify: true,
  loader: { '.woff2': 'file' },
  assetNames: '../fonts/[name]-[hash]',
});
