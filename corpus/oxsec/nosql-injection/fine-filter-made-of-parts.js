const express = require('express');
const ldapjs = require('ldapjs');
const client = ldapjs.createClient({ url: 'ldap://directory' });

express().get('/:name', (req, res) => {
  client.search('o=shop', { filter: new ldapjs.EqualityFilter(req.params.name) }, () => res.end());
});
