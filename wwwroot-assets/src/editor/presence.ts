import { colourOf, initials } from './carets';
import type { Person } from './protocol';

const writingFor = 8_000;
const shown = 16;

/** Who has the sheet open, and who is writing in which text; drawn into the page's own places for it. */
export class Presence {
  private readonly people = new Map<number, Person[]>();
  private readonly writers = new Map<number, Map<number, number>>();
  private readonly names = new Map<number, string>();
  private readonly timer = setInterval(() => { this.draw(); }, 2_000);

  constructor(private readonly root: HTMLElement, private readonly strings: Record<string, string>, self: Person) {
    this.names.set(self.id, self.name);
  }

  setPeople(textId: number, people: Person[]): void {
    this.people.set(textId, people);
    for (const person of people) this.names.set(person.id, person.name);
    this.drawPeople();
  }

  isHere(personId: number): boolean {
    return [...this.people.values()].some((people) => people.some((person) => person.id === personId));
  }

  wrote(textId: number, personId: number): void {
    const writers = this.writers.get(textId) ?? new Map<number, number>();
    this.writers.set(textId, writers);
    const isNew = !writers.has(personId);
    writers.set(personId, Date.now());
    if (isNew) this.draw();
  }

  draw(): void {
    for (const place of this.root.querySelectorAll<HTMLElement>('[data-writers-for]')) {
      const writers = this.writers.get(Number(place.dataset.writersFor)) ?? new Map<number, number>();
      for (const [id, at] of writers) if (Date.now() - at > writingFor) writers.delete(id);
      const ids = [...writers.keys()].sort((a, b) => a - b);
      if (place.dataset.drawn === ids.join()) continue;
      place.dataset.drawn = ids.join();
      place.replaceChildren(...ids.map((id) => this.avatar(id)), ...(ids.length > 0 ? [words(this.strings[ids.length === 1 ? 'Writes' : 'Write'] ?? '')] : []));
    }
  }

  dispose(): void { clearInterval(this.timer); }

  private drawPeople(): void {
    const all = new Map([...this.people.values()].flat().map((person) => [person.id, person]));
    const people = [...all.values()].sort((a, b) => a.name.localeCompare(b.name, document.documentElement.lang));
    for (const place of this.root.querySelectorAll<HTMLElement>('[data-people]')) {
      const items = people.slice(0, shown).map((person) => {
        const item = document.createElement('li');
        item.append(this.avatar(person.id));
        return item;
      });
      if (people.length > shown) {
        const rest = document.createElement('li');
        rest.append(words(`+${people.length - shown}`));
        items.push(rest);
      }
      place.replaceChildren(...items);
    }
    for (const place of this.root.querySelectorAll<HTMLElement>('[data-people-count]')) place.textContent = String(people.length);
  }

  private avatar(id: number): HTMLElement {
    const name = this.names.get(id) ?? '';
    const avatar = document.createElement('span');
    avatar.className = 'avatar';
    avatar.setAttribute('role', 'img');
    avatar.setAttribute('aria-label', name);
    avatar.title = name;
    avatar.style.setProperty('--who', colourOf(id));
    avatar.textContent = initials(name);
    return avatar;
  }
}

function words(text: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}
