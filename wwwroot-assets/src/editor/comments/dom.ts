/** An element with a class, attributes and children; null children are left out. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name, className = '', attributes: Record<string, string> = {}, ...children: (Node | string | null)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function button(label: string, className: string, action: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const element = el('button', className, { type: 'button', ...attributes }, label);
  element.addEventListener('click', action);
  return element;
}

/** A labelled field for words of several lines, as tall as what is in it. */
export function area(label: string, id: string, value: string, changed: (value: string) => void): { field: HTMLElement; input: HTMLTextAreaElement } {
  const input = el('textarea', '', { id, rows: '2' });
  input.value = value;
  const grow = () => { input.rows = Math.min(12, Math.max(2, input.value.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 42), 0))); };
  grow();
  input.addEventListener('input', () => {
    grow();
    changed(input.value);
  });
  return { field: el('div', 'field', {}, el('label', '', { for: id }, label), input), input };
}

/** Sends a form by Ctrl+Enter as well as by its button. */
export function onSubmit(form: HTMLFormElement, submit: () => void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  });
}
