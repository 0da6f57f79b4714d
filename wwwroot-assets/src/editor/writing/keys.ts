import { defaultKeymap, historyKeymap, redo } from '@codemirror/commands';
import { type Extension, Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { bold, italic, toggleInline } from './inline';
import { insertLink } from './links';
import { continueList, indent, leaveList, outdent, toggleTaskHere } from './lists';
import { continueTable } from './tables';

// Means of programmers: comments, indenting of any line.
const unused = new Set(['Mod-Enter', 'Mod-/', 'Alt-A', 'Mod-[', 'Mod-]', 'Mod-Alt-\\']);

// Tab moves list items only; elsewhere it leaves the editor, and after Escape it leaves it from everywhere.
export const keys: Extension = [
  Prec.high(keymap.of([
    { key: 'Mod-b', run: toggleInline(bold), preventDefault: true },
    { key: 'Mod-i', run: toggleInline(italic), preventDefault: true },
    { key: 'Mod-k', run: insertLink, preventDefault: true },
    { key: 'Mod-Shift-z', run: redo, preventDefault: true },
    { key: 'Mod-Enter', run: toggleTaskHere },
    { key: 'Enter', run: continueList },
    { key: 'Enter', run: continueTable },
    { key: 'Backspace', run: leaveList },
    { key: 'Tab', run: indent, shift: outdent },
  ])),
  keymap.of([...historyKeymap, ...defaultKeymap.filter(({ key }) => !unused.has(key ?? ''))]),
];
