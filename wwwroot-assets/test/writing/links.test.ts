import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareAddress, isAddress, safeAddress } from '../../src/editor/writing/links';

test('Address_OfAnAllowedKind_IsOpened', () => {
  assert.equal(safeAddress('https://example.org/a'), 'https://example.org/a');
  assert.equal(safeAddress('mailto:a@example.org'), 'mailto:a@example.org');
  assert.equal(safeAddress('tel:+420123456789'), 'tel:+420123456789');
  assert.equal(bareAddress('www.example.org'), 'http://www.example.org/');
  assert.equal(bareAddress('a@example.org'), 'mailto:a@example.org');
});

test('Address_OfAnotherKind_IsNotOpened', () => {
  for (const address of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://example.org', '/domů', '', `https://example.org/${'a'.repeat(2000)}`])
    assert.equal(safeAddress(address), null, address);
});

test('IsAddress_OfWords_IsFalse', () => {
  for (const text of ['metodika', 'https://', 'https://a b', 'viz https://example.org', 'poznámka: x', 'https://example.org/<b>']) assert.equal(isAddress(text), false, text);
  for (const text of ['https://example.org', 'www.example.org/a', 'mailto:a@example.org']) assert.equal(isAddress(text), true, text);
});
