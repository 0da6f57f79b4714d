import type { Person } from '../live/protocol';

// Comments as /hubs/text takes and sends them.

export interface VersionedAnchor { version: number; from: number; to: number }

export interface Suggestion { wording: string; outcome?: 'Accepted' | 'Rejected' | null; decidedBy?: Person | null; decidedAt?: string | null; reason?: string | null }

export interface Reply { id: number; key: string; author: Person; at: string; editedAt?: string | null; body: string }

export interface Thread {
  id: number;
  key: string;
  /** Rises with each change of the thread. */
  changes: number;
  isWithdrawn: boolean;
  author: Person;
  at: string;
  editedAt?: string | null;
  body: string;
  createdVersion: number;
  quotation: string;
  isQuotationCut: boolean;
  anchor: VersionedAnchor;
  resolvedBy?: Person | null;
  resolvedAt?: string | null;
  suggestion?: Suggestion | null;
  replies: readonly Reply[];
}

export interface CommentsRead { refused?: string | null; canComment: boolean; canSuggest: boolean; threads: readonly Thread[] }

export interface Answer { refused?: string | null; message?: string | null; thread?: Thread | null }

/** Asks the hub; fails where the line is lost. */
export type Call = <T>(method: string, ...args: unknown[]) => Promise<T>;
