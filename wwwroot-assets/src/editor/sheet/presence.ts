import type { Person } from '../live/protocol';
import { avatar } from './who';
import type { Words } from './words';

interface Activity { person: Person; at: number; wroteAt: number }

const activeFor = 15_000;
const writingFor = 6_000;

/** Who is here, and who writes in which text. */
export class Presence {
  private readonly people = new Map<number, readonly Person[]>();
  private readonly activities = new Map<number, Map<number, Activity>>();
  private readonly shown = new WeakMap<Element, string>();

  constructor(private readonly root: HTMLElement, private readonly selfId: number, private readonly words: Words) {}

  setPeople(textId: number, people: readonly Person[]): void {
    this.people.set(textId, people);
    const here = new Set(people.map((person) => person.id));
    for (const personId of this.activities.get(textId)?.keys() ?? []) if (!here.has(personId)) this.activities.get(textId)!.delete(personId);
    this.render();
  }

  find(personId: number): Person | undefined {
    for (const people of this.people.values()) {
      const found = people.find((person) => person.id === personId);
      if (found) return found;
    }
    return undefined;
  }

  /** Somebody is at a text, and therefore no longer at another. */
  note(textId: number, person: Person, hasWritten: boolean): void {
    if (person.id === this.selfId) return;
    for (const [other, activities] of this.activities) if (other !== textId) activities.delete(person.id);
    const activities = this.activities.get(textId) ?? new Map<number, Activity>();
    this.activities.set(textId, activities);
    const now = Date.now(), wroteAt = hasWritten ? now : activities.get(person.id)?.wroteAt ?? 0;
    activities.set(person.id, { person, at: now, wroteAt });
    this.render();
  }

  forget(textId: number): void {
    this.people.delete(textId);
    this.activities.delete(textId);
    this.render();
  }

  /** To be called now and then, also when nothing happens: what was is no longer. */
  render(): void {
    for (const place of this.root.ownerDocument.querySelectorAll<HTMLElement>('[data-writers-for]')) this.renderWriters(place);
    for (const place of this.root.ownerDocument.querySelectorAll<HTMLElement>('[data-people]')) this.renderPeople(place);
    for (const place of this.root.ownerDocument.querySelectorAll<HTMLElement>('[data-people-count]')) place.textContent = String(this.everybody().length);
  }

  private renderWriters(place: HTMLElement): void {
    const now = Date.now(), textId = Number(place.dataset.writersFor);
    const active = [...(this.activities.get(textId)?.values() ?? [])].filter(({ at }) => now - at < activeFor);
    const writing = active.filter(({ wroteAt }) => now - wroteAt < writingFor);
    if (this.isShown(place, JSON.stringify([active.map(({ person }) => person), writing.length]))) return;
    place.replaceChildren(...active.map(({ person }) => avatar(person, false)));
    if (active.length === 0) return;
    const names = active.map(({ person }) => person.name).join(', ');
    const spoken = document.createElement('span');
    spoken.className = 'visually-hidden';
    spoken.textContent = `${names} `;
    const shown = document.createElement('span');
    shown.textContent = this.words(writing.length > 1 ? 'Writers_write' : writing.length === 1 ? 'Writers_writes' : active.length > 1 ? 'Writers_are' : 'Writers_is');
    place.append(spoken, shown);
    place.title = names;
  }

  private renderPeople(place: HTMLElement): void {
    const sorted = this.everybody().sort((a, b) => a.name.localeCompare(b.name, document.documentElement.lang || undefined));
    if (this.isShown(place, JSON.stringify(sorted))) return;
    const list = place.matches('ul') ? place : document.createElement('ul');
    list.classList.add('people');
    list.replaceChildren(...sorted.map((person) => {
      const entry = document.createElement('li');
      entry.append(avatar(person));
      return entry;
    }));
    if (list !== place) place.replaceChildren(list);
  }

  /** Each once, however many of the texts they have open. */
  private everybody(): Person[] {
    return [...new Map([...this.people.values()].flat().map((person) => [person.id, person])).values()];
  }

  private isShown(place: HTMLElement, content: string): boolean {
    if (this.shown.get(place) === content) return true;
    this.shown.set(place, content);
    return false;
  }
}
