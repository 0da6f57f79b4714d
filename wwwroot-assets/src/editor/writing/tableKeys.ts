import { Prec, type Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { addColumnLeft, addColumnRight, addRowAbove, addRowBelow, deleteColumn, deleteRow } from './tableEdits';
import { cellEnd, cellStart, nextCell, previousCell, selectCell, vertically } from './tableMoves';

/** Keys in tables; outside of one they are left to others. */
export const tableKeys: Extension = Prec.highest(keymap.of([
  { key: 'Tab', run: nextCell, shift: previousCell },
  { key: 'ArrowDown', run: vertically(true) },
  { key: 'ArrowUp', run: vertically(false) },
  { key: 'Home', run: cellStart, shift: selectCell(false) },
  { key: 'End', run: cellEnd, shift: selectCell(true) },
  { key: 'Mod-Enter', run: addRowBelow, shift: addRowAbove },
  { key: 'Alt-Shift-ArrowLeft', run: addColumnLeft },
  { key: 'Alt-Shift-ArrowRight', run: addColumnRight },
  { key: 'Alt-Shift-Backspace', run: deleteRow },
  { key: 'Alt-Shift-Delete', run: deleteColumn },
]));
