import { exec } from 'node:child_process';
import type { Request, Response } from 'express';
import { z } from 'zod';

const Job = z.object({ branch: z.string().min(1).max(80), depth: z.number().int(), tags: z.array(z.string()) });

export function build(req: Request, res: Response) {
  const job = Job.safeParse(req.body);
  if (!job.success) return res.sendStatus(400);
  const { branch, tags } = job.data;
  exec(`git checkout ${branch}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec(`git tag ${tags.join(' ')}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  res.sendStatus(202);
}
