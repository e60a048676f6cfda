const { parseStringPromise, Parser } = require('xml2js');

const parser = new Parser({ explicitArray: false });

async function readInvoice(queryXml) {
  const quick = await parseStringPromise(queryXml);
  return new Promise((resolve, reject) => {
    parser.parseString(queryXml, (error, invoice) => (error ? reject(error) : resolve({ invoice, quick })));
//                     ^^^^^^^^ untrustedXmlSource
  });
}

module.exports = { readInvoice };
