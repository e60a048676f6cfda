import { exec } from 'node:child_process';
import type { Request, Response } from 'express';
import { z } from 'zod';

const Name = z.string().regex(/^[\w-]+$/);
const Job = z.object({
  branch: Name,
  depth: z.coerce.number().int().default(1),
  mode: z.enum(['fast', 'full']),
  owner: z.string().uuid().optional(),
});

export function build(req: Request, res: Response) {
  const { branch, depth, mode, owner } = Job.parse(req.body);
  exec(`make ${mode} BRANCH=${branch} DEPTH=${depth} OWNER=${owner}`);
  res.sendStatus(202);
}
