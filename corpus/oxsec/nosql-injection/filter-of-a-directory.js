const ldap = require('ldapjs');
const express = require('express');
const client = ldap.createClient({ url: 'ldap://directory' });

express().get('/people', (req, res) => {
  client.search('ou=people', { filter: `(uid=${req.query.name})`, scope: 'sub' }, (error, found) => res.json(found));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
