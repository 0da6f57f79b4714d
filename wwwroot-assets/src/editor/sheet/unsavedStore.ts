/** Wording that the server refused: kept in the browser until its writer has put it away. */
export interface Unsaved { id: string; code: string; wording: string; at: number }

export class UnsavedStore {
  constructor(private readonly personId: number, private readonly storage: Storage) {}

  add(textId: number, code: string, wording: string): Unsaved {
    const unsaved = { id: `${Date.now().toString(36)}${this.storage.length}`, code, wording, at: Date.now() };
    try {
      this.storage.setItem(this.key(textId, unsaved.id), JSON.stringify(unsaved));
    } catch {
      // No room: it is shown now, and lost only if the page is left without copying.
    }
    return unsaved;
  }

  all(textId: number): Unsaved[] {
    const start = this.key(textId, '');
    return Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i)!)
      .filter((key) => key.startsWith(start))
      .map((key) => JSON.parse(this.storage.getItem(key)!) as Unsaved)
      .sort((a, b) => a.at - b.at);
  }

  remove(textId: number, id: string): void { this.storage.removeItem(this.key(textId, id)); }

  private key(textId: number, id: string): string { return `workspace.unsaved/${this.personId}/${textId}/${id}`; }
}
