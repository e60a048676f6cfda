import libxmljs from 'libxmljs';

const OPTIONS = { noent: true, nonet: false };

export function readInvoice(text) {
  const invoice = libxmljs.parseXml(text, OPTIONS);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
  return invoice.find('//position').map((position) => position.text());
}
