export function titles(xmlText) {
  const parser = new DOMParser();
//               ^^^^^^^^^^^^^^^ unsafeXmlParser
  const doc = parser.parseFromString(xmlText, 'text/xml');
//                                   ^^^^^^^ untrustedXmlSource
  return [...doc.querySelectorAll('title')].map((node) => node.textContent);
}

export function load(url, done) {
  const client = new XMLHttpRequest();
//               ^^^^^^^^^^^^^^^^^^^^ unsafeXmlParser
  client.onload = () => done(client.responseXML);
  client.open('GET', url);
  client.send();
}

export const legacy = () => new ActiveXObject('Microsoft.XMLDOM');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeXmlParser
