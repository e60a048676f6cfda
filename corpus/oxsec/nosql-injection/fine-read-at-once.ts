import { Table } from './models/table';

export function rename(req, res) {
  const table = Table.findOne({ name: req.body.name })!;
  if (table) {
    res.json({ id: table.id });
  }
}
