import { elements, unwrap } from './styles';

/** Tables of one column only arrange a page: their content stays, they do not. */
export function dropLayoutTables(body: HTMLElement): void {
  for (const table of elements(body, 'table').reverse()) {
    const rows = elements(table, 'tr');
    const isLayout = table.querySelector('table') !== null || Math.max(0, ...rows.map((row) => row.children.length)) <= 1;
    if (!isLayout) continue;
    for (const cell of elements(table, 'td, th')) {
      const block = cell.ownerDocument.createElement('div');
      while (cell.firstChild) block.append(cell.firstChild);
      cell.append(block);
      unwrap(cell);
    }
    for (const part of elements(table, 'tr, tbody, thead, tfoot, colgroup, col, caption')) unwrap(part);
    unwrap(table);
  }
}

/** Cells of several columns or rows leave the rest of their place empty. */
export function tableToMarkdown(table: HTMLElement, cellToMarkdown: (cell: HTMLElement) => string): string {
  const grid: string[][] = [];
  elements(table, 'tr').forEach((row, y) => {
    grid[y] ??= [];
    let x = 0;
    for (const cell of [...row.children] as HTMLElement[]) {
      while (grid[y][x] !== undefined) x++;
      const columns = span(cell, 'colspan'), rows = span(cell, 'rowspan');
      for (let dy = 0; dy < rows; dy++)
        for (let dx = 0; dx < columns; dx++) (grid[y + dy] ??= [])[x + dx] = dx + dy === 0 ? cellToMarkdown(cell) : '';
      x += columns;
    }
  });
  const rows = grid.filter((row) => row.some((cell) => cell));
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: width }, (_, x) => Math.min(40, Math.max(3, ...rows.map((row) => (row[x] ?? '').length))));
  const line = (cells: readonly string[]): string => `| ${widths.map((w, x) => (cells[x] ?? '').padEnd(w)).join(' | ')} |`;
  return [line(rows[0]), line(widths.map((w) => '-'.repeat(w))), ...rows.slice(1).map(line)].join('\n');
}

const span = (cell: Element, name: string): number => Math.min(50, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));
