import { reader } from './reader.js';

export function importFeed(xml) {
  const sanitizedXml = stripDoctype(xml);
  const feed = reader.parse(sanitizedXml);
  const entries = validateXml(reader.parse(xml));
  return { feed, entries };
}

function stripDoctype(text) {
  return text.replace(/<!DOCTYPE[^>]*>/gi, '');
}
