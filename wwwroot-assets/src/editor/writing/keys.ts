import { standardKeymap } from '@codemirror/commands';
import { Prec, type Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { toggleList } from './blocks';
import { deleteBack, deleteForward, home, selectHome } from './deleting';
import { enterKey, hardBreak } from './enter';
import { toggleLink } from './insert';
import { openLink } from './links';
import { indentItems, outdentItems, toggleTasks } from './lists';
import { toggleMark } from './marks';
import { tableKeys } from './tableKeys';

export const keys: Extension = [
  tableKeys,
  Prec.high(keymap.of([
    { key: 'Mod-b', run: toggleMark('StrongEmphasis'), preventDefault: true },
    { key: 'Mod-i', run: toggleMark('Emphasis'), preventDefault: true },
    { key: 'Mod-k', run: toggleLink, preventDefault: true },
    { key: 'Mod-Shift-7', run: toggleList('numberedList'), preventDefault: true },
    { key: 'Mod-Shift-8', run: toggleList('bulletList'), preventDefault: true },
    { key: 'Mod-Shift-9', run: toggleList('checkList'), preventDefault: true },
    { key: 'Mod-Enter', run: toggleTasks },
    { key: 'Alt-Enter', run: openLink },
    { key: 'Enter', run: enterKey },
    { key: 'Shift-Enter', run: hardBreak },
    { key: 'Backspace', run: deleteBack },
    { key: 'Delete', run: deleteForward },
    { key: 'Tab', run: indentItems, shift: outdentItems },
    { key: 'Home', run: home, shift: selectHome },
  ])),
  keymap.of(standardKeymap),
];
