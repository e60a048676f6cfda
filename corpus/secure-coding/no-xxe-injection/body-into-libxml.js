const express = require('express');
const libxml = require('libxmljs');

const app = express();
app.use(express.text({ type: 'application/xml' }));

app.post('/orders', (req, res) => {
  const document = libxml.parseXml(req.body);
  const again = libxml.parseXmlString(requestBody, { noent: true });
//                                    ^^^^^^^^^^^ untrustedXmlSource
//                                                 ^^^^^^^^^^^^^^^ externalEntityEnabled
  res.json({ name: document.root().name(), again });
});
