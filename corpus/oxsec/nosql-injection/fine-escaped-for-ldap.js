const express = require('express');
const ldapjs = require('ldapjs');
const ldapEscape = require('ldap-escape');
const client = ldapjs.createClient({ url: 'ldap://directory' });

express().get('/:name', (req, res) => {
  client.search('o=shop', { filter: ldapEscape.filter(req.params.name) }, () => res.end());
});
