import { type ChangeSpec, ChangeSet, type EditorState, type Text, type TransactionSpec } from '@codemirror/state';
import { depthOf, itemOf } from './items';

/** Makes the numbers of the lists around a line count on: 1, 2, 3, each level by itself. */
export function renumber(document: Text, lineNumber: number): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  const next: { depth: number; number: number }[] = [];
  for (let n = firstOfBlock(document, lineNumber); n <= document.lines; n++) {
    const line = document.line(n), item = itemOf(line.text);
    if (line.text.trim() === '') break;
    if (!item) {
      if (!/^[ \t]/.test(line.text)) next.length = 0;
      continue;
    }
    const depth = depthOf(item);
    while (next.length > 0 && next[next.length - 1].depth > depth) next.pop();
    const level = next[next.length - 1];
    if (item.number === null) {
      if (level?.depth === depth) next.pop();
    } else if (level?.depth !== depth) {
      next.push({ depth, number: item.number + 1 });
    } else {
      const from = line.from + item.quote.length + item.indent.length;
      if (item.number !== level.number) changes.push({ from, to: from + item.mark.length - 1, insert: String(level.number) });
      level.number++;
    }
  }
  return changes;
}

function firstOfBlock(document: Text, lineNumber: number): number {
  let n = Math.min(lineNumber, document.lines);
  while (n > 1 && document.line(n - 1).text.trim() !== '') n--;
  return n;
}

/** A change of list lines, together with what it does to the numbers around it, undone in one step. */
export function withNumbers(state: EditorState, spec: TransactionSpec & { changes: ChangeSpec }): TransactionSpec {
  const changes = state.changes(spec.changes);
  const document = changes.apply(state.doc);
  const at = changes.mapPos(state.selection.main.from, 1);
  const numbers = ChangeSet.of(renumber(document, document.lineAt(at).number), document.length);
  const selection = (spec.selection ? state.update({ changes, selection: spec.selection }).newSelection : state.selection.map(changes, 1)).map(numbers, 1);
  return { ...spec, changes: changes.compose(numbers), selection };
}
