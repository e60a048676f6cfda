const express = require('express');
const ldapjs = require('ldapjs');
const ldapEscape = require('ldap-escape');
const client = ldapjs.createClient({ url: 'ldap://directory' });

express().post('/:name', (req, res) => {
  client.bind(ldapEscape.dn(req.params.name), req.query.password, () => res.end());
});
