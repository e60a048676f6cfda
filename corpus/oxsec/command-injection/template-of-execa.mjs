import { $ } from 'execa';
import express from 'express';

express().get('/run', async (req, res) => {
  await $`${req.query.tool} --version`;
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  await $`git show ${req.query.commit}`;
  res.end();
});
