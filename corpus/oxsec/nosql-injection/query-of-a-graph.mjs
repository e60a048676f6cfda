import { graphql } from '@octokit/graphql';
import express from 'express';

express().get('/repositories/:name', async (req, res) => {
  res.json(await graphql(`{ repository(owner: "us", name: "${req.params.name}") { id } }`));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
