import type { Person } from '../live/protocol';

/** As many as who.css has. */
const colours = 12;

/** The class that gives everything of a person the same colour. */
export const whoClass = (personId: number): string => `who-${Math.abs(personId) % colours}`;

/** 'Jana Nováková' becomes 'J. Nováková'; titles before the name are left out. */
export function shortName(name: string): string {
  const [given, ...family] = partsOf(name);
  return family.length > 0 ? `${[...given][0]}. ${family.join(' ')}` : given ?? name;
}

export function initials(name: string): string {
  const parts = partsOf(name);
  const chosen = parts.length > 1 ? [parts[0], parts[parts.length - 1]] : parts;
  return chosen.map((part) => [...part][0].toLocaleUpperCase()).join('');
}

function partsOf(name: string): string[] {
  const parts = name.split(/[\s,]+/).filter(Boolean);
  const plain = parts.filter((part) => !part.includes('.'));
  return plain.length > 0 ? plain : parts;
}

export function avatar(person: Person, isNamed = true): HTMLElement {
  const face = document.createElement('span');
  face.className = `avatar ${whoClass(person.id)}`;
  face.textContent = initials(person.name);
  if (isNamed) {
    face.title = person.name;
    face.setAttribute('role', 'img');
    face.setAttribute('aria-label', person.name);
  } else {
    face.setAttribute('aria-hidden', 'true');
  }
  return face;
}
