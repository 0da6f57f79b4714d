import { elements, moveChildren } from './dom';

const mostColumns = 60;

function span(cell: Element, name: string): number {
  return Math.min(mostColumns, Math.max(1, Number(cell.getAttribute(name)) || 1));
}

function rowsOf(table: HTMLElement): HTMLElement[] {
  return elements(table, 'tr').filter(row => row.closest('table') === table);
}

function cellsOf(row: HTMLElement): HTMLElement[] {
  return Array.from(row.children).filter((cell): cell is HTMLElement => /^T[DH]$/.test(cell.nodeName));
}

/** Gives every row a cell for every column: what was merged stands in the first, the others are empty. */
function straighten(table: HTMLElement): void {
  const rows = rowsOf(table);
  const taken = new Map<number, Set<number>>();
  let width = 0;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    const cells: HTMLElement[] = [];
    const fill = () => {
      while (taken.get(y)?.has(x)) {
        cells.push(row.ownerDocument.createElement('td'));
        x++;
      }
    };
    for (const cell of cellsOf(row)) {
      fill();
      const wide = span(cell, 'colspan'), high = span(cell, 'rowspan');
      for (let below = y; below < Math.min(rows.length, y + high); below++) {
        const set = taken.get(below) ?? new Set<number>();
        for (let right = x; right < x + wide; right++) set.add(right);
        taken.set(below, set);
      }
      cells.push(cell);
      for (let extra = 1; extra < wide; extra++) cells.push(row.ownerDocument.createElement('td'));
      x += wide;
    }
    fill();
    width = Math.max(width, cells.length);
    for (const cell of cells) row.appendChild(cell);
  }
  for (const row of rows) while (row.children.length < width) row.appendChild(row.ownerDocument.createElement('td'));
}

/** Makes every table one that pipes can draw; tables for mere layout fall apart into their content. */
export function straightenTables(root: HTMLElement): void {
  // The inner ones first: in a cell there is only room for words.
  for (const table of elements(root, 'table').reverse()) {
    for (const caption of elements(table, 'caption')) {
      const paragraph = table.ownerDocument.createElement('p');
      moveChildren(caption, paragraph);
      table.parentNode!.insertBefore(paragraph, table);
      caption.remove();
    }
    for (const group of elements(table, 'colgroup, col')) group.remove();
    const cells = rowsOf(table).flatMap(cellsOf);
    const isNested = table.parentElement?.closest('td, th, li') != null;
    if (cells.length <= 1 || isNested) dissolve(table, cells);
    else straighten(table);
  }
}

function dissolve(table: HTMLElement, cells: readonly HTMLElement[]): void {
  for (const cell of cells) {
    const part = table.ownerDocument.createElement('div');
    moveChildren(cell, part);
    table.parentNode!.insertBefore(part, table);
  }
  table.remove();
}

